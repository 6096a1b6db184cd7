// Compliance: promises kept, missed, running and overdue, by target, policy, unit, segment, channel or kind. Processes, never persons.
import { Button } from '@mantine/core';
import { IconClockCheck, IconDownload } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { ComplianceFilters } from './compliance-filters.tsx';
import { ComplianceGroup } from './compliance-group.tsx';
import { ComplianceHeadlines } from './compliance-headlines.tsx';
import { saveCompliance } from './compliance-csv.ts';
import type { Grouping } from './compliance-search.ts';
import classes from './compliance.module.css';
import type { Compliance } from './policy-wire.ts';
import { useCompliance, useComplianceSearch, worstFirst } from './use-compliance.ts';
import { useGroupName } from './use-group-name.ts';

export function CompliancePage() {
  const t = useT();
  const { search, show } = useComplianceSearch();
  const query = useCompliance(search);
  return (
    <Page
      title={t('compliance.title')}
      purpose={t('compliance.purpose')}
      filters={<ComplianceFilters search={search} show={show} />}
    >
      {query.isPending ? <TextSkeleton lines={10} /> : null}
      {query.isError && !query.data ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? <Figures compliance={query.data} by={search.by ?? 'target'} /> : null}
    </Page>
  );
}

function Figures({ compliance, by }: { compliance: Compliance; by: Grouping }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useGroupName(by);
  if (compliance.all.clocks === 0)
    return <EmptyState icon={IconClockCheck} title={t('compliance.empty')} hint={t('compliance.empty-hint')} />;
  const groups = worstFirst(compliance.groups);
  return (
    <div className={classes['figures']}>
      <div className={classes['period']}>
        <span>
          {t('figures.period-is', {
            from: format.date(compliance.from, 'long'),
            to: format.date(new Date(Date.parse(compliance.until) - 1).toISOString(), 'long'),
          })}
        </span>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() =>
            saveCompliance(
              groups.map((group) => ({ name: nameOf(group), figures: group.figures })),
              compliance.all,
              t,
              `${t('compliance.file-name')}-${format.dayOf(compliance.from)}-${format.dayOf(compliance.until)}.csv`,
            )
          }
        >
          {t('figures.export')}
        </Button>
      </div>
      <ComplianceHeadlines figures={compliance.all} />
      <section className={classes['groups']} aria-labelledby="compliance-groups">
        <h2 id="compliance-groups">{t(`compliance.by.${by}`)}</h2>
        <p className={classes['hint']}>{t('compliance.groups-hint')}</p>
        <ol className={classes['lines']}>
          {groups.map((group) => (
            <ComplianceGroup key={group.key ?? ''} name={nameOf(group)} figures={group.figures} />
          ))}
        </ol>
      </section>
    </div>
  );
}
