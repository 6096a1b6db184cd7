// One form: its draft to be designed, or the version in use with its history, and what can be done with it.
import { Button, Group, Title } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { Designer } from './designer.tsx';
import { FormState } from './form-state.tsx';
import { formQuery, showForm, type FormView } from './use-forms.ts';
import { VersionView } from './version-view.tsx';
import classes from './forms.module.css';

const route = getRouteApi('/shell/settings/forms/$formId');

export function FormPage() {
  const t = useT();
  const text = useLocaleText();
  const { formId } = route.useParams();
  const query = useQuery(formQuery(formId));
  const mayManage = useMay('form.manage');
  const view = query.data;
  const draft = mayManage && !view?.retired ? (view?.draft ?? null) : null;
  return (
    <Page
      title={view ? text(view.name) : t('form.form')}
      purpose={draft ? t('form.draft-of', { number: draft.number }) : t('form.purpose-one')}
      action={<PageLink to="/settings/forms">{t('form.all')}</PageLink>}
    >
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <TextSkeleton lines={10} /> : null}
      {view && draft ? <Designer key={draft.number} view={view} draft={draft} /> : null}
      {view && !draft ? <Standing view={view} mayManage={mayManage} /> : null}
      {view && view.versions.length > 0 ? <History view={view} /> : null}
    </Page>
  );
}

function Standing({ view, mayManage }: { view: FormView; mayManage: boolean }) {
  const t = useT();
  const [retiring, setRetiring] = useState(false);
  const begin = useMutation({ mutationFn: () => api.forms.beginDraft({ id: view.id }), onSuccess: showForm });
  const retire = useMutation({
    mutationFn: (retired: boolean) => api.forms.retire({ id: view.id, retired }),
    onSuccess: async (next) => {
      setRetiring(false);
      await showForm(next);
    },
  });
  return (
    <Group gap="md">
      <FormState form={view} />
      {mayManage && !view.retired && view.current ? (
        <>
          <Button
            leftSection={<IconPencil size={16} aria-hidden />}
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {t('form.begin-version')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArchive size={16} aria-hidden />}
            onClick={() => setRetiring(true)}
          >
            {t('form.retire')}
          </Button>
        </>
      ) : null}
      {mayManage && view.retired ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} data-flips aria-hidden />}
          loading={retire.isPending}
          onClick={() => retire.mutate(false)}
        >
          {t('form.bring-back')}
        </Button>
      ) : null}
      <ErrorNote error={begin.error} />
      <ConfirmDialog
        opened={retiring}
        onClose={() => setRetiring(false)}
        onConfirm={() => retire.mutate(true)}
        title={t('form.retire')}
        confirmLabel={t('form.retire')}
        busy={retire.isPending}
        error={retire.error}
      >
        {t('form.retire-means')}
      </ConfirmDialog>
    </Group>
  );
}

function History({ view }: { view: FormView }) {
  const t = useT();
  const [shown, setShown] = useState(view.draft ? null : (view.versions[0]?.id ?? null));
  return (
    <section aria-labelledby="form-versions" className={classes['history']}>
      <Title order={2} id="form-versions">
        {t('form.versions')}
      </Title>
      <VersionView view={view} shown={shown} onShow={setShown} />
    </section>
  );
}
