// How a day looks: a shape and a colour, with its word beside it wherever the shape alone would have to speak.
import { useT } from '#web/lib/i18n.ts';
import classes from './year-view.module.css';
import type { Look } from './year-days.ts';

export function LookMark({ look }: { look: Look }) {
  const t = useT();
  return (
    <span className={classes['look']} data-look={look}>
      <span className={classes['mark']} aria-hidden />
      {t(`working-calendar.look.${look}`)}
    </span>
  );
}
