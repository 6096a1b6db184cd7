// The roles a person can have, in the order of how much they may do.
import type { Role } from '#contract/organisation.ts';
import type { Translate } from '#web/lib/i18n.ts';
import type { Choice } from '#web/ui/form/choice-field.tsx';

export const roles = ['administrator', 'service-manager', 'agent', 'observer'] as const satisfies readonly Role[];

export function roleChoices(t: Translate): Choice[] {
  return roles.map((value) => ({
    value,
    label: t(`organisation.role.${value}`),
    hint: t(`organisation.role.${value}-hint`),
  }));
}

export function roleNames(t: Translate, held: readonly Role[]): string {
  const named = roles.filter((role) => held.includes(role)).map((role) => t(`organisation.role.${role}`));
  return named.length === 0 ? t('organisation.no-roles') : named.join(' · ');
}
