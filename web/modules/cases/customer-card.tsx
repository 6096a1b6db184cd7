// Who the customer is and how they can be reached, with what they consented to in short.
import { Text } from '@mantine/core';
import { IconBuilding, IconCircleCheck, IconMail, IconPhone, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { languageNames } from '#web/lib/direction.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './case-context.module.css';
import type { CaseView } from './wire.ts';

const consentPurposes = ['service-messages', 'surveys', 'marketing'] as const;

export function CustomerCard({ view }: { view: CaseView }) {
  const t = useT();
  const mayRead = useMay('customer.read');
  const { customer, contactPoints } = view;
  const full = useQuery({
    ...orpc.customers.get.queryOptions({ input: { id: customer.id } }),
    enabled: mayRead,
  }).data;
  const Kind = customer.kind === 'company' ? IconBuilding : IconUser;
  // Consents are rows: the last one of a purpose is in force.
  const given = consentPurposes.filter((purpose) => full?.consents.some((one) => one.purpose === purpose && one.given));
  return (
    <div className={classes['card']}>
      <div className={classes['name']}>
        <Kind size={18} aria-hidden />
        <strong>
          <bdi>{customer.name}</bdi>
        </strong>
      </div>
      {customer.segmentName ? (
        <Text c="dimmed" size="sm">
          {t('case.customer-segment', { segment: customer.segmentName })}
        </Text>
      ) : null}
      <ul className={classes['list']}>
        {contactPoints.map((point) => (
          <li key={point.id} className={classes['contact']}>
            {point.channel === 'email' ? <IconMail size={16} aria-hidden /> : <IconPhone size={16} aria-hidden />}
            <a href={`${point.channel === 'email' ? 'mailto' : 'tel'}:${point.value}`}>
              <Ltr>{point.value}</Ltr>
            </a>
            {point.verifiedAt ? (
              <span className={classes['proved']}>
                <IconCircleCheck size={14} aria-hidden />
                {t('case.contact-proved')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <Text size="sm">
        {t('case.customer-language', { language: languageNames[full?.language ?? view.language] })}
        {full?.preferredChannel
          ? ` · ${t('case.customer-prefers', { channel: t(`case.contact.${full.preferredChannel}`) })}`
          : null}
      </Text>
      {full ? (
        <Text size="sm" c="dimmed">
          {given.length > 0
            ? t('case.consents', { purposes: given.map((one) => t(`case.consent.${one}`)).join(t('case.list-joint')) })
            : t('case.consents-none')}
        </Text>
      ) : null}
      <Link to="/cases" search={{ customerId: customer.id }} className={classes['all']}>
        {t('case.all-of-customer')}
      </Link>
    </div>
  );
}
