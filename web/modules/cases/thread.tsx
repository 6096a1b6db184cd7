// The conversation and history of a case, oldest first, opened at its end and kept there while somebody reads the end.
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Timeline } from '#web/ui/timeline/timeline.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { timelineQuery } from './case-queries.ts';
import { claimEnds } from './claim-ends.ts';
import { useOutbox } from './outbox.ts';
import { OutboxBubble } from './outbox-bubble.tsx';
import classes from './thread.module.css';
import { TimelineEntry } from './timeline-entry.tsx';
import type { CaseView } from './wire.ts';

export function Thread({ view }: { view: CaseView }) {
  const t = useT();
  const timeline = useQuery(timelineQuery(view.id));
  const outbox = useOutbox(view.id);
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const items = timeline.data;
  const ends = claimEnds(items ?? []);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [items, outbox]);

  // The composer grows and shrinks below: whoever reads the end goes on reading it.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={scroller}
      className={classes['thread']}
      // A scrolling region must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t('case.timeline')}
      onScroll={(event) => {
        const box = event.currentTarget;
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
      }}
    >
      {timeline.isPending ? <TextSkeleton lines={8} /> : null}
      {timeline.isError && !items ? <ErrorNote error={timeline.error} retry={() => void timeline.refetch()} /> : null}
      {items ? (
        <Timeline label={t('case.history')} items={items} at={(item) => item.at} itemId={(item) => item.id}>
          {(item) => <TimelineEntry item={item} view={view} ends={ends} />}
        </Timeline>
      ) : null}
      <div aria-live="polite" className={classes['outbox']}>
        {outbox.map((item) => (
          <OutboxBubble key={item.key} item={item} />
        ))}
      </div>
    </div>
  );
}
