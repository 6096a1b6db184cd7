// The door of the knowledge module: what a case shows of it, loaded with its texts when it is first shown.
import { lazy } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { knowledgeTexts } from './texts.ts';

export const SuggestionsPanel = lazy(
  withTexts(knowledgeTexts, async () => ({ default: (await import('./suggestions-panel.tsx')).SuggestionsPanel })),
);
export const TemplatePicker = lazy(
  withTexts(knowledgeTexts, async () => ({ default: (await import('./template-picker.tsx')).TemplatePicker })),
);
