/** @jsxImportSource preact */
// What went wrong, in words: the refused fields of a form with ways to reach them, and problems of the request.
import { useEffect, useRef } from 'preact/hooks';
import { fieldId } from './field.tsx';
import type { Formats } from './formats.ts';
import type { Values } from './messages.ts';
import { usePortal, useWording } from './portal-context.ts';
import { faultText, problemText, type Problem } from './problem.ts';
import type { FieldFault } from './wire.ts';

export interface NamedFault extends FieldFault {
  /** Name of the form field it belongs to, where it differs from the server's. */
  at?: string;
  /** What the field is called, where its words alone do not say. */
  label?: string;
}

/** Takes the focus each time the form is refused, so that nobody has to search for the reason. */
export function FaultSummary({ faults }: { faults: NamedFault[] }) {
  const { plural, formats, t } = usePortal();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div class="notice red" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{plural('faults.title', faults.length, formats.number(faults.length))}</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field + fault.code}>
            <a href={`#${fieldId(fault.at ?? fault.field)}`} onClick={(event) => reach(event, fault)}>
              {fault.label && `${fault.label}: `}
              {t(faultText(fault), limitOf(fault, formats))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function reach(event: Event, fault: NamedFault) {
  event.preventDefault();
  const field = document.getElementById(fieldId(fault.at ?? fault.field));
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

export function useFaultOf(faults: NamedFault[]): (field: string) => string | null {
  const { t, formats } = usePortal();
  return (field) => {
    const fault = faults.find((each) => each.field === field);
    return fault ? t(faultText(fault), limitOf(fault, formats)) : null;
  };
}

/** How much is allowed, where the words say it. */
function limitOf({ params }: FieldFault, formats: Formats): Values {
  const limit = params?.['minimum'] ?? params?.['maximum'];
  return typeof limit === 'number' ? { limit: formats.number(limit) } : {};
}

export function ProblemNotice({ problem, reading = false }: { problem: Problem | null; reading?: boolean }) {
  const { t } = useWording();
  if (!problem) return null;
  return (
    <div class="notice red" role="alert">
      <p>{t(problemText(problem, reading))}</p>
      {problem.status >= 500 && problem.requestId && (
        <p class="quiet">{t('problem.reference', { reference: problem.requestId })}</p>
      )}
    </div>
  );
}
