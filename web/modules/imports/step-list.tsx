// The three steps before an import runs, each with a way back to it.
import { UnstyledButton } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { NumberText } from '#web/ui/number-text.tsx';
import classes from './imports.module.css';
import { type Step, steps } from './steps.ts';

export function StepList({ open, onOpen, busy }: { open: Step; onOpen: (step: Step) => void; busy: boolean }) {
  const t = useT();
  return (
    <nav aria-label={t('import.steps')}>
      <ol className={classes['steps']}>
        {steps.map((step, index) => (
          <li key={step}>
            <UnstyledButton
              className={classes['step'] ?? ''}
              data-open={step === open || undefined}
              aria-current={step === open ? 'step' : undefined}
              disabled={busy || steps.indexOf(open) < index}
              onClick={() => onOpen(step)}
            >
              <span className={classes['mark']} aria-hidden>
                <NumberText value={index + 1} />
              </span>
              {t(`import.step.${step}`)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
