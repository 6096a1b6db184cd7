// Another process that is called: chosen from the catalogue, by its key.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { setWords } from './edit-element.ts';
import { ListedField } from './listed-field.tsx';
import classes from './properties.module.css';
import { InputField, ResultField } from './service-section.tsx';
import { useEditor } from './use-editor.ts';

export function CallSection() {
  const t = useT();
  const text = useLocaleText();
  const { element, tools, words } = useEditor();
  const [typed, setTyped] = useState('');
  const found = useQuery({
    ...orpc.processes.listModels.queryOptions({ input: { q: typed.trim() || undefined, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes['section']}>
      <ListedField
        label={t('diagram.called')}
        hint={t('diagram.called-hint')}
        none={t('ui.nothing-found')}
        value={words('calledElement')}
        choices={(found.data?.items ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
        onChange={(key) => setWords(tools, element, 'calledElement', key)}
        onSearch={setTyped}
      />
      <InputField />
      <ResultField />
    </div>
  );
}
