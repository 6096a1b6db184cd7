// Publishes a new version of a policy. When somebody else did so meanwhile, what was typed stays, and a person decides which holds.
import { useRef, useState } from 'react';
import { PolicyInput } from '#contract/service-policies.ts';
import { api } from '#web/lib/api.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { entryOf } from './policy-entry.ts';
import { PolicyForm } from './policy-form.tsx';
import type { Policy } from './policy-wire.ts';
import type { Decision } from './publish-dialog.tsx';
import { WhichHolds } from './which-holds.tsx';

type ChangePolicyProps = { policy: Policy; onChanged: () => void };

export function ChangePolicy({ policy, onChanged }: ChangePolicyProps) {
  // Under the hands of the person who fills in the form nothing may change, whatever is saved meanwhile.
  const [begun, setBegun] = useState(policy);
  return <ChangeForm key={begun.version} policy={begun} onTaken={setBegun} onChanged={onChanged} />;
}

function ChangeForm({ policy, onTaken, onChanged }: ChangePolicyProps & { onTaken: (theirs: Policy) => void }) {
  const form = useZodForm(PolicyInput, entryOf(policy));
  const version = useRef(policy.version);
  const [theirs, setTheirs] = useState<Policy | null>(null);
  const { id } = policy;

  async function save(values: PolicyInput, { appliesTo }: Decision): Promise<Policy> {
    try {
      return await api.servicePolicies.change({ ...values, id, version: version.current, appliesTo });
    } catch (error) {
      if (isProblem(error, 'service-policy.changed-meanwhile')) setTheirs(await api.servicePolicies.get({ id }));
      throw error;
    }
  }

  return (
    <PolicyForm form={form} policy={policy} save={save} onSaved={onChanged}>
      {theirs ? (
        <WhichHolds
          theirs={theirs}
          onMine={() => (version.current = theirs.version)}
          onTheirs={() => onTaken(theirs)}
        />
      ) : null}
    </PolicyForm>
  );
}
