// Tries policies on a case that is made up: which is chosen and why not the others, and when what would be due.
import { Button, Input, Select, Skeleton, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { now, parseDateTime, toZoned } from '@internationalized/date';
import { PolicyInput } from '#contract/service-policies.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { DateInput } from '#web/ui/form/date-field.tsx';
import { TimeInput } from '#web/ui/form/late-time-input.tsx';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { caseWords } from './case-words.ts';
import classes from './policies.module.css';
import type { Place, PolicyFormState } from './policy-form.tsx';
import { TestResult } from './test-result.tsx';
import { useChoices } from './use-policies.ts';
import { joinMoment, splitMoment } from './wall-moment.ts';

type Traits = Omit<Parameters<typeof api.servicePolicies.test>[0], 'at' | 'draft'>;
type PolicyTesterProps = {
  /** A form whose policy is tried as it stands, in the place of the saved one. */
  draft?: { form: PolicyFormState; at: { id: string } | Place };
};

export function PolicyTester({ draft }: PolicyTesterProps) {
  const t = useT();
  const format = useFormat();
  const { categories, segments, products } = useChoices();
  const [traits, setTraits] = useState<Traits>({
    kind: 'complaint',
    categoryId: null,
    segmentId: null,
    channel: 'portal',
    priority: 'normal',
    productId: null,
  });
  const [moment, setMoment] = useState(() => splitMoment(now(format.settings.timeZone).toString().slice(0, 16)));
  const [incomplete, setIncomplete] = useState(false);
  const set = (change: Partial<Traits>) => setTraits({ ...traits, ...change });
  const test = useMutation({
    mutationFn: (input: Parameters<typeof api.servicePolicies.test>[0]) => api.servicePolicies.test(input),
  });

  function tryOut(): void {
    const wall = joinMoment(moment);
    const read = draft ? PolicyInput.safeParse(draft.form.getValues()) : null;
    setIncomplete(!wall || read?.success === false);
    if (!wall || read?.success === false) return;
    test.mutate({
      ...traits,
      at: toZoned(parseDateTime(wall), format.settings.timeZone).toDate().toISOString() as unknown as Date,
      ...(read && draft ? { draft: { ...read.data, ...draft.at } } : {}),
    });
  }

  return (
    <Stack gap="md">
      <p className={classes['hint']}>{t(draft ? 'service-policy.test-draft-hint' : 'service-policy.test-hint')}</p>
      <div className={classes['traits']}>
        <Select
          label={t('service-policy.condition.kinds')}
          allowDeselect={false}
          data={caseWords.kinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
          value={traits.kind}
          onChange={(value) => set({ kind: caseWords.kinds.find((one) => one === value) ?? traits.kind })}
        />
        <TreeSelect
          label={t('service-policy.condition.categoryIds')}
          placeholder={t('service-policy.none-chosen')}
          entries={categories}
          clearable
          value={traits.categoryId}
          onChange={(categoryId) => set({ categoryId })}
        />
        <TreeSelect
          label={t('service-policy.condition.segmentIds')}
          placeholder={t('service-policy.no-segment')}
          entries={segments}
          clearable
          value={traits.segmentId}
          onChange={(segmentId) => set({ segmentId })}
        />
        <Select
          label={t('service-policy.condition.channels')}
          allowDeselect={false}
          data={caseWords.channels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
          value={traits.channel}
          onChange={(value) => set({ channel: caseWords.channels.find((one) => one === value) ?? traits.channel })}
        />
        <Select
          label={t('service-policy.condition.priorities')}
          allowDeselect={false}
          data={caseWords.priorities.map((value) => ({ value, label: t(`case.priority.${value}`) }))}
          value={traits.priority}
          onChange={(value) => set({ priority: caseWords.priorities.find((one) => one === value) ?? traits.priority })}
        />
        <TreeSelect
          label={t('service-policy.condition.productIds')}
          placeholder={t('service-policy.none-chosen')}
          entries={products}
          clearable
          value={traits.productId}
          onChange={(productId) => set({ productId })}
        />
      </div>
      <Input.Wrapper label={t('service-policy.test-moment')} labelElement="div" labelProps={{ id: 'test-moment' }}>
        <div role="group" aria-labelledby="test-moment" className={classes['moment']}>
          <Suspense fallback={<Skeleton height={36} width={180} />}>
            <DateInput
              labelledBy="test-moment"
              value={moment.date}
              invalid={incomplete && !moment.date}
              onChange={(date) => setMoment({ ...moment, date })}
            />
          </Suspense>
          <TimeInput
            label={`${t('service-policy.test-moment')}: ${t('working-calendar.time')}`}
            value={moment.minute}
            invalid={incomplete && moment.minute === null}
            onChange={(minute) => setMoment({ ...moment, minute })}
            onBlur={() => undefined}
          />
        </div>
      </Input.Wrapper>
      <div>
        <Button variant="default" loading={test.isPending} onClick={tryOut}>
          {t('service-policy.try')}
        </Button>
      </div>
      {incomplete ? <p role="alert">{t('service-policy.test-incomplete')}</p> : null}
      <ErrorNote error={test.error} />
      {test.data && test.variables && !incomplete ? (
        <TestResult result={test.data} at={String(test.variables.at)} />
      ) : null}
    </Stack>
  );
}
