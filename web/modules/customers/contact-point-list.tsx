// How a customer can be reached; each address says whether the customer proved it.
import { ActionIcon, Anchor, Button, Group, Text } from '@mantine/core';
import { IconMail, IconPhone, IconPlus, IconRosetteDiscountCheck, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { AddContactPointDialog } from './add-contact-point-dialog.tsx';
import { type ContactPoint, type Customer, keepCustomer } from './use-customers.ts';

export function ContactPointList({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ContactPoint | null>(null);
  const removal = useMutation({
    mutationFn: (point: ContactPoint) =>
      api.customers.removeContactPoint({ id: customer.id, contactPointId: point.id }),
    onSuccess: (changed) => {
      setRemoving(null);
      keepCustomer(changed);
    },
  });
  return (
    <>
      {customer.contactPoints.length === 0 && !customer.hidden.includes('contact') ? (
        <Text c="dimmed">{t('customer.no-contact')}</Text>
      ) : null}
      <RowList>
        {customer.contactPoints.map((point) => (
          <li key={point.id}>
            <Address point={point} />
            {mayChange ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('customer.remove-contact-of', { value: point.value })}
                onClick={() => setRemoving(point)}
              >
                <IconTrash size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </RowList>
      {mayChange ? (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('customer.add-contact')}
        </Button>
      ) : null}
      {adding ? <AddContactPointDialog customer={customer} onClose={() => setAdding(false)} /> : null}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => {
          setRemoving(null);
          removal.reset();
        }}
        onConfirm={() => removing && removal.mutate(removing)}
        title={t('customer.remove-contact')}
        confirmLabel={t('customer.remove-contact')}
        danger
        busy={removal.isPending}
        error={removal.error}
      >
        <Text>
          <Ltr>{removing?.value}</Ltr>
        </Text>
        <Text>{t('customer.remove-contact-means')}</Text>
      </ConfirmDialog>
    </>
  );
}

function Address({ point }: { point: ContactPoint }) {
  const t = useT();
  const Icon = point.channel === 'email' ? IconMail : IconPhone;
  return (
    <div>
      <Group gap={8} wrap="nowrap">
        <Icon size={18} stroke={1.6} aria-label={t(`customer.channel.${point.channel}`)} />
        <Anchor href={`${point.channel === 'email' ? 'mailto' : 'tel'}:${point.value}`}>
          <Ltr>{point.value}</Ltr>
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed" component="div">
        {point.verifiedAt ? (
          <Group gap={4} component="span">
            <IconRosetteDiscountCheck size={16} aria-hidden /> {t('customer.verified')}{' '}
            <DateText value={point.verifiedAt} />
          </Group>
        ) : (
          t('customer.unverified')
        )}
      </Text>
    </div>
  );
}
