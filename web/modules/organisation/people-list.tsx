// The list of people with the chosen one beside it.
import { Badge, Button, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { TwoLines } from '#web/ui/two-lines.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { PersonPanel } from './person-panel.tsx';
import { roleNames } from './roles.ts';
import { type Person, usePeople } from './use-people.ts';
import { useUnits } from './use-structure.ts';

export type PeopleListProps = {
  q: string | undefined;
  unitId: string | undefined;
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
  onInvite: (() => void) | null;
};

export function PeopleList({ q, unitId, openId, onOpen, onInvite }: PeopleListProps) {
  const t = useT();
  const columns = useColumns();
  const people = usePeople({ q, unitId });
  const open = people.rows.find((person) => person.id === openId);
  const sought = q !== undefined || unitId !== undefined;
  if (people.waiting) return <RowsSkeleton />;
  if (people.error) return <ErrorNote error={people.error} retry={people.retry} />;
  return (
    <ListAndDetail
      onClose={() => onOpen(undefined)}
      detail={
        open
          ? { id: open.id, title: <bdi>{open.name}</bdi>, content: <PersonPanel key={open.id} person={open} /> }
          : null
      }
    >
      <DataTable
        label={t('organisation.people')}
        columns={open ? columns.slice(0, 2) : columns}
        rows={people.rows}
        rowId={(person) => person.id}
        onOpen={(person) => onOpen(person.id)}
        selectedId={openId ?? null}
        onEnd={people.more}
        rowHeight={60}
        empty={
          <EmptyState
            icon={IconUsers}
            title={t(sought ? 'organisation.nobody-found' : 'organisation.nobody')}
            hint={t(sought ? 'organisation.nobody-found-hint' : 'organisation.nobody-hint')}
            action={!sought && onInvite ? <Button onClick={onInvite}>{t('organisation.invite')}</Button> : null}
          />
        }
      />
    </ListAndDetail>
  );
}

function useColumns(): Array<Column<Person>> {
  const t = useT();
  const text = useLocaleText();
  const units = useUnits();
  return [
    {
      id: 'name',
      header: t('organisation.name'),
      width: 'minmax(0, 1.4fr)',
      cell: (person) => (
        <TwoLines below={<Ltr>{person.email}</Ltr>}>
          <bdi>{person.name}</bdi>
        </TwoLines>
      ),
    },
    {
      id: 'roles',
      header: t('organisation.roles'),
      width: 'minmax(0, 1fr)',
      cell: (person) =>
        person.active ? (
          roleNames(t, person.roles)
        ) : (
          <Badge variant="default" tt="none">
            {t('organisation.inactive')}
          </Badge>
        ),
    },
    {
      id: 'units',
      header: t('organisation.unit'),
      width: 'minmax(0, 1fr)',
      secondary: true,
      cell: (person) =>
        person.unitIds.length === 0 ? (
          <Text span c="dimmed">
            {t('organisation.no-unit')}
          </Text>
        ) : (
          <bdi>
            {units
              .filter(({ id }) => person.unitIds.includes(id))
              .map(({ name }) => text(name))
              .join(' · ')}
          </bdi>
        ),
    },
  ];
}
