// What surrounds a case: its customer, its clocks, its claims, its facts, and the other cases of the same customer.
import { CaseClocks } from './case-clocks.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseLine } from './case-line.tsx';
import { Part } from './case-part.tsx';
import { ClaimsSoFar } from './claims-so-far.tsx';
import classes from './case-context.module.css';
import { CustomerCard } from './customer-card.tsx';
import type { CaseView } from './wire.ts';

export function CaseContext({ view }: { view: CaseView }) {
  return (
    <div className={classes['context']}>
      <Part titleKey="case.customer">
        <CustomerCard view={view} />
      </Part>
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
