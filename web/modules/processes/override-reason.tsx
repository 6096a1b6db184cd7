// The field for a reason where completing a task may go beyond the reader's authority. Without an amount it is known beforehand whether it does.
import { z } from 'zod';
import { useT } from '#web/lib/i18n.ts';
import { AuthorityNotice } from '#web/modules/authority/index.ts';
import { ProseField } from '#web/ui/form/text-field.tsx';
import type { Task } from './use-tasks.ts';

export const OverrideReasonWords = z.string().trim().max(20_000);

/** In a form with the value `overrideReason`. */
export function OverrideReason({ task: { authority, unit } }: { task: Task }) {
  const t = useT();
  if (!authority) return null;
  if (!authority.withAmount)
    return <AuthorityNotice action={authority.action} unitId={unit.id} name="overrideReason" />;
  return (
    <ProseField
      name="overrideReason"
      label={t('task.override-reason')}
      hint={t('task.override-reason-hint')}
      rows={2}
      maxLength={20_000}
    />
  );
}
