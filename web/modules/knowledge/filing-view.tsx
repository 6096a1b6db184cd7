// How a document is filed: number of its own, topic, owner, what it helps with, when it is looked at next; and its end.
import { Button, Group, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { IconArchive, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { IsoDate } from '#contract/common.ts';
import { FilingInput } from '#contract/knowledge.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { orpc } from '#web/lib/query.ts';
import { PersonPicker } from '#web/modules/organisation/index.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField, ProseField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { UserText } from '#web/ui/user-text.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import classes from './knowledge.module.css';
import { type KnowledgeDocument, refreshKnowledge, useTopics } from './use-knowledge.ts';

const caseKinds = ['complaint', 'request', 'inquiry', 'suggestion', 'remark'] as const;

export function FilingView({ document, onGone }: { document: KnowledgeDocument; onGone: () => void }) {
  const t = useT();
  const [retiring, setRetiring] = useState(false);
  return (
    <Stack gap="xl">
      {document.may.file ? <FilingForm document={document} /> : null}
      <Checks document={document} />
      {document.may.retire && document.current && !document.retiredAt ? (
        <div>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconArchive size={16} aria-hidden />}
            onClick={() => setRetiring(true)}
          >
            {t('knowledge.retire')}
          </Button>
        </div>
      ) : null}
      {retiring ? (
        <ReasonDialog
          title={t('knowledge.retire')}
          hint={t('knowledge.retire-hint')}
          onClose={() => setRetiring(false)}
          onReason={async (reason) => {
            await api.knowledge.retire({ id: document.id, reason });
            await refreshKnowledge();
            onGone();
          }}
        />
      ) : null}
    </Stack>
  );
}

function FilingForm({ document }: { document: KnowledgeDocument }) {
  const t = useT();
  const text = useLocaleText();
  const topics = useTopics();
  const categories = useQuery(orpc.catalogue.listCategories.queryOptions({ input: {} })).data?.items ?? [];
  const products = useQuery(orpc.catalogue.listProducts.queryOptions({ input: {} })).data?.items ?? [];
  const form = useZodForm(FilingInput, {
    code: document.code,
    topicId: document.topicId,
    ownerId: document.ownerId,
    categoryIds: document.categoryIds,
    productIds: document.productIds,
    caseKinds: document.caseKinds,
    reviewEveryMonths: document.reviewEveryMonths,
    nextReviewOn: document.nextReviewOn,
  });
  const many = (name: 'categoryIds' | 'productIds', label: string, items: readonly { id: string; name: object }[]) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <MultiSelect
          label={label}
          searchable
          clearable
          nothingFoundMessage={t('ui.nothing-found')}
          data={items.map((one) => ({ value: one.id, label: text(one.name) }))}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    />
  );
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await api.knowledge.fileDocument({ id: document.id, ...values, code: values.code || null });
        await refreshKnowledge();
        notifications.show({ message: t('knowledge.saved') });
      }}
    >
      <TreeField
        name="topicId"
        label={t('knowledge.topic')}
        entries={topics.map((topic) => ({ ...topic, sortOrder: topic.order }))}
      />
      <CodeField name="code" label={t('knowledge.code')} hint={t('knowledge.code-hint')} />
      <Controller
        control={form.control}
        name="ownerId"
        render={({ field, fieldState }) => (
          <PersonPicker
            label={t('knowledge.owner')}
            hint={t('knowledge.owner-hint')}
            clearable={false}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      {many('categoryIds', t('knowledge.categories'), categories)}
      {many('productIds', t('knowledge.products'), products)}
      <CheckboxesField
        name="caseKinds"
        label={t('knowledge.case-kinds')}
        choices={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
      />
      <NumberField
        name="reviewEveryMonths"
        label={t('knowledge.review-every')}
        hint={t('knowledge.review-every-hint')}
      />
      <DateField name="nextReviewOn" label={t('knowledge.next-review')} />
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}

const Check = z.object({ nextReviewOn: IsoDate.nullable(), note: z.string().trim().max(2000) });

function Checks({ document }: { document: KnowledgeDocument }) {
  const t = useT();
  const [checking, setChecking] = useState(false);
  return (
    <section aria-labelledby="checks-title">
      <Group justify="space-between">
        <Title order={3} size="h4" id="checks-title">
          {t('knowledge.checks')}
        </Title>
        {document.may.file && document.current ? (
          <Button
            variant="default"
            leftSection={<IconCircleCheck size={16} aria-hidden />}
            onClick={() => setChecking(true)}
          >
            {t('knowledge.check')}
          </Button>
        ) : null}
      </Group>
      {document.checks.length === 0 ? <Text c="dimmed">{t('knowledge.no-checks')}</Text> : null}
      <ul className={classes['list']}>
        {document.checks.map((check) => (
          <li key={check.at} className={classes['review']}>
            <span>
              <DateText value={check.at} /> · <bdi>{check.by?.name ?? ''}</bdi>
            </span>
            {check.note ? <UserText>{check.note}</UserText> : null}
          </li>
        ))}
      </ul>
      {checking ? <CheckDialog document={document} onClose={() => setChecking(false)} /> : null}
    </section>
  );
}

function CheckDialog({ document, onClose }: { document: KnowledgeDocument; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(Check, { nextReviewOn: null, note: '' });
  return (
    <Dialog opened onClose={onClose} title={t('knowledge.check')}>
      <Form
        form={form}
        onSubmit={async ({ nextReviewOn, note }) => {
          await api.knowledge.recordCheck({ id: document.id, nextReviewOn, note: note || null });
          await refreshKnowledge();
          onClose();
        }}
      >
        <Text>{t('knowledge.check-means')}</Text>
        <DateField name="nextReviewOn" label={t('knowledge.next-review')} hint={t('knowledge.next-review-hint')} />
        <ProseField name="note" label={t('knowledge.note')} rows={2} />
        <SubmitButton>{t('knowledge.check')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
