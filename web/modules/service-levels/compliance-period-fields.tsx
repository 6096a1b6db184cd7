// From one day to another, both included.
import { Input, Skeleton } from '@mantine/core';
import { Suspense, useId } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateInput } from '#web/ui/form/date-field.tsx';
import type { ComplianceSearch } from './compliance-search.ts';
import classes from './compliance.module.css';

type PeriodProps = { search: ComplianceSearch; show: (change: Partial<ComplianceSearch>) => void };

export function CompliancePeriodFields({ search, show }: PeriodProps) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const today = format.dayOf(new Date().toISOString());
  return (
    <div className={classes['custom']}>
      {(['from', 'to'] as const).map((end) => (
        <Input.Wrapper key={end} label={t(`figures.${end}`)} labelElement="div" labelProps={{ id: `${id}-${end}` }}>
          <Suspense fallback={<Skeleton height={36} width={180} />}>
            <DateInput
              labelledBy={`${id}-${end}`}
              value={search[end] ?? null}
              onChange={(day) => show({ [end]: day ?? undefined })}
              min={end === 'to' ? search.from : undefined}
              max={end === 'from' ? (search.to ?? today) : today}
            />
          </Suspense>
        </Input.Wrapper>
      ))}
    </div>
  );
}
