// Merges two records: which one survives, which value of each differing field, and what is joined, before it is done.
import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { IconArrowMerge } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './duplicates.module.css';
import { FieldValueText, useFieldName } from './field-value.tsx';
import { type Compared, type Preview, refreshDuplicates } from './use-duplicates.ts';

export function MergeDialog({ one, other, onClose }: { one: Compared; other: Compared; onClose: () => void }) {
  const t = useT();
  const older = one.registeredAt <= other.registeredAt ? one : other;
  const [survivorId, setSurvivor] = useState(older.id);
  // By field: true takes the value of the record that does not survive.
  const [taken, setTaken] = useState<Readonly<Record<string, boolean>>>({});
  const mergedId = survivorId === one.id ? other.id : one.id;
  const preview = useQuery({
    ...orpc.duplicates.preview.queryOptions({ input: { survivorId, mergedId } }),
    placeholderData: keepPreviousData,
  });
  const shown = preview.data?.survivor.id === survivorId ? preview.data : null;
  // What the survivor lacks it takes, unless told otherwise.
  const takes = (choice: Preview['choices'][number]): boolean => taken[choice.field] ?? choice.survivor.value === null;
  const merge = useMutation({
    mutationFn: () =>
      api.duplicates.merge({
        survivorId,
        mergedId,
        take: (shown?.choices ?? []).filter(takes).map(({ field }) => field),
      }),
    onSuccess: ({ mergedName, survivorName }) => {
      notifications.show({ message: t('duplicate.merged-done', { merged: mergedName, survivor: survivorName }) });
      onClose();
    },
    onSettled: refreshDuplicates,
  });
  return (
    <Dialog opened onClose={onClose} title={t('duplicate.merge-title')} size="lg">
      <Stack>
        <Radio.Group
          label={t('duplicate.survivor')}
          description={t('duplicate.survivor-hint')}
          value={survivorId}
          onChange={(id) => {
            setSurvivor(id);
            setTaken({});
          }}
        >
          <Stack gap={4} mt="xs">
            {[one, other].map((record) => (
              <Radio key={record.id} value={record.id} label={<RecordLine record={record} />} />
            ))}
          </Stack>
        </Radio.Group>
        <ErrorNote error={preview.error} retry={() => void preview.refetch()} />
        {shown ? (
          <>
            <Choices preview={shown} takes={takes} onTake={(field, take) => setTaken({ ...taken, [field]: take })} />
            <Joined preview={shown} />
          </>
        ) : preview.error ? null : (
          <TextSkeleton lines={4} />
        )}
        <ErrorNote error={merge.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            loading={merge.isPending}
            disabled={!shown}
            leftSection={<IconArrowMerge size={16} aria-hidden />}
            onClick={() => merge.mutate()}
          >
            {t('duplicate.merge')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function RecordLine({ record }: { record: Compared }) {
  return (
    <span className={classes['record']}>
      <bdi>{record.name}</bdi>
      {[...record.phones.slice(0, 1), ...record.emails.slice(0, 1)].map((address) => (
        <Text key={address} span c="dimmed" size="sm">
          <Ltr>{address}</Ltr>
        </Text>
      ))}
    </span>
  );
}

type ChoicesProps = {
  preview: Preview;
  takes: (choice: Preview['choices'][number]) => boolean;
  onTake: (field: string, take: boolean) => void;
};

function Choices({ preview, takes, onTake }: ChoicesProps) {
  const t = useT();
  const fieldName = useFieldName();
  if (preview.choices.length === 0) return <Text c="dimmed">{t('duplicate.no-choices')}</Text>;
  return (
    <section aria-labelledby="merge-choices">
      <Title order={3} id="merge-choices">
        {t('duplicate.choices')}
      </Title>
      <Text c="dimmed" mb="xs">
        {t('duplicate.choices-hint')}
      </Text>
      <Stack gap="sm">
        {preview.choices.map((choice) => (
          <Radio.Group
            key={choice.field}
            label={fieldName(choice)}
            value={takes(choice) ? 'merged' : 'survivor'}
            onChange={(side) => onTake(choice.field, side === 'merged')}
          >
            <Group gap="lg" mt={4}>
              {(['survivor', 'merged'] as const).map((side) => (
                <Radio key={side} value={side} label={<FieldValueText field={choice.field} value={choice[side]} />} />
              ))}
            </Group>
          </Radio.Group>
        ))}
      </Stack>
    </section>
  );
}

function Joined({ preview }: { preview: Preview }) {
  const t = useT();
  const { joined, consentsLost } = preview;
  return (
    <section aria-labelledby="merge-joined">
      <Title order={3} id="merge-joined">
        {t('duplicate.joined')}
      </Title>
      <ul className={classes['joined']}>
        <li>{t('duplicate.joined-entries', { count: joined.timelineEntries })}</li>
        {[...joined.phones, ...joined.emails].map((address) => (
          <li key={address}>
            <Ltr>{address}</Ltr>
          </li>
        ))}
      </ul>
      {consentsLost.length > 0 ? (
        <>
          <Title order={4}>{t('duplicate.consents-lost')}</Title>
          <Text c="dimmed">{t('duplicate.consents-lost-means')}</Text>
          <ul className={classes['joined']}>
            {consentsLost.map(({ purpose, channel }) => (
              <li key={`${purpose} ${channel}`}>
                {t('duplicate.consent', {
                  purpose: t(`duplicate.consent-purpose.${purpose}`),
                  channel: t(`duplicate.consent-channel.${channel}`),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
