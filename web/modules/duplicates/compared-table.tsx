// Two records side by side, field by field, with the differences marked by colour and by word.
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './duplicates.module.css';
import type { Compared } from './use-duplicates.ts';

type Line = {
  field:
    | 'name'
    | 'kind'
    | 'phones'
    | 'emails'
    | 'nationalId'
    | 'externalId'
    | 'birthDate'
    | 'regionName'
    | 'registeredAt';
  plain: (record: Compared) => string;
  show: (record: Compared) => ReactNode;
};

export function ComparedTable({ one, other }: { one: Compared; other: Compared }) {
  const t = useT();
  const lines = useLines().filter(({ plain }) => plain(one) !== '' || plain(other) !== '');
  return (
    <table className={classes['compared']}>
      <caption>
        <VisuallyHidden>{t('duplicate.compare')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('duplicate.field')}</th>
          <th scope="col">{t('duplicate.one')}</th>
          <th scope="col">{t('duplicate.other')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ field, plain, show }) => {
          // Nobody is registered twice at one moment: that line never counts as a difference.
          const differs =
            field !== 'registeredAt' && plain(one) !== '' && plain(other) !== '' && plain(one) !== plain(other);
          return (
            <tr key={field} data-differs={differs || undefined}>
              <th scope="row">
                {t(`duplicate.field.${field}`)}
                {differs ? <VisuallyHidden> ({t('duplicate.differs')})</VisuallyHidden> : null}
              </th>
              <td>{show(one)}</td>
              <td>{show(other)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function useLines(): Line[] {
  const t = useT();
  const text = useLocaleText();
  const codes = (list: readonly (string | null)[]) => list.map((code) => (code ? <Ltr key={code}>{code}</Ltr> : null));
  return [
    { field: 'name', plain: (record) => record.name, show: (record) => <bdi>{record.name}</bdi> },
    { field: 'kind', plain: (record) => record.kind, show: (record) => t(`customer.kind.${record.kind}`) },
    { field: 'phones', plain: (record) => record.phones.toSorted().join(), show: (record) => codes(record.phones) },
    { field: 'emails', plain: (record) => record.emails.toSorted().join(), show: (record) => codes(record.emails) },
    {
      field: 'birthDate',
      plain: (record) => record.birthDate ?? '',
      show: ({ birthDate }) => (birthDate ? <DateText value={birthDate} /> : null),
    },
    { field: 'nationalId', plain: (record) => record.nationalId ?? '', show: (record) => codes([record.nationalId]) },
    { field: 'externalId', plain: (record) => record.externalId ?? '', show: (record) => codes([record.externalId]) },
    {
      field: 'regionName',
      plain: (record) => text(record.regionName),
      show: (record) => <bdi>{text(record.regionName)}</bdi>,
    },
    {
      field: 'registeredAt',
      plain: (record) => record.registeredAt,
      show: (record) => <DateText value={record.registeredAt} />,
    },
  ];
}
