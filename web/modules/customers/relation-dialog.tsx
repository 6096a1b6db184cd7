// Relates this customer with another one, who is found by name or address.
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { RelationKind } from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { CustomerField } from './customer-field.tsx';
import type { Customer } from './use-customers.ts';

type Kind = z.infer<typeof RelationKind>;
type Way = `${Kind}.${'from' | 'to'}`;

const ways: readonly (readonly [Way, ReadonlyArray<'person' | 'company'>])[] = [
  ['works-at.from', ['person']],
  ['works-at.to', ['company']],
  ['family-of.from', ['person']],
  ['agent-of.from', ['person', 'company']],
  ['agent-of.to', ['person', 'company']],
  ['branch-of.from', ['company']],
  ['branch-of.to', ['company']],
];

const Entry = z.object({ kind: z.string(), otherId: Id });
type RelationDialogProps = { customer: Customer; onClose: () => void; onDone: () => void };

export function RelationDialog({ customer, onClose, onDone }: RelationDialogProps) {
  const t = useT();
  const fitting = ways.filter(([, kinds]) => kinds.includes(customer.kind)).map(([way]) => way);
  const form = useZodForm(Entry, { kind: fitting[0] ?? '', otherId: '' });

  async function add(values: z.output<typeof Entry>): Promise<void> {
    const [kind, direction] = values.kind.split('.');
    await api.customers.addRelation({
      id: customer.id,
      kind: RelationKind.parse(kind),
      otherId: values.otherId,
      direction: direction === 'to' ? 'to' : 'from',
    });
    onDone();
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t('customer.add-relation')}>
      <Form form={form} onSubmit={add}>
        <SelectField
          name="kind"
          label={t('customer.relation-of', { name: customer.name })}
          choices={fitting.map((value) => ({ value, label: t(`customer.relation.${value}`) }))}
        />
        <CustomerField name="otherId" label={t('customer.relation-other')} except={customer.id} required />
        <SubmitButton>{t('customer.add-relation')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
