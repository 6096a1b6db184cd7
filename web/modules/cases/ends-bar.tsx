// The seven ends of claims as one bar; widths are shares of `of`, so bars under each other can be compared.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { claimEndsInOrder } from './figure-words.ts';
import classes from './figures.module.css';
import type { ClaimFigures } from './wire.ts';

/** A number needs this share of the bar to stand inside its part. */
const roomFor = 0.045;

export function EndsBar({ claims, of, height }: { claims: ClaimFigures; of: number; height: number }) {
  const t = useT();
  const format = useFormat();
  const parts = claimEndsInOrder.filter(({ name }) => claims[name] > 0);
  const label = parts
    .map(({ name }) => t('figures.part', { name: t(`figures.end.${name}`), count: claims[name] }))
    .join(t('case.list-joint'));
  return (
    <div
      className={classes['bar']}
      role="img"
      aria-label={`${t('figures.claims-count', { count: claims.claims })}: ${label}`}
      style={{ blockSize: height, inlineSize: `${(claims.claims / (of || 1)) * 100}%` }}
    >
      {parts.map(({ name }) => (
        <span
          key={name}
          className={classes['part']}
          data-end={name}
          style={{ flexGrow: claims[name] }}
          title={t('figures.part', { name: t(`figures.end.${name}`), count: claims[name] })}
        >
          {claims[name] / (of || 1) >= roomFor ? format.number(claims[name]) : null}
        </span>
      ))}
    </div>
  );
}
