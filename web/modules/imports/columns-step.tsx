// What the columns mean: a field for each, how dates are written, by what a row finds its record, what an empty cell says.
import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DateReading } from '#contract/imports.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { ColumnRow } from './column-row.tsx';
import classes from './imports.module.css';
import { type ImportKindView, type ImportView, keepImport } from './use-imports.ts';

export type Mapped = { index: number; field: string | null; dates: DateReading | null };
export type ColumnsStepProps = { made: ImportView; kind: ImportKindView; onDone: () => void };
const none = 'none';

export function ColumnsStep({ made, kind, onDone }: ColumnsStepProps) {
  const t = useT();
  const nameOf = useLocaleText();
  const [mapped, setMapped] = useState<Mapped[]>(() =>
    made.columns.map(({ index, field, dates }) => ({ index, field, dates })),
  );
  const [matchBy, setMatchBy] = useState<string | null>(made.matchBy);
  const [emptyCells, setEmptyCells] = useState(made.emptyCells);
  const present = new Set(mapped.map((column) => column.field));
  const keys = kind.matchKeys.filter((key) => present.has(key));
  // A key whose column was taken away decides nothing any more.
  const matching = matchBy !== null && keys.includes(matchBy) ? matchBy : null;
  const save = useMutation({
    mutationFn: async () => {
      keepImport(await api.imports.changeMapping({ id: made.id, columns: mapped, matchBy: matching, emptyCells }));
      keepImport(await api.imports.check({ id: made.id }));
    },
    onSuccess: onDone,
  });
  const saysConsents = mapped.some(({ field }) => field?.startsWith('consents.'));
  const fieldName = (key: string) => nameOf(kind.fields.find((field) => field.key === key)?.names);
  return (
    <Stack>
      <ul className={classes['columns']}>
        {made.columns.map((column, at) => (
          <ColumnRow
            key={column.index}
            column={column}
            fields={kind.fields}
            mapped={mapped[at] ?? { index: column.index, field: null, dates: null }}
            taken={present}
            onChange={(next) => setMapped((all) => all.map((one, index) => (index === at ? next : one)))}
          />
        ))}
      </ul>
      {saysConsents ? <Text size="sm">{t('import.consents-hint')}</Text> : null}
      <Select
        label={t('import.match-by')}
        description={t('import.match-by-hint')}
        data={[
          ...keys.map((value) => ({ value, label: fieldName(value) })),
          { value: none, label: t('import.match-by-nothing') },
        ]}
        value={matching ?? none}
        allowDeselect={false}
        maw={460}
        onChange={(value) => setMatchBy(value === none ? null : value)}
      />
      <Radio.Group
        label={t('import.empty-cells')}
        value={emptyCells}
        onChange={(value) => setEmptyCells(value as 'keep' | 'clear')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="keep" label={t('import.empty-cells.keep')} />
          <Radio value="clear" label={t('import.empty-cells.clear')} />
        </Stack>
      </Radio.Group>
      <ErrorNote error={save.error} />
      <Group>
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {t('import.run-trial')}
        </Button>
      </Group>
    </Stack>
  );
}
