// The door of the forms module: filling one in, and reading what was filled in. Loaded with its texts when it is first shown.
import { lazy } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { formTexts } from './texts.ts';

export { answersToSend, answerFaults, initialAnswers, type EnteredAnswers } from './entered-answers.ts';
export { useFormInUse, useForms } from './use-forms.ts';

export const FormFields = lazy(
  withTexts(formTexts, async () => ({ default: (await import('./form-fields.tsx')).FormFields })),
);
export const AnswersView = lazy(
  withTexts(formTexts, async () => ({ default: (await import('./answers-view.tsx')).AnswersView })),
);
export const FormOutline = lazy(
  withTexts(formTexts, async () => ({ default: (await import('./form-outline.tsx')).FormOutline })),
);
