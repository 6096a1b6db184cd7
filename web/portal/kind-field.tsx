/** @jsxImportSource preact */
// Which kind of case it is, each with a plain explanation.
import type { CaseKind } from '#contract/catalogue.ts';
import { useWording } from './portal-context.ts';

/** Complaints have their own form. */
const kinds: CaseKind[] = ['request', 'inquiry', 'suggestion', 'remark'];

export function KindField({ value, onChange }: { value: CaseKind; onChange: (kind: CaseKind) => void }) {
  const { t } = useWording();
  return (
    <fieldset class="field">
      <legend>{t('submit.kind')}</legend>
      <div class="kinds">
        {kinds.map((kind) => (
          <label key={kind} class="kind">
            <input type="radio" name="kind" value={kind} checked={kind === value} onChange={() => onChange(kind)} />
            <strong>{t(`kind.${kind}`)}</strong> <span class="quiet">{t(`kind.${kind}.about`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
