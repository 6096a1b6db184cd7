// "Did this help": yes, or no with what was missing.
import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import classes from './knowledge.module.css';
import { type Reading, refreshKnowledge } from './use-knowledge.ts';

export function FeedbackForm({ reading }: { reading: Reading }) {
  const t = useT();
  const [helpful, setHelpful] = useState(reading.feedback?.helpful ?? null);
  const [missing, setMissing] = useState(reading.feedback?.missing ?? '');
  const saying = useMutation({
    mutationFn: (said: { helpful: boolean; missing: string | null }) =>
      api.knowledge.giveFeedback({ id: reading.id, version: reading.version, language: reading.language, ...said }),
    onSuccess: refreshKnowledge,
  });
  return (
    <section className={classes['feedback']} aria-label={t('knowledge.did-it-help')}>
      <Text fw={600}>{t('knowledge.did-it-help')}</Text>
      <Group gap="xs">
        <Button
          variant={helpful === true ? 'light' : 'default'}
          aria-pressed={helpful === true}
          leftSection={<IconThumbUp size={16} aria-hidden />}
          onClick={() => {
            setHelpful(true);
            saying.mutate({ helpful: true, missing: null });
          }}
        >
          {t('knowledge.helped')}
        </Button>
        <Button
          variant={helpful === false ? 'light' : 'default'}
          aria-pressed={helpful === false}
          leftSection={<IconThumbDown size={16} aria-hidden />}
          onClick={() => setHelpful(false)}
        >
          {t('knowledge.helped-not')}
        </Button>
      </Group>
      {helpful === false ? (
        <>
          <Textarea
            label={t('knowledge.what-missing')}
            autosize
            minRows={2}
            maxLength={2000}
            attributes={writtenDirection(missing)}
            value={missing}
            onChange={(event) => setMissing(event.currentTarget.value)}
          />
          <div>
            <Button
              loading={saying.isPending}
              onClick={() => saying.mutate({ helpful: false, missing: missing.trim() || null })}
            >
              {t('knowledge.say-it')}
            </Button>
          </div>
        </>
      ) : null}
      {saying.isSuccess ? (
        <Text role="status" size="sm" c="dimmed">
          {t('knowledge.feedback-kept')}
        </Text>
      ) : null}
      <ErrorNote error={saying.error} />
    </section>
  );
}
