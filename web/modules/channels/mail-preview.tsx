// The words of a mail as the reader gets them: the letter in a frame that can run nothing, or its plain text.
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { UserText } from '#web/ui/user-text.tsx';
import { LetterFrame } from './letter-frame.tsx';
import classes from './mail-preview.module.css';
import type { OutgoingLetter } from './use-outbox.ts';

export function MailPreview({ mail }: { mail: OutgoingLetter }) {
  const t = useT();
  const [shown, setShown] = useState('letter');
  return (
    <Stack gap="sm">
      <Text fw={600}>
        <bdi>{mail.subject}</bdi>
      </Text>
      <Group gap={6} wrap="nowrap" align="flex-start" className={classes['masked'] ?? ''}>
        <IconEyeOff size={16} aria-hidden />
        <Text size="sm">{t('channels.masked')}</Text>
      </Group>
      <SegmentedControl
        aria-label={t('channels.content')}
        value={shown}
        onChange={setShown}
        data={[
          { value: 'letter', label: t('channels.letter') },
          { value: 'text', label: t('channels.text') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {shown === 'letter' ? (
        <LetterFrame title={mail.subject} html={mail.html} />
      ) : (
        <div className={classes['text']} lang={mail.language}>
          <UserText>{mail.text}</UserText>
        </div>
      )}
    </Stack>
  );
}
