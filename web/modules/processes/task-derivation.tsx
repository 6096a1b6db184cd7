// When a task is due and how that time came about, as on a case.
import { Title } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { DueDays } from '#web/modules/service-levels/index.ts';
import { DateText } from '#web/ui/date-text.tsx';
import type { Task } from './use-tasks.ts';

export function TaskDerivation({ task: { openedAt, dueAt, derivation } }: { task: Task }) {
  const t = useT();
  if (!dueAt) return null;
  return (
    <section aria-labelledby="due-title">
      <Title order={3} size="h4" id="due-title">
        {t('task.due-title')}
      </Title>
      {derivation ? (
        <DueDays startedAt={openedAt} dueAt={dueAt} derivation={derivation} />
      ) : (
        <DateText value={dueAt} show="date-time" />
      )}
    </section>
  );
}
