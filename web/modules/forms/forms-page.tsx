// The forms of the organisation: those in use, in draft and retired, and a new one.
import { Button } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { FormState } from './form-state.tsx';
import { NewFormDialog } from './new-form-dialog.tsx';
import { formsQuery, refreshForms } from './use-forms.ts';
import classes from './forms.module.css';

export function FormsPage() {
  const t = useT();
  const text = useLocaleText();
  const go = useNavigate();
  const mayManage = useMay('form.manage');
  const [adding, setAdding] = useState(false);
  const forms = useQuery(formsQuery);
  useLive(['form.*'], () => void refreshForms());
  const all = forms.data?.items ?? [];
  const add = mayManage ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('form.add')}
    </Button>
  ) : null;
  return (
    <Page title={t('form.title')} purpose={t('form.purpose')} action={all.length > 0 ? add : null}>
      <ErrorNote error={forms.error} retry={() => void forms.refetch()} />
      {forms.isPending ? <RowsSkeleton /> : null}
      {forms.data && all.length === 0 ? (
        <EmptyState icon={IconForms} title={t('form.none')} hint={t('form.none-hint')} action={add} />
      ) : null}
      {all.length > 0 ? (
        <ul className={classes['list']} aria-label={t('form.title')}>
          {all
            .toSorted((a, b) => Number(a.retired) - Number(b.retired))
            .map((form) => (
              <li key={form.id} className={classes['row']}>
                <OpenRow onOpen={() => void go({ to: '/settings/forms/$formId', params: { formId: form.id } })}>
                  <span className={classes['label']}>
                    <bdi>{text(form.name)}</bdi>
                  </span>
                  <FormState form={form} />
                  <span className={classes['about']}>
                    <Ltr>{form.key}</Ltr> · <DateText value={form.changedAt} />
                  </span>
                </OpenRow>
              </li>
            ))}
        </ul>
      ) : null}
      {adding ? <NewFormDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
