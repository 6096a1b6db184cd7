// What a goal asks, in words: how much time, from when, by which calendar, what pauses it and when it warns.
import type { LocaleText } from '#contract/common.ts';
import type { Goal } from './policy-wire.ts';
import type { Words } from './words.ts';

/** From 1 hour on in hours, where it is whole hours. */
export function amountWords({ amount, unit }: Pick<Goal, 'amount' | 'unit'>, { t }: Words): string {
  const wholeHours = amount % 60 === 0;
  if (unit === 'working-minutes' && wholeHours) return t('goal.amount.working-hours', { count: amount / 60 });
  if (unit === 'minutes' && wholeHours) return t('goal.amount.hours', { count: amount / 60 });
  return t(`goal.amount.${unit}`, { count: amount });
}

/** What it is counted from: a choice for some, for the others what they answer. */
export function startWords({ target, from }: Pick<Goal, 'target' | 'from'>, { t }: Words): string {
  if (target === 'assess' || target === 'first-answer' || target === 'claim') return t(`goal.from.${from}`);
  return t(`goal.begins.${target}`);
}

/** `calendar`: null where the default one holds, or it is not known. */
export function goalWords(goal: Goal, calendar: LocaleText | null, words: Words): string {
  const { t } = words;
  return t('goal.words', { target: t(`goal.target.${goal.target}`), terms: termWords(goal, calendar, words) });
}

/** Without what is promised, where that stands above. */
export function termWords(goal: Goal, calendar: LocaleText | null, words: Words): string {
  const { t, text } = words;
  const parts = [
    t('goal.terms', {
      amount: amountWords(goal, words),
      start: startWords(goal, words),
      calendar: isByClock(goal)
        ? t('goal.by-clock')
        : calendar
          ? t('goal.by-calendar', { calendar: text(calendar) })
          : t('goal.by-default'),
    }),
  ];
  if (goal.pausedBy.length > 0)
    parts.push(
      t('goal.paused-by', {
        reasons: listWords(
          goal.pausedBy.map((reason) => t(`case.wait.${reason}`)),
          words,
        ),
      }),
    );
  if (goal.warnAt !== null) parts.push(t('goal.warns-at', { share: words.format.percent(goal.warnAt / 100) }));
  return parts.join(t('goal.joint'));
}

export function listWords(items: readonly string[], { t }: Words): string {
  return items.join(t('goal.comma'));
}

export function isByClock({ unit }: Pick<Goal, 'unit'>): boolean {
  return unit === 'minutes' || unit === 'days';
}
