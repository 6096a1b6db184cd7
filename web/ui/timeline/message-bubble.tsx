// One message of a conversation: ours at the inline end, the customer's at the inline start, a note the customer never sees in between.
import type { ReactNode } from 'react';
import type { FileView } from '#contract/common.ts';
import { useT } from '#web/lib/i18n.ts';
import { AttachmentList } from '../attachment-list.tsx';
import { DateText } from '../date-text.tsx';
import { UserText } from '../user-text.tsx';
import classes from './timeline.module.css';

export type MessageBubbleProps = {
  side: 'own' | 'customer' | 'note';
  /** Name of whoever wrote it; empty for the customer's own portal. */
  author: ReactNode;
  at: string;
  text: string;
  attachments?: readonly FileView[];
  /** Beside the time: how it came ("by phone"), or pending, sent, failed. */
  status?: ReactNode;
};

export function MessageBubble({ side, author, at, text, attachments = [], status }: MessageBubbleProps) {
  const t = useT();
  return (
    <article className={classes['bubble']} data-side={side}>
      <header className={classes['meta']}>
        <strong>
          <bdi>{author}</bdi>
        </strong>
        {side === 'note' ? <span>{t('ui.internal-note')}</span> : null}
        <DateText value={at} show="time" />
        {status}
      </header>
      <UserText lines={20}>{text}</UserText>
      <AttachmentList files={attachments} />
    </article>
  );
}
