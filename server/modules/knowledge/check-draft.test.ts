// What a draft may not be, and what it lacks for a review, with the place of each fault.
import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { draftFaults, reviewFaults } from './check-draft.ts';
import { controlQuestion, richText, versionText } from './factory.ts';

const draft = (wish: object = {}) => ({
  texts: [versionText()],
  audience: 'staff' as const,
  editorial: false,
  changeNote: null,
  validFrom: null,
  demandsReceipt: false,
  receiptDays: 14,
  questions: [],
  ...wish,
});
const step = (id = newId()) => ({ id, title: 'Ask', body: null, check: null });
const facts = { concerned: true, follows: true };

test('a sound draft has no faults', () => {
  expect(draftFaults('procedure', draft({ questions: [controlQuestion(), controlQuestion()] }))).toEqual([]);
  expect(reviewFaults('procedure', draft(), facts)).toEqual([]);
});

test('a language twice, steps in what is no step sheet, the same step twice, and questions without one right answer', () => {
  const twice = step();
  const question = controlQuestion();
  const both = { ...question, choices: question.choices.map((choice) => ({ ...choice, right: true })) };
  expect(draftFaults('procedure', draft({ texts: [versionText(), versionText()] }))).toEqual([
    { field: 'texts.1.language', code: 'twice' },
  ]);
  expect(draftFaults('article', draft({ texts: [versionText({ steps: [step()] })] }))).toEqual([
    { field: 'texts.0.steps', code: 'step-sheet-only' },
  ]);
  expect(draftFaults('step-sheet', draft({ texts: [versionText({ steps: [twice, twice] })] }))).toEqual([
    { field: 'texts.0.steps', code: 'twice' },
  ]);
  expect(draftFaults('policy', draft({ questions: [both] }))).toEqual([
    { field: 'questions.0.choices', code: 'one-right' },
  ]);
  expect(draftFaults('policy', draft({ questions: [question, question] }))).toEqual([
    { field: 'questions.1', code: 'twice' },
  ]);
});

test('for a review each language needs title and text, and the same steps', () => {
  const texts = [versionText({ title: ' ' }), versionText({ language: 'fa', body: richText('', '') })];
  expect(reviewFaults('article', draft({ texts }), facts)).toEqual([
    { field: 'texts.0.title', code: 'required', params: { language: 'en' } },
    { field: 'texts.1.body', code: 'required', params: { language: 'fa' } },
  ]);
  const [one, two] = [step(), step()];
  const sheets = [
    versionText({ body: richText(''), steps: [one, two] }),
    versionText({ language: 'ar', body: richText(''), steps: [two, one] }),
  ];
  expect(reviewFaults('step-sheet', draft({ texts: sheets }), facts)).toEqual([
    { field: 'texts.1.steps', code: 'other-steps', params: { language: 'ar' } },
  ]);
  expect(reviewFaults('step-sheet', draft({ texts: [versionText({ body: richText('') })] }), facts)).toEqual([
    { field: 'texts.0.steps', code: 'required', params: { language: 'en' } },
  ]);
});

test('a receipt needs somebody whom it concerns, questions need a receipt, editorial needs something before', () => {
  expect(reviewFaults('policy', draft({ demandsReceipt: true }), { concerned: false, follows: true })).toEqual([
    { field: 'concerns', code: 'required' },
  ]);
  expect(reviewFaults('policy', draft({ questions: [controlQuestion()] }), facts)).toEqual([
    { field: 'questions', code: 'without-receipt' },
  ]);
  expect(reviewFaults('policy', draft({ editorial: true }), { concerned: true, follows: false })).toEqual([
    { field: 'editorial', code: 'nothing-before' },
  ]);
});
