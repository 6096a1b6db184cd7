// One import: its steps before it runs, and how it goes or went.
import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ReadingStep } from './reading-step.tsx';
import { RunPanel } from './run-panel.tsx';
import { StepList } from './step-list.tsx';
import type { Step } from './steps.ts';
import { TrialStep } from './trial-step.tsx';
import { type ImportView, useImport, useImportKind } from './use-imports.ts';

const route = getRouteApi('/shell/imports/$importId');

export function ImportPage() {
  const t = useT();
  const { importId } = route.useParams();
  const { step } = route.useSearch();
  const go = route.useNavigate();
  const found = useImport(importId);
  const { kind, error } = useImportKind(found.data?.kind ?? '');
  const made = found.data;
  const open = (next: Step) => void go({ search: { step: next } });
  return (
    <Page title={made?.fileName ?? t('import.one')} {...(made?.startedAt ? {} : { purpose: t('import.one-purpose') })}>
      <ErrorNote error={found.error ?? error} retry={() => void found.refetch()} />
      {made && kind ? (
        made.startedAt ? (
          <RunPanel made={made} kind={kind} />
        ) : (
          <Stack gap="lg">
            <StepList open={openStep(made, step)} onOpen={open} busy={made.state === 'checking'} />
            {openStep(made, step) === 'reading' ? (
              <ReadingStep made={made} onDone={() => open('columns')} />
            ) : openStep(made, step) === 'columns' ? (
              <ColumnsStep key={JSON.stringify(made.reading)} made={made} kind={kind} onDone={() => open('trial')} />
            ) : (
              <TrialStep made={made} kind={kind} />
            )}
          </Stack>
        )
      ) : found.error || error ? null : (
        <TextSkeleton lines={8} />
      )}
    </Page>
  );
}

/** Whoever comes back finds the trial run that goes on, or what it found. */
function openStep({ state }: ImportView, wanted: Step | undefined): Step {
  if (state === 'checking') return 'trial';
  return wanted ?? (state === 'checked' ? 'trial' : 'reading');
}
