// Forms: what a form is refused for and where, what becomes of answers, and that nothing sent to either can break them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers } from './check-answers.ts';
import { checkForm } from './check-form.ts';
import { fieldTypes, newField, type FormDefinition, type FormField } from './form-definition.ts';
import { ibanIsValid } from './iban.ts';
import { shownFields } from './shown-fields.ts';

type Wish = Partial<FormField> & Pick<FormField, 'type' | 'key'>;
const field = (wish: Wish): FormField => ({ ...newField(wish.type, wish.key), label: { en: wish.key }, ...wish });
const form = (...fields: Wish[]): FormDefinition => ({
  sections: [{ key: 'main', title: {}, fields: fields.map(field) }],
});
const choices = (...keys: string[]) => keys.map((key) => ({ key, label: { en: key } }));
const faultsOf = (definition: unknown): string[] =>
  checkForm(definition).map(({ code, path }) => `${code} ${path.slice(2).join('.')}`.trim());
const check = (definition: FormDefinition, answers: unknown, audience: 'staff' | 'customer' = 'staff') =>
  checkAnswers(definition, answers, { audience, country: 'IR' });
const codeOf = (wish: Wish, answer: unknown): string | undefined =>
  check(form(wish), { [wish.key]: answer }).faults[0]?.code;
const kept = (wish: Wish, answer: unknown): unknown => check(form(wish), { [wish.key]: answer }).answers[wish.key];

const meter = { key: 'meter', type: 'yes-no' } as const;
const whenMeter = { field: 'meter', values: ['yes'] };

describe('a form is refused', () => {
  test.each<[string, unknown, string]>([
    ['that is none', { sections: 'many' }, 'not-a-form'],
    ['without fields', form(), 'no-fields'],
    [
      'with two keys alike',
      form({ key: 'a', type: 'line' }, { key: 'a', type: 'date' }),
      'two-keys-alike fields.1.key',
    ],
    ['with a key of every object', form({ key: '__proto__', type: 'line' }), 'bad-key fields.0.key'],
    ['without a label', form({ key: 'a', type: 'line', label: { ar: ' ' } }), 'label-missing fields.0.label'],
    ['with an empty list', form({ key: 'a', type: 'one-of' }), 'choices-missing fields.0.choices'],
    [
      'with two choices alike',
      form({ key: 'a', type: 'several-of', choices: choices('b', 'b') }),
      'two-keys-alike fields.0.choices.1.key',
    ],
    ['with limits that cross', form({ key: 'a', type: 'line', min: 9, max: 3 }), 'limits-crossed fields.0.max'],
    ['with a day that is none', form({ key: 'a', type: 'date', min: '2026-02-30' }), 'bad-limit fields.0.min'],
    ['with a limit of what has none', form({ key: 'a', type: 'email', max: 3 }), 'bad-limit fields.0.max'],
    ['with money of no country', form({ key: 'a', type: 'amount' }), 'currency-missing fields.0.currency'],
    [
      'that begins with what it refuses',
      form({ key: 'a', type: 'whole-number', max: 3, initial: 4 }),
      'bad-initial fields.0.initial',
    ],
    [
      'that does not say why it asks',
      form({ key: 'a', type: 'line', personal: { fieldClass: 'place', purpose: {} } }),
      'purpose-missing fields.0.personal.purpose',
    ],
    [
      'that asks customers for a colleague',
      form({ key: 'a', type: 'person', customer: true }),
      'not-for-customers fields.0.customer',
    ],
    [
      'whose condition names nothing',
      form({ key: 'a', type: 'line', shownWhen: whenMeter }),
      'condition-field-missing fields.0.shownWhen.field',
    ],
    [
      'whose condition names a later field',
      form({ key: 'a', type: 'line', shownWhen: whenMeter }, meter),
      'condition-field-later fields.0.shownWhen.field',
    ],
    [
      'whose condition names itself',
      form({ ...meter, shownWhen: whenMeter }),
      'condition-field-later fields.0.shownWhen.field',
    ],
    [
      'whose conditions go in a circle',
      form(
        { key: 'a', type: 'yes-no', shownWhen: whenMeter },
        { ...meter, shownWhen: { field: 'a', values: ['yes'] } },
      ),
      'condition-cycle fields.0.shownWhen.field',
    ],
    [
      'whose condition names a text',
      form({ key: 'meter', type: 'line' }, { key: 'a', type: 'line', shownWhen: whenMeter }),
      'condition-field-unfit fields.1.shownWhen.field',
    ],
    [
      'whose condition names no such choice',
      form(meter, { key: 'a', type: 'line', shownWhen: { field: 'meter', values: ['perhaps'] } }),
      'condition-value-unknown fields.1.shownWhen.values',
    ],
    [
      'whose condition customers cannot meet',
      form({ ...meter, customer: false }, { key: 'a', type: 'line', shownWhen: whenMeter }),
      'condition-hidden fields.1.shownWhen.field',
    ],
  ])('%s', (_, definition, fault) => {
    expect(faultsOf(definition)).toContain(fault);
  });

  test('and not for anything else', () => {
    const sound = form(
      { ...meter, required: true },
      { key: 'number', type: 'line', pattern: 'digits', min: 6, max: 12, shownWhen: whenMeter },
      { key: 'refund', type: 'amount', currency: 'SAR', min: 1, initial: 50 },
      { key: 'ways', type: 'several-of', choices: choices('card', 'bank'), max: 2, initial: ['card'] },
      { key: 'colleague', type: 'person', customer: false },
    );
    expect(checkForm(sound)).toEqual([]);
  });
});

describe('an answer', () => {
  test('is read in any digits', () => {
    expect(kept({ key: 'a', type: 'whole-number' }, '۱۲٬۵۰۰')).toBe(12_500);
    expect(kept({ key: 'a', type: 'amount', currency: 'SAR' }, '٩٩٫٥')).toBe(99.5);
    expect(kept({ key: 'a', type: 'date' }, '۲۰۲۶-۱۱-۲۷')).toBe('2026-11-27');
    expect(kept({ key: 'a', type: 'line', pattern: 'digits' }, ' ٠١٢-٣٤ ')).toBe('01234');
    expect(kept({ key: 'a', type: 'phone' }, '۰۹۱۲ ۳۴۵ ۶۷ ۸۹')).toBe('09123456789');
    expect(kept({ key: 'a', type: 'national-id' }, '۰۰۱۳۵۴۲۴۱۹')).toBe('0013542419');
    expect(kept({ key: 'a', type: 'line', pattern: 'iban' }, 'sa03 8000 0000 6080 1016 7519')).toBe(
      'SA0380000000608010167519',
    );
  });

  test.each<[Wish, unknown, string]>([
    [{ key: 'a', type: 'line', required: true }, ' \u200f ', 'required'],
    [{ key: 'a', type: 'line', min: 3 }, 'ab', 'too-short'],
    [{ key: 'a', type: 'prose', max: 3 }, 'abcd', 'too-long'],
    [{ key: 'a', type: 'line', pattern: 'letters' }, 'خیابان ۵', 'not-letters'],
    [{ key: 'a', type: 'line', pattern: 'code' }, 'A B', 'not-code'],
    [{ key: 'a', type: 'line', pattern: 'iban' }, 'SA0380000000608010167518', 'not-iban'],
    [{ key: 'a', type: 'whole-number' }, 1.5, 'not-whole'],
    [{ key: 'a', type: 'whole-number', min: 2 }, '۱', 'too-small'],
    [{ key: 'a', type: 'amount', max: 10 }, 10.001, 'too-big'],
    [{ key: 'a', type: 'date' }, '2026-02-30', 'invalid'],
    [{ key: 'a', type: 'date', min: '2026-01-01' }, '2025-12-31', 'too-early'],
    [{ key: 'a', type: 'yes-no' }, 'yes', 'invalid'],
    [{ key: 'a', type: 'yes-no', required: true }, null, 'required'],
    [{ key: 'a', type: 'one-of', choices: choices('b') }, 'c', 'invalid'],
    [{ key: 'a', type: 'several-of', choices: choices('b', 'c'), min: 2 }, ['b'], 'too-few'],
    [{ key: 'a', type: 'several-of', choices: choices('b'), required: true }, [], 'required'],
    [{ key: 'a', type: 'email' }, 'mona@example', 'email-invalid'],
    [{ key: 'a', type: 'phone' }, '12', 'phone-invalid'],
    [{ key: 'a', type: 'national-id' }, '0013542418', 'national-id-invalid'],
    [{ key: 'a', type: 'file' }, 'photo.jpg', 'invalid'],
  ])('of %j is not %j', (wish, answer, code) => {
    expect(codeOf(wish, answer)).toBe(code);
  });

  test('of a hidden field is dropped, also where a hidden field seems to show it', () => {
    const chain = form(
      meter,
      { key: 'smart', type: 'yes-no', shownWhen: whenMeter },
      { key: 'serial', type: 'line', required: true, shownWhen: { field: 'smart', values: ['yes'] } },
    );
    const answers = { meter: false, smart: true, serial: 'X' };
    expect(check(chain, answers)).toEqual({ answers: { meter: false }, faults: [] });
    expect(shownFields(chain, answers, 'staff').map(({ key }) => key)).toEqual(['meter']);
  });

  test('that is not for customers is neither asked of them nor taken from them', () => {
    const both = form({ key: 'own', type: 'line', required: true, customer: false }, { key: 'shared', type: 'line' });
    expect(check(both, { own: 'x', shared: 'y' }, 'customer')).toEqual({ answers: { shared: 'y' }, faults: [] });
    expect(check(both, {}).faults).toEqual([{ field: 'own', code: 'required' }]);
  });
});

test('an IBAN is known by its check digits and the length of its country', () => {
  expect(ibanIsValid('IR580540105180021273113007')).toBe(true);
  expect(ibanIsValid('IR580540105180021273113070')).toBe(false);
  expect(ibanIsValid('SA03800000006080101675')).toBe(false);
});

// Near enough to be a form now and then, far enough to be wrong in every way.
const anyKey = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '');
const anyField = fc.record({
  key: anyKey,
  type: fc.constantFrom(...fieldTypes),
  label: fc.constantFrom({ en: 'x' }, {}),
  help: fc.constant({}),
  required: fc.boolean(),
  customer: fc.boolean(),
  personal: fc.constant(null),
  shownWhen: fc.option(
    fc.record({ field: anyKey, values: fc.array(fc.constantFrom('yes', 'no', 'b', 'c'), { maxLength: 2 }) }),
  ),
  initial: fc.option(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string()))),
  min: fc.option(fc.oneof(fc.integer({ min: -2, max: 5 }), fc.constant('2026-01-01'))),
  max: fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('2026-12-31'))),
  pattern: fc.option(fc.constantFrom('digits', 'letters', 'code', 'iban')),
  currency: fc.option(fc.constant('SAR')),
  choices: fc.array(
    fc.constantFrom('b', 'c').map((key) => ({ key, label: { en: key } })),
    { maxLength: 2 },
  ),
});
const anyForm = fc
  .array(
    fc.record({ key: fc.constantFrom('s', 't'), title: fc.constant({}), fields: fc.array(anyField, { maxLength: 4 }) }),
    {
      maxLength: 2,
    },
  )
  .map((sections) => ({ sections }) as unknown as FormDefinition);
/** Each field with what makes it sound, and conditions that look back. */
const soundForm = fc.array(anyField, { minLength: 1, maxLength: 6 }).map((fields) =>
  form(
    ...fields.map((one, at): Wish => {
      const wish = one as unknown as FormField;
      const before = wish.shownWhen && at > 0 ? fields[(at * 7) % at]! : null;
      return {
        ...wish,
        key: `f${at}`,
        initial: null,
        currency: 'SAR',
        customer: true,
        min: null,
        max: null,
        type: wish.type === 'unit' || wish.type === 'person' ? 'yes-no' : wish.type,
        choices: choices('b', 'c'),
        shownWhen: before ? { field: `f${fields.indexOf(before)}`, values: wish.shownWhen!.values } : null,
      };
    }),
  ),
);
const anyAnswer = fc.oneof(
  fc.constantFrom('b', 'c', '۱۲', '٣', '2026-11-27', 'mona@example.org', true, false, null, 12, 1.5, ['b'], ['b', 'c']),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
  fc.jsonValue(),
);
const anyAnswers = fc.oneof(
  fc.record(Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`f${at}`, anyAnswer]))),
  fc.jsonValue(),
);

describe('whatever is sent', () => {
  test('checking a form answers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyForm), (value) => Array.isArray(checkForm(value))),
      { numRuns: 600 },
    );
  });

  test('kept answers pass again unchanged, and none is of a field that is not there', () => {
    fc.assert(
      fc.property(soundForm, anyAnswers, fc.constantFrom('staff', 'customer'), (definition, answers, audience) => {
        const once = check(definition, answers, audience as 'staff');
        const again = check(definition, once.answers, audience as 'staff');
        expect(again.answers).toEqual(once.answers);
        // What was refused is missing now; nothing else became a fault.
        const missing = new Set(once.faults.map((fault) => fault.field));
        for (const fault of again.faults) {
          expect(missing).toContain(fault.field);
          expect(fault.code).toBe('required');
        }
        const shown = new Set(shownFields(definition, once.answers, audience as 'staff').map(({ key }) => key));
        for (const key of Object.keys(once.answers)) expect(shown).toContain(key);
      }),
      { numRuns: 600 },
    );
  });

  test('a field that is hidden never stands in the way', () => {
    fc.assert(
      fc.property(soundForm, anyAnswers, (definition, answers) => {
        const { answers: good, faults } = check(definition, answers);
        const shown = new Set(shownFields(definition, good, 'staff').map(({ key }) => key));
        for (const fault of faults) expect(shown).toContain(fault.field);
      }),
      { numRuns: 400 },
    );
  });
});
