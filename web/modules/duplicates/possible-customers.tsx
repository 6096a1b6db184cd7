// While a customer is entered: who may be here already, why, and taking that one instead.
import { Alert, Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import type { SlotProps } from '#web/lib/slots.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './duplicates.module.css';
import { EvidenceList } from './evidence-list.tsx';

/** Shown when somebody is likely enough; three at most, so that the form stays in sight. */
const most = 3;

export function PossibleCustomers({ entered, onTake }: SlotProps['customer-entry']) {
  const t = useT();
  const [{ kind, name, phone, email }] = useDebouncedValue(entered, 350);
  const typed = name.trim();
  const possible = useQuery({
    ...orpc.duplicates.possible.queryOptions({
      input: {
        kind,
        name: typed,
        ...(phone?.trim() ? { phone: phone.trim() } : {}),
        ...(email?.trim() ? { email: email.trim() } : {}),
      },
    }),
    enabled: typed.length > 2,
    placeholderData: keepPreviousData,
  });
  const items = typed.length > 2 ? (possible.data?.items ?? []).slice(0, most) : [];
  return (
    <div role="status">
      {items.length > 0 ? (
        <Alert variant="light" color="yellow" icon={<IconUserQuestion aria-hidden />} title={t('duplicate.possible')}>
          <ul className={classes['possible']}>
            {items.map(({ record, evidence }) => (
              <li key={record.id}>
                <div>
                  <Text fw={600}>
                    <bdi>{record.name}</bdi>
                  </Text>
                  <Text size="sm">
                    {[...record.phones.slice(0, 1), ...record.emails.slice(0, 1)].map((address) => (
                      <Ltr key={address}>{address} </Ltr>
                    ))}
                  </Text>
                  <EvidenceList evidence={evidence.filter(({ bits }) => bits > 0)} />
                </div>
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => onTake({ id: record.id, name: record.name })}
                >
                  {t('duplicate.possible-take')}
                </Button>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </div>
  );
}
