// The fields that the organisation defined, in their order.
import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconForms, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerField } from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { FieldDialog } from './field-dialog.tsx';
import { fieldsQuery, refreshLists } from './use-lists.ts';

export function FieldSettings() {
  const t = useT();
  const fields = useQuery(fieldsQuery);
  const [open, setOpen] = useState<CustomerField | 'new' | null>(null);
  const move = useMutation({
    mutationFn: (ids: string[]) => api.customerSettings.orderFields({ ids }),
    onSuccess: () => refreshLists(),
  });
  const items = fields.data?.items ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('customer.add-field')}
    </Button>
  );

  function swap(index: number, by: -1 | 1): void {
    const ids = items.map((field) => field.id);
    const [moved] = ids.splice(index, 1);
    if (moved) ids.splice(index + by, 0, moved);
    move.mutate(ids);
  }

  return (
    <>
      <ErrorNote error={fields.error ?? move.error} retry={() => void fields.refetch()} />
      {fields.isPending ? <RowsSkeleton /> : null}
      {fields.data && items.length === 0 ? (
        <EmptyState icon={IconForms} title={t('customer.no-fields')} hint={t('customer.no-fields-hint')} action={add} />
      ) : null}
      {items.length > 0 ? <Group mb="sm">{add}</Group> : null}
      <RowList>
        {items.map((field, index) => (
          <li key={field.id}>
            <Named field={field} onOpen={() => setOpen(field)} />
            <Group gap={4} wrap="nowrap">
              <Move up disabled={index === 0} field={field} onClick={() => swap(index, -1)} />
              <Move disabled={index === items.length - 1} field={field} onClick={() => swap(index, 1)} />
            </Group>
          </li>
        ))}
      </RowList>
      {open ? <FieldDialog field={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Named({ field, onOpen }: { field: CustomerField; onOpen: () => void }) {
  const t = useT();
  const text = useLocaleText();
  return (
    <div>
      <Group gap={8}>
        <Button variant="transparent" px={0} h="auto" onClick={onOpen}>
          <bdi>{text(field.name)}</bdi>
        </Button>
        {field.required ? (
          <Badge variant="default" tt="none">
            {t('customer.field-required')}
          </Badge>
        ) : null}
        {field.active ? null : (
          <Badge variant="default" tt="none">
            {t('customer.retired')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t(`customer.field-type.${field.type}`)} · {t(`customer.class.${field.fieldClass}`)} · <Ltr>{field.key}</Ltr>
      </Text>
    </div>
  );
}

type MoveProps = { up?: boolean; disabled: boolean; field: CustomerField; onClick: () => void };

function Move({ up, disabled, field, onClick }: MoveProps) {
  const t = useT();
  const text = useLocaleText();
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      disabled={disabled}
      aria-label={t(up ? 'customer.move-up' : 'customer.move-down', { name: text(field.name) })}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
