// Saves the rules of the matrix as they are shown as a CSV file, one rule a line, with plain amounts and Gregorian days.
import type { AuthorityAction } from '#contract/authority.ts';
import { fromMinor } from '#kernel/currencies.ts';
import { saveCsv } from '#web/lib/csv.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useAuthorityNames, useRuleWords } from './use-authority.ts';
import type { WireRule } from './wire.ts';

export function useMatrixCsv(): (rules: readonly WireRule[], actions: readonly AuthorityAction[]) => void {
  const t = useT();
  const text = useLocaleText();
  const { positionName } = useAuthorityNames();
  const { scope } = useRuleWords();
  return (rules, actions) => {
    const head = [
      t('authority.position'),
      t('authority.key'),
      t('authority.action'),
      t('authority.limit'),
      t('ui.currency'),
      t('authority.scope'),
      t('authority.first-day'),
      t('authority.last-day'),
    ];
    const rows = rules.map((rule) => {
      const action = actions.find(({ id }) => id === rule.actionId);
      return [
        positionName(rule.positionId),
        action?.key ?? null,
        text(action?.name),
        rule.limit && fromMinor(rule.limit.minor, rule.limit.currency),
        rule.limit?.currency ?? null,
        scope(rule),
        rule.from,
        rule.until,
      ];
    });
    saveCsv([head, ...rows], `${t('authority.file-name')}.csv`);
  };
}
