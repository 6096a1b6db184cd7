// Where a form stands: icon and word together, never colour alone.
import { IconArchive, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import type { FormBrief } from './use-forms.ts';
import classes from './forms.module.css';

export function FormState({ form }: { form: Pick<FormBrief, 'current' | 'retired' | 'hasDraft'> }) {
  const t = useT();
  const Icon = form.retired ? IconArchive : form.current ? IconCircleCheck : IconPencil;
  return (
    <span className={classes['state']}>
      <Icon size={16} aria-hidden />
      {form.retired
        ? t('form.state.retired')
        : form.current
          ? t('form.state.published', { number: form.current.number })
          : t('form.state.draft')}
      {!form.retired && form.current && form.hasDraft ? ` · ${t('form.state.with-draft')}` : ''}
    </span>
  );
}
