// A row of numbers, each under what it counts.
import { NumberText } from './number-text.tsx';
import classes from './counts.module.css';

export type Count = { key: string; label: string; value: number };

export function Counts({ counts }: { counts: readonly Count[] }) {
  return (
    <dl className={classes['counts']}>
      {counts.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <NumberText value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
