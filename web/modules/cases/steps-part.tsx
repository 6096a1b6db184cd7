// The step sheets in force for a case as lists to tick: small beside the conversation, with who did a step when asked for.
import { Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { Part } from './case-part.tsx';
import { stepSheetsQuery } from './case-queries.ts';
import classes from './steps-part.module.css';
import type { CaseStepSheet, CaseView } from './wire.ts';

export function StepsPart({ view }: { view: CaseView }) {
  const query = useQuery(stepSheetsQuery(view.id, useLanguage()));
  const sheets = query.data?.items ?? [];
  // A sheet without steps says nothing that could be ticked; knowledge shows it.
  const shown = sheets.filter(({ steps }) => steps.length > 0);
  if (shown.length === 0 && !query.error) return null;
  return (
    <Part titleKey="case.steps">
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      <div className={classes['sheets']}>
        {shown.map((sheet) => (
          <Sheet key={sheet.id} sheet={sheet} view={view} />
        ))}
      </div>
    </Part>
  );
}

function Sheet({ sheet, view }: { sheet: CaseStepSheet; view: CaseView }) {
  const t = useT();
  const format = useFormat();
  const { queryKey } = stepSheetsQuery(view.id, useLanguage());
  const mark = useMutation({
    mutationFn: ({ stepId, done }: { stepId: string; done: boolean }) =>
      api.cases.markStep({ id: view.id, documentId: sheet.id, version: sheet.version, stepId, done }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const done = sheet.steps.filter((step) => step.done !== null).length;
  const may = view.actions.includes('mark-step');
  return (
    <section aria-label={sheet.title} className={classes['sheet']}>
      <p className={classes['head']}>
        <PageLink to="/knowledge" search={{ document: sheet.id, language: sheet.language }} target="_blank">
          <bdi>{sheet.title}</bdi>
        </PageLink>
        <span className={classes['quiet']}>
          {t('case.steps-done', { done: format.number(done), all: format.number(sheet.steps.length) })}
        </span>
      </p>
      {sheet.earlier ? (
        <p className={classes['quiet']} role="note">
          {t('case.steps-newer', {
            version: format.number(sheet.version),
            earlier: format.number(sheet.earlier.version),
            count: sheet.earlier.done,
          })}
        </p>
      ) : null}
      <ErrorNote error={mark.error} />
      <ol className={classes['steps']} lang={sheet.language}>
        {sheet.steps.map((step, at) => (
          <li key={step.id}>
            <Checkbox
              size="sm"
              label={
                <bdi>
                  {format.number(at + 1)}. {step.title}
                </bdi>
              }
              description={step.check ? <bdi>{step.check}</bdi> : null}
              checked={shownAs(step, mark)}
              disabled={!may || mark.isPending}
              onChange={(event) => mark.mutate({ stepId: step.id, done: event.currentTarget.checked })}
            />
            {step.done ? (
              <span className={classes['who']}>
                <bdi>{step.done.by ?? t('case.actor.staff')}</bdi> · <DateText value={step.done.at} show="date-time" />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Marking = { isPending: boolean; variables: { stepId: string; done: boolean } | undefined };

/** As it was just pressed, until the server has answered. */
function shownAs({ id, done }: CaseStepSheet['steps'][number], { isPending, variables }: Marking): boolean {
  return isPending && variables?.stepId === id ? variables.done : done !== null;
}
