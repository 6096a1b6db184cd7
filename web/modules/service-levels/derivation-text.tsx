// How a due time came about, to read and to check: sentences in the reader's calendar, with the other calendar on hover.
import { type Derived, derivationSentences } from './derivation-sentences.ts';
import classes from './derivation-text.module.css';
import { Told } from './told-sentence.tsx';
import { useWords } from './words.ts';

export function DerivationText({ of }: { of: Derived }) {
  const { t, ...words } = useWords();
  const { begins, days, pauses, due } = derivationSentences(of, { t, ...words });
  return (
    <div className={classes['derivation']}>
      <p>
        <Told sentence={begins} />
      </p>
      <ol className={classes['days']} aria-label={t('derivation.days-of')}>
        {days.map((sentence) => (
          <li key={sentence.text}>
            <Told sentence={sentence} />
          </li>
        ))}
      </ol>
      {pauses.length > 0 ? (
        <ul className={classes['pauses']} aria-label={t('derivation.pauses-of')}>
          {pauses.map((sentence) => (
            <li key={sentence.text}>
              <Told sentence={sentence} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className={classes['due']}>
        <Told sentence={due} />
      </p>
    </div>
  );
}
