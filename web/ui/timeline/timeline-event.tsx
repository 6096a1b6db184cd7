// A line of the timeline that is no message: what happened, who did it, when, and a text that belongs to it.
import type { ReactNode } from 'react';
import { DateText } from '../date-text.tsx';
import { UserText } from '../user-text.tsx';
import classes from './timeline.module.css';

export type TimelineEventProps = {
  /** An icon of 16 px, such as `<StateIcon word="claimed" />`. */
  icon: ReactNode;
  children: ReactNode;
  at: string;
  /** Reason, evidence or answer. */
  text?: string | null;
};

export function TimelineEvent({ icon, children, at, text }: TimelineEventProps) {
  return (
    <div className={classes['event']}>
      <span className={classes['event-icon']}>{icon}</span>
      <div className={classes['event-body']}>
        <div className={classes['event-line']}>
          <span>{children}</span>
          <DateText value={at} show="time" />
        </div>
        {text ? (
          <blockquote className={classes['quote']}>
            <UserText lines={8}>{text}</UserText>
          </blockquote>
        ) : null}
      </div>
    </div>
  );
}
