// What publishing the draft would do, before anybody moves: the changed segments, and who goes from where to where.
import { Alert, Badge, Stack, Text, Title } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { MoveList } from './move-list.tsx';
import classes from './segments.module.css';
import { refreshTree, type Preview } from './use-tree.ts';

export function PreviewPage() {
  const t = useT();
  const preview = useQuery({ ...orpc.segments.preview.queryOptions({ input: {} }), retry: false });
  const mayPublish = useMay('segment.publish');
  return (
    <Page title={t('segment.preview')} purpose={t('segment.preview-purpose')} width="reading">
      <Stack gap="xl">
        <PageLink to="/customer-tree" search={{ version: 'draft' }}>
          {t('segment.preview-back')}
        </PageLink>
        <ErrorNote error={preview.error} retry={() => void preview.refetch()} />
        {preview.isPending ? <RowsSkeleton /> : null}
        {preview.data ? <What preview={preview.data} /> : null}
        {preview.data && mayPublish ? <Publish /> : null}
      </Stack>
    </Page>
  );
}

function What({ preview }: { preview: Preview }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const moving = preview.moves.reduce((sum, move) => sum + move.count, 0);
  return (
    <>
      <section aria-labelledby="preview-changes">
        <Title order={2} id="preview-changes" mb="sm">
          {t('segment.changes')}
        </Title>
        {preview.changes.length === 0 ? <Text c="dimmed">{t('segment.no-changes')}</Text> : null}
        <ul className={classes['moves']}>
          {preview.changes.map((change) => (
            <li key={change.id}>
              <bdi>{text(change.name)}</bdi>
              <Badge variant="light" color={change.change === 'removed' ? 'red' : 'brand'} tt="none">
                {t(`segment.change.${change.change}`)}
              </Badge>
              {change.fields.length > 0 ? (
                <span className={classes['examples']}>
                  {change.fields.map((field) => t(`segment.changed.${field}`)).join(' · ')}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="preview-moves">
        <Title order={2} id="preview-moves" mb="sm">
          {t('segment.who-moves')}
        </Title>
        <Text mb="sm">
          {t('segment.moving', { count: moving })} {t('segment.staying', { customers: format.number(preview.stay) })}
        </Text>
        <MoveList moves={preview.moves} label={t('segment.who-moves')} />
        {preview.pinnedKept > 0 ? <Text mt="sm">{t('segment.pinned-kept', { count: preview.pinnedKept })}</Text> : null}
        {preview.pinnedReleased > 0 ? (
          <Alert mt="sm" color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />}>
            {t('segment.pinned-released', { count: preview.pinnedReleased })}
          </Alert>
        ) : null}
      </section>
    </>
  );
}

const Note = z.object({ note: z.string().trim().max(1000).nullable() });

function Publish() {
  const t = useT();
  const go = useNavigate();
  const form = useZodForm(Note, { note: null });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await api.segments.publish(values);
        await refreshTree();
        notifications.show({ message: t('segment.publishing-begun') });
        await go({ to: '/customer-tree', search: {} });
      }}
    >
      <ProseField name="note" label={t('segment.publish-note')} hint={t('segment.publish-note-hint')} rows={2} />
      <SubmitButton>{t('segment.publish')}</SubmitButton>
    </Form>
  );
}
