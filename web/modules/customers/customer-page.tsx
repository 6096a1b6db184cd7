// One customer: record, addresses, consents, and what other modules know of them.
import { Button, Stack, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { usePanels } from '#web/lib/slots.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton, TextSkeleton } from '#web/ui/waiting.tsx';
import { ChangeCustomerDialog } from './change-customer-dialog.tsx';
import { ConsentList } from './consent-list.tsx';
import { ChannelUse } from './channel-use.tsx';
import { ContactPointList } from './contact-point-list.tsx';
import classes from './customer-page.module.css';
import { CustomerRecord } from './customer-record.tsx';
import { CustomerTimeline } from './customer-timeline.tsx';
import { PrivacyPart } from './privacy-part.tsx';
import { RelationList } from './relation-list.tsx';
import { type Customer, useCustomer } from './use-customers.ts';

const route = getRouteApi('/shell/customers/$customerId');

export function CustomerPage() {
  const t = useT();
  const { customerId } = route.useParams();
  const customer = useCustomer(customerId);
  const mayChange = useMay('customer.change');
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title={customer.data?.name ?? t('customer.one')}
      {...(customer.data ? { purpose: t(`customer.kind.${customer.data.kind}`) } : {})}
      action={
        customer.data && mayChange ? (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setChanging(true)}
          >
            {t('customer.change')}
          </Button>
        ) : null
      }
    >
      <ErrorNote error={customer.error} retry={() => void customer.refetch()} />
      {customer.isPending ? <TextSkeleton lines={8} /> : null}
      {customer.data ? <Known customer={customer.data} mayChange={mayChange} /> : null}
      {changing && customer.data ? (
        <ChangeCustomerDialog customer={customer.data} onClose={() => setChanging(false)} />
      ) : null}
    </Page>
  );
}

function Known({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const t = useT();
  const panels = usePanels('customer-page');
  const mayExport = useMay('customer.export');
  return (
    <div className={classes['columns']}>
      <Stack gap="xl" className={classes['wide'] ?? ''}>
        {panels.map((Panel, index) => (
          // The panels of an app never change their places.
          // oxlint-disable-next-line react/no-array-index-key
          <Suspense key={index} fallback={<RowsSkeleton />}>
            <Panel customerId={customer.id} />
          </Suspense>
        ))}
        <Part id="timeline" title={t('customer.timeline')}>
          <CustomerTimeline customerId={customer.id} />
        </Part>
      </Stack>
      <Stack gap="xl">
        <Part id="record" title={t('customer.record')}>
          <CustomerRecord customer={customer} />
        </Part>
        <Part id="contact" title={t('customer.contact')}>
          <ContactPointList
            customer={customer}
            mayChange={mayChange && !customer.hidden.includes('contact') && !customer.readOnly.includes('contact')}
          />
          <ChannelUse customer={customer} />
        </Part>
        <Part id="relations" title={t('customer.relations')}>
          <RelationList customer={customer} mayChange={mayChange} />
        </Part>
        <Part id="consents" title={t('customer.consents')}>
          <ConsentList customer={customer} mayChange={mayChange} />
        </Part>
        {mayExport ? (
          <Part id="privacy" title={t('customer.privacy')}>
            <PrivacyPart customer={customer} />
          </Part>
        ) : null}
      </Stack>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`customer-${id}`}>
      <Title order={2} id={`customer-${id}`} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
