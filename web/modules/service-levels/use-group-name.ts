// What a group of the compliance page is called.
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { caseWords, targets } from './case-words.ts';
import type { Grouping } from './compliance-search.ts';
import type { Group } from './use-compliance.ts';

export function useGroupName(by: Grouping): (group: Pick<Group, 'key' | 'name'>) => string {
  const t = useT();
  const text = useLocaleText();
  return ({ key, name }) => {
    if (name) return text(name);
    const target = targets.find((one) => one === key);
    if (by === 'target' && target) return t(`goal.target.${target}`);
    const channel = caseWords.channels.find((one) => one === key);
    if (by === 'channel' && channel) return t(`case.channel.${channel}`);
    const kind = caseWords.kinds.find((one) => one === key);
    if (by === 'kind' && kind) return t(`service-policy.kinds.${kind}`);
    return t(by === 'segment' ? 'service-policy.no-segment' : 'compliance.no-group');
  };
}
