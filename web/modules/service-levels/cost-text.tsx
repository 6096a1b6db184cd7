// What a rule that favours some segments costs the others, in plain words with its numbers and how they are reckoned.
import { Table, Text, Title } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import classes from './policies.module.css';
import type { PolicyCost } from './policy-wire.ts';

export function CostText({ cost }: { cost: PolicyCost }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { overtaken, overtakenBefore, ownHours, otherHours, since, own, others, bySegment } = cost;
  const shown = (value: number | null) =>
    value === null ? t('service-policy.cost-few') : format.number(value, Number.isInteger(value) ? 0 : 1);
  return (
    <section className={classes['cost']} aria-labelledby="policy-cost">
      <Title order={3} size="h4" id="policy-cost">
        {t('service-policy.cost')}
      </Title>
      <p className={classes['lead']}>
        {overtaken === null
          ? t('service-policy.cost-too-few', { since: format.date(since) })
          : t('service-policy.cost-overtaken', { count: overtaken, since: format.date(since) })}{' '}
        {overtaken !== null && overtakenBefore !== null
          ? t('service-policy.cost-before', { count: overtakenBefore })
          : null}
      </p>
      <p>{t('service-policy.cost-cases', { own: format.number(own), others: format.number(others) })}</p>
      {ownHours !== null && otherHours !== null ? (
        <p>
          {t('service-policy.cost-hours', { own: format.number(ownHours, 1), other: format.number(otherHours, 1) })}
        </p>
      ) : null}
      {bySegment.length > 0 ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide tables scroll by themselves on a phone
        <div className={classes['table']} tabIndex={0} role="region" aria-label={t('service-policy.cost-segments')}>
          <Table captionSide="top">
            <Table.Caption className={classes['caption'] ?? ''}>{t('service-policy.cost-segments')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('service-policy.cost-segment')}</Table.Th>
                {(['cases', 'overtaken', 'hours'] as const).map((column) => (
                  <Table.Th key={column} scope="col" data-numeric>
                    {t(`service-policy.cost-column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bySegment.map(({ segment, cases, overtaken: behind, hours }, row) => (
                // Two segments may have the same name.
                // oxlint-disable-next-line react/no-array-index-key
                <Table.Tr key={row}>
                  <Table.Th scope="row" fw={400}>
                    <bdi>{text(segment) || t('service-policy.no-segment')}</bdi>
                  </Table.Th>
                  <Table.Td data-numeric>{shown(cases)}</Table.Td>
                  <Table.Td data-numeric>{shown(behind)}</Table.Td>
                  <Table.Td data-numeric>{shown(hours)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('service-policy.cost-definition')}
      </Text>
    </section>
  );
}
