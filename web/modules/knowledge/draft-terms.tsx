// What shall hold for the version besides its text: for whom, from when, what changed, and what is asked of its readers.
import { Stack, Title } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import type { DocumentKind, DraftInput } from '#contract/knowledge.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { publicKinds } from './choices.ts';
import { ControlQuestionsField } from './control-questions-field.tsx';
import classes from './knowledge.module.css';

export function DraftTerms({ kind, replaces }: { kind: DocumentKind; replaces: number | null }) {
  const t = useT();
  const format = useFormat();
  const demands = useWatch<DraftInput>({ name: 'demandsReceipt' }) as boolean;
  const editorial = useWatch<DraftInput>({ name: 'editorial' }) as boolean;
  return (
    <section className={classes['terms']} aria-labelledby="terms-title">
      <Title order={2} size="h3" id="terms-title">
        {t('knowledge.terms')}
      </Title>
      <Stack gap="md" maw={640}>
        {publicKinds.includes(kind) ? (
          <RadioField
            name="audience"
            label={t('knowledge.audience')}
            choices={(['staff', 'public'] as const).map((value) => ({
              value,
              label: t(`knowledge.audience.${value}`),
              hint: t(`knowledge.audience.${value}-hint`),
            }))}
          />
        ) : null}
        <DateField
          name="validFrom"
          label={t('knowledge.valid-from')}
          hint={t('knowledge.valid-from-hint')}
          min={format.dayOf(new Date().toISOString())}
        />
        {replaces === null ? null : (
          <>
            <ProseField
              name="changeNote"
              label={t('knowledge.change-note')}
              hint={t('knowledge.change-note-hint')}
              rows={2}
              maxLength={2000}
            />
            <SwitchField name="editorial" label={t('knowledge.editorial')} hint={t('knowledge.editorial-hint')} />
          </>
        )}
        <SwitchField name="demandsReceipt" label={t('receipt.demand')} hint={t('receipt.demand-hint')} />
        {demands && !(editorial && replaces !== null) ? (
          <NumberField name="receiptDays" label={t('receipt.days')} hint={t('receipt.days-hint')} />
        ) : null}
        {demands ? <ControlQuestionsField /> : null}
      </Stack>
    </section>
  );
}
