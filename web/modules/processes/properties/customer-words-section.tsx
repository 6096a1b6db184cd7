// What the customer reads while the matter stands at this step, in each language.
import { extensionsOf, wordsOf } from '#engine/diagram-element.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { setInLanguage } from './edit-element.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { WordsInput } from './words-input.tsx';

export function CustomerWordsSection() {
  const t = useT();
  const own = useLanguage();
  const { element, tools, businessObject } = useEditor();
  const said = extensionsOf(businessObject, 'rida:CustomerWords');
  const words = (language: string) => said.find((each) => wordsOf(each, 'language') === language);
  return (
    <div className={classes['section']}>
      <span className={classes['quiet']}>{t('diagram.customer-words-hint')}</span>
      {[own, ...languages.filter((language) => language !== own)].map((language) => {
        const part = words(language);
        return (
          <WordsInput
            key={language}
            label={languageNames[language]}
            rows={1}
            value={(part && wordsOf(part, 'words')) ?? ''}
            onCommit={(value) => setInLanguage(tools, element, 'rida:CustomerWords', language, value)}
          />
        );
      })}
    </div>
  );
}
