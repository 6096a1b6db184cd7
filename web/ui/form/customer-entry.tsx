// Hands what is typed to whoever can tell that the customer is here already.
import { Suspense } from 'react';
import { useWatch } from 'react-hook-form';
import { usePanels } from '#web/lib/slots.ts';

export type CustomerEntryProps = {
  /** Where the fields stand in the form's values, such as `customer.`. */
  under?: string;
  onTake: (id: string, name: string) => void;
};

export function CustomerEntry({ under = '', onTake }: CustomerEntryProps) {
  const panels = usePanels('customer-entry');
  const [kind, name, phone, email] = useWatch({
    name: ['kind', 'name', 'phone', 'email'].map((field) => under + field),
  });
  return panels.map((Panel, index) => (
    // The panels of an app never change their places.
    // oxlint-disable-next-line react/no-array-index-key
    <Suspense key={index} fallback={null}>
      <Panel
        entered={{ kind: kind ?? 'person', name: name ?? '', phone, email }}
        onTake={(one) => onTake(one.id, one.name)}
      />
    </Suspense>
  ));
}
