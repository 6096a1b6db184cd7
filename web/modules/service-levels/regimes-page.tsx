// Regimes: packs of rules of countries and standards with their sources; what they demand, and the policies that carry them out.
import { Badge, Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { goalWords } from './goal-words.ts';
import classes from './policies.module.css';
import type { Regime } from './policy-wire.ts';
import { countryName } from './country-name.ts';
import { SourceLine } from './source-line.tsx';
import { regimesQuery } from './use-policies.ts';
import { useWords } from './words.ts';

const route = getRouteApi('/shell/settings/regimes');

export function RegimesPage() {
  const t = useT();
  const text = useLocaleText();
  const query = useQuery(regimesQuery);
  const { regime: wanted } = route.useSearch();
  const go = route.useNavigate();
  const show = (regime?: string) => void go({ search: regime ? { regime } : {} });
  const open = query.data?.items.find(({ id }) => id === wanted);

  function detail(): Detail | null {
    if (!wanted || !query.data) return null;
    return open
      ? { id: open.id, title: <bdi>{text(open.name)}</bdi>, content: <RegimePane regime={open} /> }
      : { id: wanted, title: t('regime.title'), content: <EmptyState title={t('regime.gone')} /> };
  }

  return (
    <Page title={t('regime.title')} purpose={t('regime.purpose')}>
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={4} /> : null}
      {query.data ? (
        <ListAndDetail detail={detail()} onClose={() => show()} room="most">
          <ul className={classes['list']} aria-label={t('regime.title')}>
            {query.data.items.map((regime) => (
              <li key={regime.id}>
                <OpenRow open={regime.id === wanted} onOpen={() => show(regime.id)}>
                  <span className={classes['name']}>
                    <bdi>{text(regime.name)}</bdi>
                    <Example of={regime} />
                  </span>
                  <span className={classes['quiet']}>
                    <Where of={regime} /> · {t('regime.rules-count', { number: regime.rules.length })} ·{' '}
                    {regime.policies.length === 0
                      ? t('regime.no-policy')
                      : t('regime.policies-count', { number: regime.policies.length })}
                  </span>
                </OpenRow>
              </li>
            ))}
          </ul>
        </ListAndDetail>
      ) : null}
    </Page>
  );
}

function RegimePane({ regime }: { regime: Regime }) {
  const words = useWords();
  const { t, text } = words;
  const recourseWords = ({ body, after }: NonNullable<Regime['recourse']>): string =>
    after
      ? t('regime.recourse-after', { body: text(body), after: text(after) })
      : t('regime.recourse', { body: text(body) });
  const mayManage = useMay('service-policy.manage');
  return (
    <div className={classes['regime']}>
      <p className={classes['quiet']}>
        <Where of={regime} />
        {regime.kinds.length > 0
          ? ` · ${regime.kinds.map((kind) => t(`service-policy.kinds.${kind}`)).join(t('goal.comma'))}`
          : null}
        {regime.retentionYears === null ? null : ` · ${t('regime.retention', { count: regime.retentionYears })}`}
      </p>
      {regime.recourse ? (
        <div>
          <p>{recourseWords(regime.recourse)}</p>
          <SourceLine source={regime.recourse.source} />
        </div>
      ) : null}
      {regime.example ? <Text>{t('regime.example-means')}</Text> : null}
      <section className={classes['part']}>
        <Title order={3} size="h4">
          {t('regime.policies')}
        </Title>
        {regime.policies.length === 0 ? <p className={classes['quiet']}>{t('regime.no-policy')}</p> : null}
        <ul className={classes['sentences']}>
          {regime.policies.map(({ id, name }) => (
            <li key={id}>
              <PageLink to="/settings/service-policies" search={{ policy: id }}>
                <bdi>{text(name)}</bdi>
              </PageLink>
            </li>
          ))}
        </ul>
        {mayManage ? (
          <div>
            <Button
              renderRoot={(props) => (
                <Link to="/settings/service-policies" search={{ policy: 'new', regime: regime.id }} {...props} />
              )}
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('regime.make-policy')}
            </Button>
          </div>
        ) : null}
      </section>
      {regime.goals.length > 0 ? (
        <section className={classes['part']}>
          <Title order={3} size="h4">
            {t('regime.goals')}
          </Title>
          <ul className={classes['sentences']}>
            {regime.goals.map((goal) => (
              <li key={goal.target}>{goalWords(goal, null, words)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={classes['part']}>
        <Title order={3} size="h4">
          {t('regime.rules')}
        </Title>
        <ol className={classes['rules']}>
          {regime.rules.map(({ id, about, text: rule, source }) => (
            <li key={id}>
              <span className={classes['about']}>{t(`regime.about.${about}`)}</span>
              <span>{text(rule)}</span>
              <SourceLine source={source} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Where({ of: { country } }: { of: Regime }) {
  const { t, format } = useWords();
  return country === null ? t('regime.anywhere') : countryName(country, format.settings.language);
}

function Example({ of: { example } }: { of: Regime }) {
  const t = useT();
  return example ? (
    <Badge variant="default" tt="none" style={{ flex: 'none' }}>
      {t('regime.example')}
    </Badge>
  ) : null;
}
