// The form of a policy with the tester beside it. Before it is saved, a step says which cases it takes over and what it costs others.
import { Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { PolicyInput } from '#contract/service-policies.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { PlaceInOrder } from './place-in-order.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { PolicyTester } from './policy-tester.tsx';
import type { Policy, PolicyCost } from './policy-wire.ts';
import { type Decision, PublishDialog } from './publish-dialog.tsx';
import { refreshPolicies } from './use-policies.ts';
import classes from './policies.module.css';

export type PolicyFormState = UseFormReturn<z.input<typeof PolicyInput>, unknown, PolicyInput>;

type PolicyFormProps = {
  form: PolicyFormState;
  /** The policy that a new version is made of; null: a new policy. */
  policy: Policy | null;
  save: (values: PolicyInput, decision: Decision & Place) => Promise<Policy>;
  onSaved: (policy: Policy) => void;
  /** Above the fields. */
  children?: ReactNode;
};

/** Of a new policy: from 1; absent at the end. */
export type Place = { position?: number };

type Question = { cost: PolicyCost; answer: (decision: Decision | null) => void };

export function PolicyForm({ form, policy, save, onSaved, children }: PolicyFormProps) {
  const t = useT();
  const [question, setQuestion] = useState<Question | null>(null);
  const [position, setPosition] = useState<number | null>(null);
  const place: Place = !policy && position !== null ? { position } : {};

  /** Null: nobody wants to publish it after all. */
  async function decide(values: PolicyInput): Promise<Decision | null> {
    const cost = await api.servicePolicies.cost({ ...values, ...place, ...(policy ? { id: policy.id } : {}) });
    // A new policy that favours nobody and fits no open case leaves nothing to decide.
    if (!policy && !cost.favoursSegments && cost.takesOver === 0) return { appliesTo: 'new' };
    const decision = await new Promise<Decision | null>((answer) => setQuestion({ cost, answer }));
    setQuestion(null);
    return decision;
  }

  return (
    <div className={classes['columns']}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const decision = await decide(values);
          if (!decision) return;
          const saved = await save(values, { ...decision, ...place });
          // Nothing is unsaved any more, so that leaving does not ask.
          form.reset(values);
          await refreshPolicies();
          notifications.show({ message: t('service-policy.saved') });
          onSaved(saved);
        }}
      >
        <LeaveQuestion />
        {children}
        <PolicyFields />
        {policy ? null : <PlaceInOrder position={position} onChange={setPosition} />}
        <div className={classes['foot']}>
          <SubmitButton>{t(policy ? 'service-policy.publish' : 'service-policy.add')}</SubmitButton>
        </div>
      </Form>
      <section className={classes['beside']} aria-labelledby="policy-test">
        <Title order={3} size="h4" id="policy-test">
          {t('service-policy.test')}
        </Title>
        <PolicyTester draft={{ form, at: policy ? { id: policy.id } : place }} />
      </section>
      {question ? <PublishDialog cost={question.cost} onAnswer={question.answer} /> : null}
    </div>
  );
}
