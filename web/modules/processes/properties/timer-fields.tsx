// When something is due: a length of working or running time, a moment, again and again, or what an expression gives.
import { Group, NumberInput, Select, Switch } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { type Length, type LengthUnit, lengthUnits, readLength, writeLength } from './iso-length.ts';
import { useEditor } from './use-editor.ts';
import { FeelInput, WordsInput } from './words-input.tsx';

export type TimerValue = { kind: 'duration' | 'date' | 'cycle'; words: string; workingTime: boolean };
export type TimerFieldsProps = {
  label: string;
  hint?: string;
  kinds: readonly TimerValue['kind'][];
  value: TimerValue | null;
  /** Null: none. Only where `optional`. */
  onChange: (value: TimerValue | null) => void;
  optional?: boolean;
};

const begin: Record<TimerValue['kind'], string> = { duration: 'P1D', date: '', cycle: 'R3/P1D' };

export function TimerFields({ label, hint, kinds, value, onChange, optional }: TimerFieldsProps) {
  const t = useT();
  const { readOnly } = useEditor();
  const kind = value ? (value.words.startsWith('=') ? 'feel' : value.kind) : 'none';
  const choices = [...(optional ? ['none' as const] : []), ...kinds, 'feel' as const];
  const set = (change: Partial<TimerValue>) =>
    onChange({ kind: 'duration', words: '', workingTime: false, ...value, ...change });
  return (
    <div>
      <Select
        label={label}
        description={hint}
        disabled={readOnly}
        allowDeselect={false}
        placeholder={t('diagram.timer.choose')}
        data={choices.map((one) => ({ value: one, label: t(`diagram.timer.${one}`) }))}
        value={kind === 'none' && !optional ? null : kind}
        onChange={(chosen) => {
          if (chosen === 'none') onChange(null);
          else if (chosen === 'feel') set({ words: '= ' });
          else if (chosen) set({ kind: chosen as TimerValue['kind'], words: begin[chosen as TimerValue['kind']] });
        }}
      />
      {value && kind === 'duration' ? (
        <LengthInput words={value.words} label={label} onChange={(words) => set({ words })} />
      ) : null}
      {value && kind === 'date' ? (
        <WordsInput
          label={t('diagram.timer.moment')}
          hint={t('diagram.timer.moment-hint')}
          ltr
          value={value.words}
          onCommit={(words) => set({ words: words.trim() })}
        />
      ) : null}
      {value && kind === 'cycle' ? (
        <CycleInput words={value.words} label={label} onChange={(words) => set({ words })} />
      ) : null}
      {value && kind === 'feel' ? (
        <FeelInput
          label={t('diagram.expression')}
          value={value.words.replace(/^=\s*/, '')}
          onCommit={(words) => set({ words: `= ${words.trim()}` })}
        />
      ) : null}
      {value && kind !== 'date' ? (
        <Switch
          mt={8}
          disabled={readOnly}
          label={t('diagram.working-time')}
          checked={value.workingTime}
          onChange={(event) => set({ workingTime: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}

/** What is more than one amount, such as "a day and four hours", stays as it is written. */
export function LengthInput({
  words,
  label,
  onChange,
}: {
  words: string;
  label: string;
  onChange: (words: string) => void;
}) {
  const t = useT();
  const { readOnly } = useEditor();
  const length = readLength(words);
  if (!length)
    return (
      <WordsInput label={t('diagram.length-written')} ltr value={words} onCommit={(value) => onChange(value.trim())} />
    );
  const set = (change: Partial<Length>) => onChange(writeLength({ ...length, ...change }));
  return (
    <Group gap={8} mt={6} wrap="nowrap">
      <NumberInput
        aria-label={label}
        disabled={readOnly}
        min={1}
        max={9999}
        allowDecimal={false}
        w={96}
        value={length.amount}
        onChange={(amount) => {
          if (Number(amount) >= 1) set({ amount: Number(amount) });
        }}
      />
      <Select
        aria-label={t('diagram.length-unit')}
        disabled={readOnly}
        allowDeselect={false}
        data={lengthUnits.map((unit) => ({ value: unit, label: t(`diagram.unit.${unit}`) }))}
        value={length.unit}
        onChange={(unit) => set({ unit: unit as LengthUnit })}
      />
    </Group>
  );
}

function CycleInput({ words, label, onChange }: { words: string; label: string; onChange: (words: string) => void }) {
  const t = useT();
  const { readOnly } = useEditor();
  const [, times = '', length = 'P1D'] = /^R(\d*)\/(.*)$/.exec(words) ?? [];
  return (
    <>
      <LengthInput words={length} label={label} onChange={(changed) => onChange(`R${times}/${changed}`)} />
      <NumberInput
        mt={6}
        label={t('diagram.timer.times')}
        description={t('diagram.timer.times-hint')}
        disabled={readOnly}
        min={1}
        max={9999}
        allowDecimal={false}
        value={times === '' ? '' : Number(times)}
        onChange={(value) => onChange(`R${Number(value) >= 1 ? Number(value) : ''}/${length}`)}
      />
    </>
  );
}
