// Another process that is called: chosen from the catalogue, by its key.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { setWords } from './edit-element.ts';
import classes from './properties.module.css';
import { InputField, ResultField } from './service-section.tsx';
import { useEditor } from './use-editor.ts';

export function CallSection() {
  const t = useT();
  const text = useLocaleText();
  const { element, tools, readOnly, words } = useEditor();
  const models = useQuery(orpc.processes.listModels.queryOptions({ input: { limit: 100 } })).data?.items ?? [];
  const called = words('calledElement');
  return (
    <div className={classes['section']}>
      <Select
        label={t('diagram.called')}
        description={t('diagram.called-hint')}
        disabled={readOnly}
        searchable
        clearable
        nothingFoundMessage={t('ui.nothing-found')}
        data={[
          ...(called && !models.some(({ key }) => key === called) ? [{ value: called, label: called }] : []),
          ...models.map(({ key, name }) => ({ value: key, label: text(name) })),
        ]}
        value={called || null}
        onChange={(key) => setWords(tools, element, 'calledElement', key ?? '')}
      />
      <InputField />
      <ResultField />
    </div>
  );
}
