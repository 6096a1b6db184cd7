// Makes a policy, empty or with what a regime demands.
import { useState } from 'react';
import { PolicyInput } from '#contract/service-policies.ts';
import { api } from '#web/lib/api.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { freshPolicy } from './policy-entry.ts';
import { PolicyForm } from './policy-form.tsx';
import type { Regime } from './policy-wire.ts';

export function NewPolicy({ regime, onMade }: { regime: Regime | null; onMade: (id: string) => void }) {
  const [initial] = useState(() => freshPolicy(regime));
  const form = useZodForm(PolicyInput, initial);
  return (
    <PolicyForm
      form={form}
      policy={null}
      save={(values, { position, appliesTo }) =>
        api.servicePolicies.create({ ...values, appliesTo, ...(position === undefined ? {} : { position }) })
      }
      onSaved={({ id }) => onMade(id)}
    />
  );
}
