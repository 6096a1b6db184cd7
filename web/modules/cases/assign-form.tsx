// Gives a case to a unit and, if wanted, to a person; "to me" is one press.
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { PersonField } from './person-field.tsx';
import { unitsQuery } from './use-names.ts';

const schema = z.object({ unitId: Id.nullable(), personId: Id.nullable() });

export function AssignForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const { person } = useSession();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const form = useZodForm(schema, { unitId: view.unitId, personId: view.assigneeId });
  const unitId = useWatch({ control: form.control, name: 'unitId' }) ?? null;

  async function assign(to: z.infer<typeof schema>): Promise<void> {
    void showChanged(await api.cases.assign({ id: view.id, ...to }));
    onDone();
  }

  return (
    <Form form={form} onSubmit={assign}>
      <TreeField name="unitId" label={t('case.fact.unit')} entries={units} />
      <PersonField
        name="personId"
        label={t('case.fact.assignee')}
        hint={t('case.assign.person-hint')}
        unitId={unitId}
      />
      <Group>
        <SubmitButton>{t('case.assign')}</SubmitButton>
        {view.assigneeId === person.id ? null : (
          <Button variant="default" type="submit" onClick={() => form.setValue('personId', person.id)}>
            {t('case.assign.to-me')}
          </Button>
        )}
      </Group>
    </Form>
  );
}
