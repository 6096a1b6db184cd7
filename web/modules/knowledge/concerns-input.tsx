// Chooses whom something concerns: everybody, units with those below them, roles, positions or people; together they are added up.
import { ActionIcon, Button, Group, Select, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Concern } from '#contract/knowledge.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { PersonPicker, usePeopleById, useStructure } from '#web/modules/organisation/index.ts';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import classes from './knowledge.module.css';

export type ConcernsInputProps = {
  value: readonly Concern[];
  onChange: (value: Concern[]) => void;
  readOnly?: boolean;
};

const kinds = ['unit', 'role', 'position', 'person', 'everybody'] as const;
const roles = ['agent', 'service-manager', 'administrator', 'observer'] as const;
type Kind = (typeof kinds)[number];

export function ConcernsInput({ value, onChange, readOnly }: ConcernsInputProps) {
  const t = useT();
  const nameOf = useConcernName();
  return (
    <div className={classes['concerns']}>
      {value.length === 0 ? <Text c="dimmed">{t('knowledge.concerns-nobody')}</Text> : null}
      <ul aria-label={t('knowledge.concerns')}>
        {value.map((concern) => (
          <li key={keyOf(concern)}>
            <span>
              {concern.kind === 'everybody' ? null : (
                <span className={classes['quiet']}>{t(`knowledge.concern.${concern.kind}`)}: </span>
              )}
              <bdi>{nameOf(concern)}</bdi>
            </span>
            {readOnly ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('knowledge.concern-remove', { name: nameOf(concern) })}
                onClick={() => onChange(value.filter((one) => keyOf(one) !== keyOf(concern)))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <AddConcern onAdd={(concern) => onChange([...value.filter((one) => keyOf(one) !== keyOf(concern)), concern])} />
      )}
    </div>
  );
}

function AddConcern({ onAdd }: { onAdd: (concern: Concern) => void }) {
  const t = useT();
  const text = useLocaleText();
  const { structure } = useStructure();
  const [kind, setKind] = useState<Kind>('unit');
  const [id, setId] = useState<string | null>(null);
  const concern = concernOf(kind, id);
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t('knowledge.concern')}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`knowledge.concern.${value}`) }))}
        value={kind}
        onChange={(next) => {
          setKind((next ?? 'unit') as Kind);
          setId(null);
        }}
      />
      {kind === 'unit' ? (
        <TreeSelect label={t('knowledge.concern.unit')} entries={structure?.units ?? []} value={id} onChange={setId} />
      ) : null}
      {kind === 'role' ? (
        <Select
          label={t('knowledge.concern.role')}
          data={roles.map((value) => ({ value, label: t(`organisation.role.${value}`) }))}
          value={id}
          onChange={setId}
        />
      ) : null}
      {kind === 'position' ? (
        <Select
          label={t('knowledge.concern.position')}
          searchable
          data={(structure?.positions ?? []).map((one) => ({ value: one.id, label: text(one.title) }))}
          value={id}
          onChange={setId}
        />
      ) : null}
      {kind === 'person' ? <PersonPicker label={t('knowledge.concern.person')} value={id} onChange={setId} /> : null}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={concern === null}
        onClick={() => {
          if (concern) onAdd(concern);
          setId(null);
        }}
      >
        {t('knowledge.concern-add')}
      </Button>
    </Group>
  );
}

function concernOf(kind: Kind, id: string | null): Concern | null {
  if (kind === 'everybody') return { kind };
  if (id === null) return null;
  if (kind === 'unit') return { kind, unitId: id };
  if (kind === 'position') return { kind, positionId: id };
  if (kind === 'person') return { kind, personId: id };
  return { kind, role: id as (typeof roles)[number] };
}

function keyOf(concern: Concern): string {
  return Object.values(concern).join(' ');
}

function useConcernName(): (concern: Concern) => string {
  const t = useT();
  const text = useLocaleText();
  const { structure } = useStructure();
  const people = usePeopleById();
  return (concern) => {
    if (concern.kind === 'everybody') return t('knowledge.concern.everybody');
    if (concern.kind === 'role') return t(`organisation.role.${concern.role}`);
    if (concern.kind === 'unit') return text(structure?.units.find(({ id }) => id === concern.unitId)?.name);
    if (concern.kind === 'position')
      return text(structure?.positions.find(({ id }) => id === concern.positionId)?.title);
    return people.get(concern.personId)?.name ?? '';
  };
}
