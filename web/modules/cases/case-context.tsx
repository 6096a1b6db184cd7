// What surrounds a case: its customer, its promises, the steps to take, its clocks, its claims, its facts, and the other cases of the same customer.
import { lazy, Suspense } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { CaseClocks } from './case-clocks.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseLine } from './case-line.tsx';
import { Part } from './case-part.tsx';
import { ClaimsSoFar } from './claims-so-far.tsx';
import classes from './case-context.module.css';
import { CustomerCard } from './customer-card.tsx';
import { KnowledgePart } from './knowledge-part.tsx';
import { caseTexts } from './texts.ts';
import type { CaseView } from './wire.ts';

// Derivations bring texts and rules that the list of cases does not need.
const PromisesPart = lazy(
  withTexts(caseTexts, async () => {
    const [part, { serviceLevelTexts }] = await Promise.all([
      import('./promises-part.tsx'),
      import('#web/modules/service-levels/index.ts'),
    ]);
    return withTexts(serviceLevelTexts, async () => ({ default: part.PromisesPart }))();
  }),
);

const StepsPart = lazy(withTexts(caseTexts, async () => ({ default: (await import('./steps-part.tsx')).StepsPart })));
const ProcessPart = lazy(
  withTexts(caseTexts, async () => ({ default: (await import('./process-part.tsx')).ProcessPart })),
);
// Most cases have no form: what shows one waits until the case stands.
const FormsPart = lazy(withTexts(caseTexts, async () => ({ default: (await import('./forms-part.tsx')).FormsPart })));

type ContextProps = { view: CaseView; onDialog: (name: CaseDialogName) => void };

export function CaseContext({ view, onDialog }: ContextProps) {
  return (
    <div className={classes['context']}>
      <Part titleKey="case.customer">
        <CustomerCard view={view} />
      </Part>
      <Suspense fallback={<TextSkeleton lines={4} />}>
        <PromisesPart view={view} onDialog={onDialog} />
      </Suspense>
      <Suspense fallback={null}>
        <ProcessPart view={view} />
        <StepsPart view={view} />
        <FormsPart view={view} onDialog={onDialog} />
      </Suspense>
      <KnowledgePart view={view} />
      <Part titleKey="case.clocks">
        <CaseClocks view={view} />
      </Part>
      <ClaimsSoFar view={view} />
      <Part titleKey="case.facts">
        <CaseFacts view={view} />
      </Part>
      {view.otherCases.length > 0 ? (
        <Part titleKey="case.other-cases">
          <ul className={classes['list']}>
            {view.otherCases.map((one) => (
              <li key={one.id}>
                <CaseLine {...one} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </div>
  );
}
