// The steps of a step sheet: numbered, each with what has to be true before the next one.
import { IconSquareCheck } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { RichTextView } from '#web/ui/rich-text/rich-text-view.tsx';
import classes from './knowledge.module.css';
import { imageAddress, type Reading } from './use-knowledge.ts';

export function StepList({ steps, lang }: { steps: Reading['steps']; lang: string }) {
  const t = useT();
  return (
    <ol className={classes['steps']}>
      {steps.map((step) => (
        <li key={step.id}>
          <strong dir="auto">{step.title}</strong>
          {step.body ? <RichTextView value={step.body} lang={lang} imageAddress={imageAddress} /> : null}
          {step.check ? (
            <span className={classes['check']}>
              <IconSquareCheck size={18} aria-hidden />
              <span>
                {t('knowledge.step-check')}: <bdi>{step.check}</bdi>
              </span>
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
