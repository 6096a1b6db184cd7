// The personas of a segment, side by side; whoever may writes them here.
import { ActionIcon, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PersonaDialog } from './persona-dialog.tsx';
import classes from './segments.module.css';
import type { Persona } from './use-tree.ts';

export function Personas({ segmentId, mayManage }: { segmentId: string; mayManage: boolean }) {
  const t = useT();
  const query = useQuery(orpc.segments.personas.queryOptions({ input: { segmentId } }));
  const [open, setOpen] = useState<Persona | 'new' | null>(null);
  const personas = query.data?.items ?? [];
  return (
    <section aria-labelledby="segment-personas">
      <Group justify="space-between" mb="sm">
        <Title order={3} id="segment-personas">
          {t('segment.personas')}
        </Title>
        {mayManage ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {t('segment.persona-add')}
          </Button>
        ) : null}
      </Group>
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isSuccess && personas.length === 0 ? <Text c="dimmed">{t('segment.no-personas')}</Text> : null}
      <ul className={classes['personas']}>
        {personas.map((persona) => (
          <li key={persona.id}>
            <Card persona={persona} {...(mayManage ? { onChange: () => setOpen(persona) } : {})} />
          </li>
        ))}
      </ul>
      {open ? (
        <PersonaDialog segmentId={segmentId} persona={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

const lists = ['goals', 'needs', 'frustrations'] as const;

function Card({ persona, onChange }: { persona: Persona; onChange?: () => void }) {
  const t = useT();
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={4}>
          <bdi>{persona.name}</bdi>
        </Title>
        {onChange ? (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('segment.persona-change', { name: persona.name })}
            onClick={onChange}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        ) : null}
      </Group>
      {persona.story ? <Text dir="auto">{persona.story}</Text> : null}
      {persona.quotes.map((quote) => (
        <blockquote key={quote} dir="auto">
          {quote}
        </blockquote>
      ))}
      {lists.map((list) =>
        persona[list].length > 0 ? (
          <div key={list}>
            <Text size="sm" c="dimmed">
              {t(`segment.persona.${list}`)}
            </Text>
            <ul>
              {persona[list].map((line) => (
                <li key={line}>
                  <bdi>{line}</bdi>
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      {persona.channels.length > 0 ? (
        <Text size="sm">
          <Text span c="dimmed" size="sm">
            {t('segment.persona.channels')}:{' '}
          </Text>
          {persona.channels.map((channel) => t(`segment.persona-channel.${channel}`)).join(' · ')}
        </Text>
      ) : null}
      {persona.evidence.map(({ note, link }) => (
        <Text key={note} size="sm" c="dimmed" dir="auto">
          {t('segment.persona.evidence')}:{' '}
          {link ? (
            <Anchor href={link} target="_blank" rel="noreferrer" underline="always">
              {note}
            </Anchor>
          ) : (
            note
          )}
        </Text>
      ))}
    </Stack>
  );
}
