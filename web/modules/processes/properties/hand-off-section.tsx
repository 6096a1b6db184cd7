// What one unit promises the next when work changes hands: what is handed over, when it is taken, and how long it may wait.
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { childrenOf, saysYes, wordsOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { make, setExtension } from './edit-element.ts';
import classes from './properties.module.css';
import { TimerFields } from './timer-fields.tsx';
import { useEditor } from './use-editor.ts';
import { WordsInput } from './words-input.tsx';

export function HandOffSection() {
  const t = useT();
  const { element, tools, readOnly, extension } = useEditor();
  const contract = extension('rida:HandOff');
  if (!contract)
    return (
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={readOnly}
        onClick={() =>
          setExtension(tools, element, 'rida:HandOff', { handedOver: element.businessObject.get('name') ?? '' })
        }
      >
        {t('diagram.hand-off-add')}
      </Button>
    );
  const criteria = childrenOf(contract, 'acceptance');
  const set = (values: object) => setExtension(tools, element, 'rida:HandOff', { ...values });
  const setCriteria = (words: readonly string[]) =>
    set({ acceptance: words.map((each) => make(tools, 'rida:Criterion', { words: each }, contract)) });
  const written = criteria.map((criterion) => wordsOf(criterion, 'words') ?? '');
  const wait = wordsOf(contract, 'longestWait') ?? '';
  return (
    <div className={classes['section']}>
      <WordsInput
        label={t('diagram.handed-over')}
        hint={t('diagram.handed-over-hint')}
        rows={1}
        value={wordsOf(contract, 'handedOver') ?? ''}
        onCommit={(value) => set({ handedOver: value.trim() })}
      />
      <div className={classes['section']} role="group" aria-label={t('diagram.acceptance')}>
        <span className={classes['label']}>{t('diagram.acceptance')}</span>
        {written.map((words, index) => (
          // Criteria have no names; their place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} gap={4} wrap="nowrap" align="flex-start">
            <div className={classes['grows']}>
              <WordsInput
                hideLabel
                label={t('diagram.criterion', { number: index + 1 })}
                value={words}
                onCommit={(value) => setCriteria(written.map((each, place) => (place === index ? value.trim() : each)))}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              disabled={readOnly}
              aria-label={t('diagram.criterion-remove', { number: index + 1 })}
              onClick={() => setCriteria(written.filter((_, place) => place !== index))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={readOnly}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setCriteria([...written, t('diagram.criterion-new')])}
        >
          {t('diagram.criterion-add')}
        </Button>
      </div>
      <TimerFields
        label={t('diagram.longest-wait')}
        hint={t('diagram.longest-wait-hint')}
        kinds={['duration']}
        optional
        value={wait ? { kind: 'duration', words: wait, workingTime: saysYes(contract, 'workingTime') } : null}
        onChange={(next) => set({ longestWait: next?.words, workingTime: next?.workingTime || undefined })}
      />
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        disabled={readOnly}
        onClick={() => setExtension(tools, element, 'rida:HandOff', null)}
      >
        {t('diagram.hand-off-remove')}
      </Button>
    </div>
  );
}
