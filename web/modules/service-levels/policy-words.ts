// What a policy is for and what it promises, in words.
import type { LocaleText } from '#contract/common.ts';
import { goalWords, listWords, termWords } from './goal-words.ts';
import type { Conditions, Goal } from './policy-wire.ts';
import { useCalendars } from './use-calendars.ts';
import { useChoices } from './use-policies.ts';
import { useWords } from './words.ts';

type Entry = { id: string; parentId: string | null; name: LocaleText };
export type ConditionName = keyof Conditions;
export const conditionNames = ['kinds', 'categoryIds', 'segmentIds', 'channels', 'priorities', 'productIds'] as const;

export function usePolicyWords() {
  const words = useWords();
  const { t, text } = words;
  const { categories, products, segments } = useChoices();
  const calendars = useCalendars().data?.items ?? [];

  /** "Banking › Small businesses" */
  function wayTo(entries: readonly Entry[], id: string): string {
    const entry = entries.find((one) => one.id === id);
    if (!entry) return t('service-policy.gone');
    const name = text(entry.name);
    return entry.parentId ? t('service-policy.way', { above: wayTo(entries, entry.parentId), name }) : name;
  }

  function conditionWords(conditions: Conditions, name: ConditionName): string {
    const { kinds, categoryIds, segmentIds, channels, priorities, productIds } = conditions;
    const values = {
      kinds: () => kinds.map((kind) => t(`service-policy.kinds.${kind}`)),
      categoryIds: () => categoryIds.map((id) => wayTo(categories, id)),
      segmentIds: () => segmentIds.map((id) => wayTo(segments, id)),
      channels: () => channels.map((channel) => t(`case.channel.${channel}`)),
      priorities: () => priorities.map((priority) => t(`case.priority.${priority}`)),
      productIds: () => productIds.map((id) => wayTo(products, id)),
    }[name]();
    return values.length === 0 ? t(`service-policy.any.${name}`) : listWords(values, words);
  }

  const calendarOf = (goal: Goal) => calendars.find(({ id }) => id === goal.calendarId)?.name ?? null;

  return {
    conditionWords,
    /** "Complaints · Banking › Small businesses · by any channel": kinds and channels always, the rest where they limit. */
    conditionsWords: (conditions: Conditions): string =>
      conditionNames
        .filter((name) => name === 'kinds' || name === 'channels' || conditions[name].length > 0)
        .map((name) =>
          name === 'channels' && conditions.channels.length > 0
            ? t('service-policy.by-channels', { channels: conditionWords(conditions, name) })
            : name === 'priorities'
              ? t('service-policy.of-priorities', { priorities: conditionWords(conditions, name) })
              : conditionWords(conditions, name),
        )
        .join(' · '),
    goalWords: (goal: Goal): string => goalWords(goal, calendarOf(goal), words),
    termWords: (goal: Goal): string => termWords(goal, calendarOf(goal), words),
  };
}
