// Takes holidays and closures over from an iCalendar file: what it holds is shown, and only what is chosen is added to the form.
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import type { IcsReading, WorkingCalendarInput } from '#contract/service-levels.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { useExceptionWords } from './exception-words.ts';
import { FaultLine } from './fault-line.tsx';
import classes from './calendar-form.module.css';

export function IcsImport() {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const { getValues } = useFormContext<WorkingCalendarInput>();
  const [reading, setReading] = useState<IcsReading | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function read(file: File): Promise<void> {
    setError(null);
    setBusy(true);
    try {
      setReading(await api.serviceLevels.readIcs({ text: await file.text(), timeZone: getValues('timeZone') }));
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  }

  // What is wrong with the file itself says more than that something was refused.
  const refused = isProblem(error) ? error.faults.find(({ field }) => field === 'text') : undefined;
  return (
    <>
      {refused ? <FaultLine>{faultText(refused.code, refused.params)}</FaultLine> : <ErrorNote error={error} />}
      <Button
        variant="subtle"
        loading={busy}
        leftSection={<IconFileImport size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() => picker.current?.click()}
      >
        {t('working-calendar.ics-read')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".ics,text/calendar"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void read(file);
        }}
      />
      <Dialog
        opened={reading !== null}
        onClose={() => setReading(null)}
        title={t('working-calendar.ics-choose')}
        size="lg"
      >
        {reading ? <Choice reading={reading} onDone={() => setReading(null)} /> : null}
      </Dialog>
    </>
  );
}

function Choice({ reading, onDone }: { reading: IcsReading; onDone: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { daysWords, yearWords } = useExceptionWords();
  const { getValues, setValue } = useFormContext<WorkingCalendarInput>();
  const all = [...reading.exceptions, ...reading.closures];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(all.map(({ id }) => id)));
  const turn = (id: string): void =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const row = (id: string, name: string, when: ReactNode) => (
    <Checkbox
      key={id}
      checked={chosen.has(id)}
      onChange={() => turn(id)}
      label={<bdi>{name}</bdi>}
      description={when}
    />
  );

  function add(): void {
    const isChosen = ({ id }: { id: string }): boolean => chosen.has(id);
    const { exceptions, closures } = getValues();
    setValue('exceptions', [...exceptions, ...reading.exceptions.filter(isChosen)], { shouldDirty: true });
    setValue('closures', [...closures, ...reading.closures.filter(isChosen)], { shouldDirty: true });
    onDone();
  }

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t(all.length > 0 ? 'working-calendar.ics-choose-hint' : 'working-calendar.ics-nothing')}
      </Text>
      <Stack gap="xs">
        {reading.exceptions.map((one) => row(one.id, text(one.name), `${daysWords(one)} · ${yearWords(one)}`))}
        {reading.closures.map((one) =>
          row(
            one.id,
            text(one.name),
            t('working-calendar.span', {
              from: `${format.date(one.from.slice(0, 10))} ${one.from.slice(11)}`,
              until: `${format.date(one.until.slice(0, 10))} ${one.until.slice(11)}`,
            }),
          ),
        )}
      </Stack>
      <LeftOut items={reading.leftOut} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button disabled={chosen.size === 0} onClick={add}>
          {t('working-calendar.ics-add')}
        </Button>
      </Group>
    </Stack>
  );
}

function LeftOut({ items }: { items: IcsReading['leftOut'] }) {
  const t = useT();
  const heading = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <Title order={3} size="h5" id={heading}>
        {t('working-calendar.ics-left-out')}
      </Title>
      <ul className={classes['left-out']}>
        {items.map(({ summary, why }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two events may have one name, and the list never changes
          <li key={index}>
            <bdi>{summary}</bdi> · {t(`working-calendar.ics-why.${why}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
