// The list of all that happened, with a line for each new day that names it in both calendars.
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '#web/lib/format.ts';
import classes from './timeline.module.css';

export type TimelineProps<Item> = {
  label: string;
  /** Oldest first. */
  items: readonly Item[];
  at: (item: Item) => string;
  itemId: (item: Item) => string;
  children: (item: Item) => ReactNode;
};

export function Timeline<Item>({ label, items, at, itemId, children }: TimelineProps<Item>) {
  const format = useFormat();
  return (
    <section aria-label={label} className={classes['timeline']}>
      {items.map((item, index) => {
        const before = items[index - 1];
        const day = format.dayOf(at(item));
        return (
          <Fragment key={itemId(item)}>
            {before === undefined || format.dayOf(at(before)) !== day ? <DaySeparator day={day} /> : null}
            {children(item)}
          </Fragment>
        );
      })}
    </section>
  );
}

/** `day` is a Gregorian day "YYYY-MM-DD". */
export function DaySeparator({ day }: { day: string }) {
  const format = useFormat();
  return (
    <div className={classes['day']} role="separator" aria-label={format.bothCalendars(day)}>
      <time dateTime={day}>
        {format.weekday(day)} <span>{format.date(day)}</span>
        <span className={classes['other']}>{format.otherDate(day)}</span>
      </time>
    </div>
  );
}
