// What a classification changed, from what to what.
import { useT } from '#web/lib/i18n.ts';
import { caseKinds, casePriorities } from './case-choices.ts';
import { textOf } from './claim-ends.ts';
import { useNames } from './use-names.ts';

const facts = ['kind', 'category_id', 'product_id', 'priority', 'subject'] as const;

export function ChangedFacts({ data }: { data: Record<string, unknown> }) {
  const t = useT();
  const names = useNames();
  const changed = Array.isArray(data['changed']) ? data['changed'] : [];

  function value(fact: (typeof facts)[number], given: unknown): string {
    const id = textOf(given);
    if (id === null) return t('case.fact.none');
    if (fact === 'category_id') return names.category(id);
    if (fact === 'product_id') return names.product(id);
    const kind = caseKinds.find((one) => one === id);
    if (kind) return t(`case.kind.${kind}`);
    const priority = casePriorities.find((one) => one === id);
    return priority ? t(`case.priority.${priority}`) : id;
  }

  const lines = facts
    .filter((fact) => changed.includes(fact))
    .map((fact) =>
      fact === 'subject'
        ? t('case.fact.subject')
        : t('case.fact-changed', {
            fact: t(`case.fact.${fact}`),
            from: value(fact, data[`${fact}_before`]),
            to: value(fact, data[fact]),
          }),
    );
  return <>{lines.join(t('case.list-joint'))}</>;
}
