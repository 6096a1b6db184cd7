// The part of the dialog that begins a process from a template: which one, in which language, which units, and what it looks like.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Language } from '#contract/common.ts';
import type { Template } from '#contract/process-templates.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './templates.module.css';

// The tool that draws is not needed to open the dialog.
const DiagramView = lazy(async () => ({ default: (await import('../modeler/diagram-view.tsx')).DiagramView }));

const ownNames: Record<Language, string> = { ar: 'العربية', fa: 'فارسی', en: 'English' };

export const templatesQuery = orpc.processTemplates.list.queryOptions({ input: {}, staleTime: Infinity });

export function TemplatePart() {
  const t = useT();
  const text = useLocaleText();
  const units = useUnits();
  const { setValue, getValues } = useFormContext();
  const list = useQuery(templatesQuery);
  const [key, language] = useWatch({ name: ['template', 'language'] }) as [string | null | undefined, Language];
  const shown = useQuery({
    ...orpc.processTemplates.get.queryOptions({ input: { template: key ?? '', language }, staleTime: Infinity }),
    enabled: Boolean(key),
  });
  const items = list.data?.items ?? [];
  const chosen = items.find((one) => one.key === key);
  /** A name that was written stays. */
  const name = useEffectEvent(() => {
    const written = Object.values((getValues('name') ?? {}) as Record<string, string>);
    const given = new Set(items.flatMap((one) => Object.values(one.name)));
    if (chosen && written.every((word) => !word || given.has(word))) setValue('name', chosen.name);
  });
  useEffect(() => name(), [chosen]);
  return (
    <>
      <ErrorNote error={list.error ?? shown.error} retry={() => void list.refetch()} />
      <SelectField
        name="template"
        label={t('process-template.choose')}
        required
        choices={items.map((one) => ({ value: one.key, label: text(one.name) }))}
      />
      {chosen ? (
        <>
          <Text size="sm">{text(chosen.purpose)}</Text>
          <Text size="sm" c="dimmed">
            {t('process-template.steps', { count: chosen.steps })} ·{' '}
            {t('process-template.hand-offs', { count: chosen.handOffs })}
          </Text>
          <RadioField
            name="language"
            label={t('process-template.language')}
            hint={t('process-template.language-hint')}
            choices={(['ar', 'fa', 'en'] as const).map((value) => ({ value, label: ownNames[value] }))}
          />
          <fieldset className={classes['units']}>
            <legend>{t('process-template.units')}</legend>
            <Text size="sm" c="dimmed">
              {t('process-template.units-hint')}
            </Text>
            {chosen.roles.map((role) => (
              <TreeField
                key={`${chosen.key} ${role.key}`}
                name={`units.${role.key}`}
                label={t('process-template.unit-of', { role: text(role.name) })}
                required
                entries={units}
                clearable={false}
              />
            ))}
          </fieldset>
          {shown.data ? (
            <>
              <StepForms template={shown.data} />
              <Suspense fallback={<TextSkeleton lines={6} />}>
                <DiagramView
                  xml={shown.data.xml}
                  label={t('process-template.preview', { name: text(chosen.name) })}
                  fileName={chosen.key}
                  height="320px"
                />
              </Suspense>
            </>
          ) : (
            <TextSkeleton lines={6} />
          )}
        </>
      ) : null}
    </>
  );
}

/** Who may not make forms completes the steps without one by hand: the values are named for them. */
function StepForms({ template: { forms, values } }: { template: Template }) {
  const t = useT();
  const text = useLocaleText();
  const mayMake = useMay('form.manage');
  if (forms.length === 0) return null;
  return (
    <section aria-label={t('process-template.forms')}>
      <Text size="sm" fw={600}>
        {t('process-template.forms')}
      </Text>
      <Text size="sm" c="dimmed">
        {t(mayMake ? 'process-template.forms-hint' : 'process-template.forms-may-not')}
      </Text>
      <ul className={classes['values']}>
        {forms.map(({ name, step }) => (
          <li key={text(name)}>
            <bdi>{text(step)}</bdi>: {text(name)}
          </li>
        ))}
      </ul>
      {mayMake ? null : (
        <ul className={classes['values']} aria-label={t('process-template.values')}>
          {values.map((value) => (
            <li key={value.name}>
              <bdi dir="ltr">{value.name}</bdi>: {text(value.meaning)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
