// The fields of a policy: its name, the cases it is for, its goals.
import { Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SeveralField } from '#web/ui/form/several-field.tsx';
import { SeveralWordsField } from '#web/ui/form/several-words-field.tsx';
import { caseWords } from './case-words.ts';
import { FaultLine } from './fault-line.tsx';
import { GoalsField } from './goals-field.tsx';
import { RegimeField } from './regime-field.tsx';
import { useChoices } from './use-policies.ts';
import { usePlace } from './use-place.ts';
import classes from './calendar-form.module.css';

export function PolicyFields() {
  const t = useT();
  const { categories, segments, products } = useChoices();
  return (
    <Stack gap="xl">
      <LocaleTextField name="name" label={t('service-policy.name')} required />
      <RegimeField />
      <FormPart title={t('service-policy.conditions')} hint={t('service-policy.conditions-hint')}>
        <ConditionsPlace />
        <SeveralWordsField
          name="conditions.kinds"
          label={t('service-policy.condition.kinds')}
          choices={caseWords.kinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
        />
        <SeveralField
          name="conditions.categoryIds"
          label={t('service-policy.condition.categoryIds')}
          entries={categories}
          placeholder={t('service-policy.any.categoryIds')}
        />
        <SeveralField
          name="conditions.segmentIds"
          label={t('service-policy.condition.segmentIds')}
          hint={t('service-policy.segments-hint')}
          entries={segments}
          placeholder={t('service-policy.any.segmentIds')}
        />
        <SeveralWordsField
          name="conditions.channels"
          label={t('service-policy.condition.channels')}
          choices={caseWords.channels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
        />
        <SeveralWordsField
          name="conditions.priorities"
          label={t('service-policy.condition.priorities')}
          choices={caseWords.priorities.map((value) => ({ value, label: t(`case.priority.${value}`) }))}
        />
        <SeveralField
          name="conditions.productIds"
          label={t('service-policy.condition.productIds')}
          entries={products}
          placeholder={t('service-policy.any.productIds')}
        />
      </FormPart>
      <FormPart title={t('service-policy.goals')} hint={t('service-policy.goals-hint')}>
        <GoalsField />
      </FormPart>
    </Stack>
  );
}

function FormPart({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes['part']} aria-labelledby={id}>
      <Title order={3} id={id}>
        {title}
      </Title>
      <p className={classes['hint']}>{hint}</p>
      {children}
    </section>
  );
}

/** Where a fault of all conditions together is shown: no case fits them. */
function ConditionsPlace() {
  const t = useT();
  const place = usePlace('conditions', t('service-policy.conditions'));
  return (
    <div ref={place.ref} tabIndex={-1}>
      <FaultLine>{place.fault}</FaultLine>
    </div>
  );
}
