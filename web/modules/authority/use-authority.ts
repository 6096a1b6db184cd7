// Actions, rules and what they refer to by id, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { AuthorityRule } from '#contract/authority.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { useStructure } from '#web/modules/organisation/index.ts';

export async function refreshAuthority(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.authority.key() });
}

export function useAuthorityLive(): void {
  useLive(['authority.*'], () => void refreshAuthority());
}

/** Those in use; with `retired` all, for what was decided before. */
export function useActions({ retired = false } = {}) {
  const query = useQuery(orpc.authority.listActions.queryOptions({ input: retired ? { retired: 'true' } : {} }));
  return { actions: query.data?.items ?? [], query };
}

/** Names of what authority refers to by id. */
export function useAuthorityNames() {
  const t = useT();
  const text = useLocaleText();
  const { structure } = useStructure();
  const { actions, query } = useActions({ retired: true });
  const unitName = (id: string | null): string =>
    id === null ? t('authority.no-unit') : text(structure?.units.find((unit) => unit.id === id)?.name);
  return {
    /** Before that every name is empty. */
    ready: structure !== null && query.data !== undefined,
    unitName,
    actionName: (id: string): string => text(actions.find((action) => action.id === id)?.name),
    /** With its unit, since titles come again in other units. */
    positionName: (id: string | null): string => {
      if (id === null) return t('authority.any-head');
      const position = structure?.positions.find((one) => one.id === id);
      return position ? `${text(position.title)} · ${unitName(position.unitId)}` : '';
    },
  };
}

type Limited = Pick<AuthorityRule, 'limit'>;

/** What a rule or a delegation says, in words. */
export function useRuleWords() {
  const t = useT();
  const format = useFormat();
  const { unitName } = useAuthorityNames();
  return {
    limit: ({ limit }: Limited, hasAmount: boolean): string =>
      !hasAmount
        ? t('authority.may')
        : limit === null
          ? t('authority.no-limit')
          : t('authority.up-to', { amount: format.money(limit) }),
    scope: ({ scope, unitId }: Pick<AuthorityRule, 'scope' | 'unitId'>): string =>
      scope === 'named-unit' ? unitName(unitId) : t(`authority.scope.${scope}`),
  };
}
