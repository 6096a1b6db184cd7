// Who sees and changes what of customers: an allow-list for each role and for API keys.
import { Checkbox, Radio, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldClass, RowScope, type CustomerAccessSettings, type CustomerRights } from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { SaveBar } from './save-bar.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';

const query = { ...orpc.customerSettings.getAccess.queryOptions({ input: {} }), refetchOnWindowFocus: false };
const roles = ['service-manager', 'agent', 'api-key'] as const;
type Role = (typeof roles)[number];

export function RightsSettings() {
  const t = useT();
  const stored = useQuery(query);
  const [changed, setChanged] = useState<CustomerAccessSettings | null>(null);
  const save = useMutation({
    mutationFn: (settings: CustomerAccessSettings) => api.customerSettings.updateAccess(settings),
    onSuccess: (settings) => {
      queryClient.setQueryData(query.queryKey, settings);
      setChanged(null);
      notifications.show({ message: t('customer.saved') });
    },
  });
  const shown = changed ?? stored.data;
  return (
    <Stack gap="xl" maw={760}>
      <ErrorNote error={stored.error ?? save.error} />
      {stored.isPending ? <TextSkeleton lines={10} /> : null}
      <Text c="dimmed">{t('customer.rights-administrator')}</Text>
      {shown
        ? roles.map((role) => (
            <RoleRights
              key={role}
              role={role}
              rights={shown[role]}
              onChange={(rights) => setChanged({ ...shown, [role]: rights })}
            />
          ))
        : null}
      <SaveBar
        changed={changed !== null}
        busy={save.isPending}
        onSave={() => changed && save.mutate(changed)}
        onDiscard={() => setChanged(null)}
      />
    </Stack>
  );
}

type RoleRightsProps = { role: Role; rights: CustomerRights; onChange: (rights: CustomerRights) => void };

function RoleRights({ role, rights, onChange }: RoleRightsProps) {
  const t = useT();
  const toggle = (way: 'read' | 'write', one: FieldClass, on: boolean): void => {
    const list = on ? [...rights[way], one] : rights[way].filter((other) => other !== one);
    const next = { ...rights, [way]: list };
    // Nobody changes what they may not see.
    if (way === 'read' && !on) next.write = rights.write.filter((other) => other !== one);
    if (way === 'write' && on && !rights.read.includes(one)) next.read = [...rights.read, one];
    onChange(next);
  };
  return (
    <section aria-labelledby={`rights-${role}`}>
      <Title order={2} size="h3" id={`rights-${role}`} mb="xs">
        {t(`customer.role.${role}`)}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('customer.field-class')}</Table.Th>
            <Table.Th>{t('customer.right.read')}</Table.Th>
            <Table.Th>{t('customer.right.write')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {FieldClass.options.map((one) => (
            <Table.Tr key={one}>
              <Table.Td>
                {t(`customer.class.${one}`)}
                <Text size="sm" c="dimmed">
                  {t(`customer.class-holds.${one}`)}
                </Text>
              </Table.Td>
              {(['read', 'write'] as const).map((way) => (
                <Table.Td key={way}>
                  <Checkbox
                    aria-label={`${t(`customer.right.${way}`)}: ${t(`customer.class.${one}`)}`}
                    checked={rights[way].includes(one)}
                    onChange={(event) => toggle(way, one, event.currentTarget.checked)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {role === 'api-key' ? null : (
        <Radio.Group
          mt="md"
          label={t('customer.rows')}
          value={rights.rows}
          onChange={(value) => onChange({ ...rights, rows: RowScope.parse(value) })}
        >
          <Stack gap="xs" mt="xs">
            {RowScope.options.map((value) => (
              <Radio key={value} value={value} label={t(`customer.rows.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </section>
  );
}
