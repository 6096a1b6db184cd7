// What was filled in for a case, by the version that asked; earlier answers and those to other forms are folded below.
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { AnswersView } from '#web/modules/forms/index.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import { Part } from './case-part.tsx';
import { caseFormsQuery } from './case-queries.ts';
import classes from './promises.module.css';
import type { CaseForms, CaseView } from './wire.ts';

type PartProps = { view: CaseView; onDialog: (name: CaseDialogName) => void };

export function FormsPart({ view, onDialog }: PartProps) {
  const t = useT();
  const query = useQuery(caseFormsQuery(view.id));
  if (query.error)
    return (
      <Part titleKey="case.form">
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      </Part>
    );
  if (!query.data) return null;
  const { asked, items, files } = query.data;
  if (!asked && items.length === 0) return null;
  // Of a form that is asked no longer nothing counts any more, but all of it stays.
  const [first] = items;
  const counts = first && (!asked || first.version.formId === asked.formId) ? first : null;
  const before = items.filter((item) => item !== counts);
  const mayFill = asked !== null && view.actions.includes('classify');
  return (
    <Part titleKey="case.form">
      <div className={classes['promises']}>
        {counts ? (
          <Filled view={view} item={counts} files={files} />
        ) : (
          <p className={classes['quiet']}>{t('case.form-empty')}</p>
        )}
        {mayFill ? (
          <Group>
            <Button variant="default" size="compact-md" onClick={() => onDialog('fill')}>
              {t(counts ? 'case.act.correct-form' : 'case.act.fill-form')}
            </Button>
          </Group>
        ) : null}
        {before.length > 0 ? (
          <details>
            <summary>{t('case.form-before', { count: before.length })}</summary>
            <div className={classes['promises']}>
              {before.map((item) => (
                <Filled key={item.id} view={view} item={item} files={files} />
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </Part>
  );
}

function Filled({
  view,
  item,
  files,
}: {
  view: CaseView;
  item: CaseForms['items'][number];
  files: CaseForms['files'];
}) {
  const t = useT();
  const text = useLocaleText();
  const by = item.by.kind === 'staff' ? item.by.name : view.customer.name;
  return (
    <section>
      <p className={classes['quiet']}>
        <bdi>{text(item.version.formName)}</bdi> · {t('case.form-version', { number: item.version.number })}
        {' · '}
        <bdi>{by ?? t('case.actor.staff')}</bdi> · <DateText value={item.at} />
      </p>
      <Suspense fallback={<TextSkeleton lines={3} />}>
        <AnswersView definition={item.version.definition} answers={item.answers} hidden={item.hidden} files={files} />
      </Suspense>
    </section>
  );
}
