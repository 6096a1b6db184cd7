// One thing that happened to a case, in the look of its kind: message, note, claim, dispute, outcome, or a line.
import {
  IconClockPause,
  IconClockPlay,
  IconForms,
  IconInbox,
  IconRotate2,
  IconTag,
  IconUserShare,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { type Translate, useT } from '#web/lib/i18n.ts';
import { MessageBubble } from '#web/ui/timeline/message-bubble.tsx';
import { TimelineEvent } from '#web/ui/timeline/timeline-event.tsx';
import { caseChannels, waitReasons } from './case-choices.ts';
import { ChannelLabel } from './channel-label.tsx';
import { ChangedFacts } from './changed-facts.tsx';
import { ClaimCard } from './claim-card.tsx';
import { type ClaimStory, endingWord, textOf } from './claim-ends.ts';
import { DisputeCard } from './dispute-card.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { caseTexts } from './texts.ts';
import { useDateText } from './use-date-text.ts';
import { useNames, usePersonName } from './use-names.ts';
import type { CaseView, TimelineItem } from './wire.ts';

// Most cases run by no process.
const ProcessLine = lazy(
  withTexts(caseTexts, async () => ({ default: (await import('./process-line.tsx')).ProcessLine })),
);

type EntryProps = { item: TimelineItem; view: CaseView; ends: ReadonlyMap<string, ClaimStory> };

export function TimelineEntry({ item, view, ends }: EntryProps) {
  const t = useT();
  const date = useDateText();
  const by = actorName(item, view, t);
  const shared = { at: item.at, text: item.text };
  const word = endingWord(item.type);
  const channel = caseChannels.find((one) => one === item.data['channel']);

  switch (item.type) {
    case 'case.registered':
      return (
        <>
          <TimelineEvent icon={<IconInbox size={16} aria-hidden />} at={item.at}>
            {t(item.actor.kind === 'staff' ? 'case.event.registered-by' : 'case.event.registered', { by })}
          </TimelineEvent>
          <MessageBubble
            side="customer"
            author={view.customer.name}
            at={item.at}
            text={item.text ?? view.description}
            attachments={item.attachments.length > 0 ? item.attachments : view.attachments}
            status={channel ? <ChannelLabel channel={channel} /> : null}
          />
        </>
      );
    case 'case.message-received':
      return (
        <MessageBubble
          side="customer"
          author={view.customer.name}
          at={item.at}
          text={item.text ?? ''}
          attachments={item.attachments}
          status={
            <>
              {channel ? <ChannelLabel channel={channel} /> : null}
              {item.actor.kind === 'staff' ? <span>{t('case.recorded-by', { by })}</span> : null}
            </>
          }
        />
      );
    case 'case.message-sent':
      return (
        <MessageBubble side="own" author={by} at={item.at} text={item.text ?? ''} attachments={item.attachments} />
      );
    case 'case.note-added':
      return (
        <MessageBubble side="note" author={by} at={item.at} text={item.text ?? ''} attachments={item.attachments} />
      );
    case 'case.resolution-claimed':
      return <ClaimCard item={item} by={by} story={ends.get(textOf(item.data['claimId']) ?? '')} />;
    case 'case.resolution-disputed':
      return <DisputeCard item={item} by={by} />;
    case 'case.assigned':
      return (
        <TimelineEvent icon={<IconUserShare size={16} aria-hidden />} {...shared}>
          <AssignedLine item={item} by={by} />
        </TimelineEvent>
      );
    case 'case.classified':
      return (
        <TimelineEvent icon={<IconTag size={16} aria-hidden />} {...shared}>
          {t('case.event.classified', { by })} <ChangedFacts data={item.data} />
        </TimelineEvent>
      );
    case 'case.wait-started': {
      const reason = waitReasons.find((one) => one === item.data['reason']) ?? 'later';
      const until = textOf(item.data['until']);
      return (
        <TimelineEvent icon={<IconClockPause size={16} aria-hidden />} {...shared}>
          {t('case.event.wait-started', {
            by,
            reason: t(`case.wait.${reason}`),
            until: until ? date(until) : '',
          })}
        </TimelineEvent>
      );
    }
    case 'case.wait-ended':
      return (
        <TimelineEvent icon={<IconClockPlay size={16} aria-hidden />} {...shared}>
          {t('case.event.wait-ended', { by })}
        </TimelineEvent>
      );
    case 'case.form-filled':
      return (
        <TimelineEvent icon={<IconForms size={16} aria-hidden />} {...shared}>
          {t('case.event.form-filled', { by })}
        </TimelineEvent>
      );
    case 'case.reopened':
      return (
        <TimelineEvent icon={<IconRotate2 size={16} aria-hidden data-flips />} {...shared}>
          {t('case.event.reopened', { by })}
        </TimelineEvent>
      );
    case 'case.process-begun':
    case 'case.process-cancelled':
    case 'case.process-refused':
      return (
        <Suspense fallback={null}>
          <ProcessLine item={item} caseId={view.id} />
        </Suspense>
      );
    default:
      return word ? <OutcomeCard item={item} word={word} by={by} view={view} /> : null;
  }
}

function AssignedLine({ item, by }: { item: TimelineItem; by: string }): ReactNode {
  const t = useT();
  const names = useNames();
  const personId = textOf(item.data['toPersonId']);
  const unit = names.unit(textOf(item.data['toUnitId']));
  const person = usePersonName(personId !== null)(personId);
  if (person && unit) return t('case.event.assigned-both', { by, person, unit });
  if (person || unit) return t('case.event.assigned', { by, to: person || unit });
  return t('case.event.unassigned', { by });
}

function actorName(item: TimelineItem, view: CaseView, t: Translate): string {
  if (item.actor.kind === 'customer') return item.actor.name ?? view.customer.name;
  if (item.actor.kind === 'system') return t('case.actor.system');
  return item.actor.name ?? t(item.actor.kind === 'api-key' ? 'case.actor.api-key' : 'case.actor.staff');
}
