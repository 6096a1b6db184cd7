// The text being written on one tab of the composer: kept as a draft, sent by button or Ctrl+Enter.
import { Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '#web/lib/drafts.ts';
import { useT } from '#web/lib/i18n.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { spokenChannels } from './case-choices.ts';
import { ClaimTerms } from './claim-terms.tsx';
import classes from './composer.module.css';
import { InsertTemplate } from './insert-template.tsx';
import type { OutboxKind } from './outbox.ts';
import { type ComposerDraft, draftKey } from './take-back.ts';
import { useSend } from './use-send.ts';
import type { CaseView } from './wire.ts';

const empty: ComposerDraft = { text: '', files: [], channel: 'phone' };

export function ComposerEditor({
  kind,
  view,
  asked,
  onClaimed,
}: {
  kind: OutboxKind;
  view: CaseView;
  /** Counts how often somebody asked to write; each time the text takes the focus. */
  asked: number;
  onClaimed: () => void;
}) {
  const t = useT();
  const draft = useDraft(draftKey(kind, view.id), empty);
  const send = useSend(view, onClaimed);
  const box = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  const { text, files, channel } = draft.value;

  // Opening a case leaves the keys to the list; asking for this tab means writing.
  useEffect(() => {
    if (asked > 0) box.current?.focus({ preventScroll: true });
  }, [asked]);

  function change(next: Partial<ComposerDraft>): void {
    const value = { ...draft.value, ...next };
    setMissing(false);
    if (value.text === '' && value.files.length === 0) draft.clear();
    else draft.set(value);
  }

  function submit(): void {
    if (text.trim() === '') {
      setMissing(true);
      box.current?.focus();
      return;
    }
    draft.clear();
    send(kind, { ...draft.value, text: text.trim() });
  }

  return (
    <form
      className={classes['editor']}
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {kind === 'claim' ? <ClaimTerms /> : null}
      {kind === 'record' ? (
        <SegmentedControl
          size="sm"
          aria-label={t('case.record.how')}
          data={spokenChannels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
          value={channel}
          onChange={(value) => change({ channel: value as ComposerDraft['channel'] })}
        />
      ) : null}
      <Textarea
        ref={box}
        // An empty field has no direction of its own: its placeholder would be read as Latin.
        {...(text ? { dir: 'auto' } : {})}
        autosize
        minRows={2}
        maxRows={9}
        maxLength={20_000}
        aria-label={t(`case.compose.${kind}`)}
        placeholder={t(`case.compose-hint.${kind}`)}
        error={missing ? faultText('required') : undefined}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      {kind === 'message' || kind === 'claim' ? (
        <InsertTemplate
          view={view}
          onText={(filled) => {
            change({ text: [text.trimEnd(), filled].filter((part) => part !== '').join('\n\n') });
            box.current?.focus();
          }}
        />
      ) : null}
      <Group justify="space-between" align="flex-end" gap="sm">
        {kind === 'record' ? <span /> : <FileDrop files={files} onChange={(next) => change({ files: next })} />}
        <Group gap="sm" className={classes['send'] ?? ''}>
          {draft.restored && text !== '' ? (
            <Text size="sm" c="dimmed">
              {t('case.draft-restored')}
            </Text>
          ) : null}
          <Text span size="sm" c="dimmed" visibleFrom="sm" aria-hidden>
            <Kbd shortcut={{ code: 'Enter', mod: true }} />
          </Text>
          <Button
            type="submit"
            {...(kind === 'claim' ? { classNames: { root: classes['claim-button'] ?? '' } } : {})}
            leftSection={kind === 'message' ? <IconSend size={16} data-flips aria-hidden /> : null}
          >
            {t(`case.send.${kind}`)}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
