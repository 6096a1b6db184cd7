// Arranging a form: a field goes where it was sent, also over the edges of sections, and none is lost.
import { expect, test } from 'vitest';
import { newField, type FormSection } from '#kernel/forms/form-definition.ts';
import { decidersBefore, freshField, freshKey, moveField, stepFrom } from './arrange.ts';

const section = (key: string, ...keys: string[]): FormSection => ({
  key,
  title: {},
  fields: keys.map((one) => newField(one.startsWith('q') ? 'yes-no' : 'line', one)),
});
const sections = [section('first', 'a', 'q1'), section('empty'), section('last', 'b')];
const keys = (list: readonly FormSection[]) => list.map(({ fields }) => fields.map(({ key }) => key).join(' '));

test('steps go through the sections and end at the ends', () => {
  expect(stepFrom(sections, { section: 0, index: 0 }, -1)).toBeNull();
  expect(stepFrom(sections, { section: 0, index: 0 }, 1)).toEqual({ section: 0, index: 1 });
  expect(stepFrom(sections, { section: 0, index: 1 }, 1)).toEqual({ section: 1, index: 0 });
  expect(stepFrom(sections, { section: 2, index: 0 }, -1)).toEqual({ section: 1, index: 0 });
  expect(stepFrom(sections, { section: 2, index: 0 }, 1)).toBeNull();
});

test('a field moves within its section and into another', () => {
  expect(keys(moveField(sections, { section: 0, index: 0 }, { section: 0, index: 1 }))).toEqual(['q1 a', '', 'b']);
  expect(keys(moveField(sections, { section: 0, index: 1 }, { section: 2, index: 1 }))).toEqual(['a', '', 'b q1']);
  expect(keys(moveField(sections, { section: 9, index: 1 }, { section: 0, index: 0 }))).toEqual(keys(sections));
});

test('keys are new, and only earlier fields with values decide', () => {
  expect(freshKey([{ key: 'date' }, { key: 'date-2' }], 'date')).toBe('date-3');
  expect(freshField(sections, 'amount', 'SAR')).toMatchObject({ key: 'amount', currency: 'SAR' });
  expect(decidersBefore(sections, { section: 2, index: 0 }).map(({ key }) => key)).toEqual(['q1']);
  expect(decidersBefore(sections, { section: 0, index: 1 })).toEqual([]);
});
