// The published versions of a form: when, by whom and why; the chosen one as it was asked.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { Preview } from './preview.tsx';
import { versionQuery, type FormView } from './use-forms.ts';
import classes from './forms.module.css';

type VersionViewProps = { view: FormView; shown: string | null; onShow: (id: string | null) => void };

export function VersionView({ view, shown, onShow }: VersionViewProps) {
  const t = useT();
  return (
    <div className={classes['columns']}>
      <ul className={classes['list']} aria-label={t('form.versions')}>
        {view.versions.map((version) => (
          <li key={version.id} className={classes['row']}>
            <OpenRow open={version.id === shown} onOpen={() => onShow(version.id === shown ? null : version.id)}>
              <span className={classes['label']}>
                {t('form.version-number', { number: version.number })} ·{' '}
                {t('form.field-count', { count: version.fields })}
              </span>
              <span className={classes['about']}>
                <DateText value={version.publishedAt} />
                {version.publishedBy ? (
                  <>
                    {' · '}
                    <bdi>{version.publishedBy.name}</bdi>
                  </>
                ) : null}
              </span>
              {version.note ? (
                <span className={classes['about']} dir="auto">
                  {version.note}
                </span>
              ) : null}
            </OpenRow>
          </li>
        ))}
      </ul>
      {shown ? <Shown key={shown} id={shown} /> : <div />}
    </div>
  );
}

function Shown({ id }: { id: string }) {
  const query = useQuery(versionQuery(id));
  if (query.data) return <Preview definition={query.data.definition} />;
  return query.error ? <ErrorNote error={query.error} /> : <TextSkeleton lines={8} />;
}
