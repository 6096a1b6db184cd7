// Names as people write them: pairs that are one name, and pairs that look alike and are not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, wordLevels, type WordLevel } from './compare-names.ts';
import { editsBetween } from './edits.ts';
import { nameKey, namePairKeys, runTogetherKey } from './name-keys.ts';
import { parseName } from './parse-name.ts';

const person = (name: string) => parseName(name, 'person');
const company = (name: string) => parseName(name, 'company');
const compared = (one: string, other: string) => compareNames(person(one), person(other));

/** All words of both names met, at least as well as `level`. */
function meets(one: string, other: string, level: WordLevel = 'variant', as = person): boolean {
  const { given, rest, alone } = compareNames(as(one), as(other));
  const least = wordLevels.indexOf(level);
  const levels = [...(given === null ? [] : [given]), ...rest.map((match) => match.level)];
  return alone[0] === 0 && alone[1] === 0 && levels.every((found) => wordLevels.indexOf(found) >= least);
}

describe('one name', () => {
  test.each([
    // Arabic spellings
    ['عبدالله السبيعي', 'عبد الله السبيعى'],
    ['عبدالرحمن القحطاني', 'عبد الرحمان القحطانى'],
    ['أحمد بن محمد الغامدي', 'احمد محمد الغامدي'],
    ['أحمد ابن محمد الغامدي', 'احمد محمد الغامدي'],
    ['نورة بنت سعد الدوسري', 'نوره سعد الدوسرى'],
    ['أبو بكر الصديق', 'ابوبكر الصديق'],
    ['أم كلثوم العتيبي', 'ام كلثوم العتيبى'],
    ['نور الدين زنكي', 'نورالدين زنكي'],
    ['نصر الله حيدر', 'نصرالله حيدر'],
    ['إبراهيم إسماعيل', 'ابرهيم اسمعيل'],
    ['زهراء الموسوي', 'زهرا الموسوى'],
    ['السيد خالد حربي', 'خالد الحربي'],
    ['د. فهد المطيري', 'الدكتور فهد المطيري'],
    ['الحربي سارة', 'سارة الحربي'],
    ['داوود سلمان', 'داود سلمان'],
    ['فاطمة الزهراني', 'فاطمه الزهرانى'],
    // Persian spellings
    ['علی رضایی', 'علي رضائي'],
    ['محمدرضا کریمی', 'محمد رضا كريمي'],
    ['سید محمد حسینی', 'محمد حسینی'],
    ['آقای حسین احمدی', 'حسین احمدی'],
    ['زهرا موسوی‌نژاد', 'زهرا موسوی نژاد'],
    ['حبیب‌الله نوری', 'حبیب الله نوری'],
    ['امیرحسین صادقی', 'امیر حسین صادقی'],
    ['یحیی طاهری', 'يحيا طاهري'],
    // Between the scripts
    ['محمد الحربي', 'Mohammed Al-Harbi'],
    ['محمد الحربي', 'Muhammad Alharbi'],
    ['محمد الحربي', 'Mohamad Al Harbi'],
    ['محمد الحربي', 'Mohamed El Harbi'],
    ['عبدالله العتيبي', 'Abdullah Al-Otaibi'],
    ['عبدالله العتيبي', 'Abdallah Alotaibi'],
    ['عبد الرحمن الشهري', 'Abdulrahman Al Shehri'],
    ['عبد الرحمن الشهري', 'Abdurrahman Alshehri'],
    ['عبدالعزيز القحطاني', 'Abdulaziz Al-Qahtani'],
    ['عبدالعزيز القحطاني', 'Abdel Aziz Al Qahtani'],
    ['يوسف منصور', 'Yousef Mansour'],
    ['يوسف منصور', 'Youssef Mansoor'],
    ['خالد الدوسري', 'Khalid Aldosari'],
    ['فاطمة الزهراني', 'Fatima Al-Zahrani'],
    ['فاطمة الزهراني', 'Fatimah Alzahrani'],
    ['حسین رضایی', 'Hossein Rezaei'],
    ['علی کریمی', 'Ali Karimi'],
    ['زهرا موسوی', 'Zahra Mousavi'],
    ['رضا نوری', 'Reza Nouri'],
    ['داریوش زرگر', 'Dariush Zargar'],
    ['مریم جعفری', 'Maryam Jafari'],
    ['سعيد المالكي', 'Saeed Al-Malki'],
    ['ياسر الشمري', 'Yasser Al-Shammari'],
    ['نورالدين بن علي', 'Noureddine Ben Ali'],
    ['عثمان طه', 'Othman Taha'],
    ['عثمان طه', 'Osman Taha'],
    ['جمال عبد الناصر', 'Gamal Abdel Nasser'],
    // Latin spellings
    ['Mohammed Hussein', 'Muhammad Husain'],
    ['Youssef Mansour', 'Yusuf Mansur'],
    ['Sheikh Khalid Saleh', 'Khaled Salih'],
    ['Mr. Ahmad Nasser', 'Ahmed Naser'],
  ])('%s · %s', (one, other) => {
    expect(meets(one, other)).toBe(true);
    expect(meets(other, one)).toBe(true);
  });

  test.each([
    ['محمد الحربي', 'محمد الحريي'],
    ['عبدالله القحطاني', 'عبدالله القحطانى'],
    ['مریم جعفری', 'مریم جفعری'],
    ['Khalid Aldosari', 'Khalid Aldosri'],
    ['سلطان الشهراني', 'سلطان الشهرني'],
  ])('a slip of the hand: %s · %s', (one, other) => {
    expect(meets(one, other, 'near')).toBe(true);
  });
});

describe('not one name', () => {
  test.each([
    ['حسن الحربي', 'حسين الحربي'],
    ['سعد الغامدي', 'سعيد الغامدي'],
    ['سالم القرني', 'سليم القرني'],
    ['محمد الشهري', 'محمود الشهري'],
    ['عمر العلي', 'عامر العلي'],
    ['خالد العمري', 'خلود العمري'],
    ['علي حسن', 'عدي حسن'],
    ['Hassan Karimi', 'Hossein Karimi'],
    ['حسن كريمي', 'Hossein Karimi'],
    ['محمد كريمي', 'Mahmoud Karimi'],
    ['محمود كريمي', 'Mohammad Karimi'],
    ['سعود السعيد', 'Saad Alsaeed'],
    ['سارة محمد الحربي', 'محمد الحربي'],
    ['نورة الحربي', 'سارة الحربي'],
    ['کبری نوری', 'صغری نوری'],
  ])('%s · %s', (one, other) => {
    expect(['different', 'near']).toContain(compared(one, other).given);
    expect(meets(one, other)).toBe(false);
    expect(meets(other, one)).toBe(false);
  });
});

describe('companies', () => {
  test.each([
    ['شركة النور للتجارة المحدودة', 'النور للتجارة'],
    ['شركة النور للتجارة', 'Al Noor Trading Co. LLC'],
    ['مؤسسة الأمل للمقاولات', 'Al Amal Contracting Est.'],
    ['شرکت پارس بازرگانی', 'Pars Trading Company'],
    ['مجموعة الفيصل القابضة', 'Alfaisal Holding Group'],
  ])('%s · %s', (one, other) => expect(meets(one, other, 'variant', company)).toBe(true));
  test.each([
    ['شركة النور للتجارة', 'شركة النور للمقاولات'],
    ['شركة الأمل المحدودة', 'شركة النور المحدودة'],
  ])('not one: %s · %s', (one, other) => expect(meets(one, other, 'variant', company)).toBe(false));
  test('a name of legal forms only keeps its words', () => {
    expect(company('الشركة القابضة').words).toHaveLength(2);
  });
});

describe('keys', () => {
  test.each([
    ['محمد عبدالله الحربي', 'Mohammed Abdullah Al-Harbi'],
    ['الحربي، سارة', 'Sara Al Harbi'],
    ['د. فهد بن سعد المطيري', 'فهد سعد المطيرى'],
  ])('%s and %s have one key', (one, other) => expect(nameKey(person(one))).toBe(nameKey(person(other))));
  test('a name said shorter shares a pair with the whole one', () => {
    const [whole, short] = [namePairKeys(person('محمد علي سعد الحربي')), namePairKeys(person('محمد الحربي'))];
    expect(whole.filter((key) => short.includes(key))).toHaveLength(1);
  });
  test('written together or apart, the run-together key is one', () => {
    expect(runTogetherKey(person('محمدرضا کریمی'))).toBe(runTogetherKey(person('محمد رضا کریمی')));
  });
});

const letters = fc
  .array(fc.constantFrom(...'ابتحخدرسشعفقكلمنهوي '), { minLength: 1, maxLength: 24 })
  .map((list) => list.join(''));
const latin = fc
  .array(fc.constantFrom(...'abdefghiklmnorstuyz -'), { minLength: 1, maxLength: 24 })
  .map((list) => list.join(''));
const anyName = fc.oneof(letters, latin, fc.string({ unit: 'binary', maxLength: 30 }));

test('comparing does not depend on who is named first, and every name is itself', () => {
  fc.assert(
    fc.property(anyName, anyName, (one, other) => {
      const [there, back] = [compared(one, other), compared(other, one)];
      expect(back.given).toBe(there.given);
      expect(back.alone.toReversed()).toEqual([...there.alone]);
      expect(back.rest.map((match) => match.level).toSorted()).toEqual(
        there.rest.map((match) => match.level).toSorted(),
      );
      if (person(one).words.length > 0) expect(meets(one, one, 'same')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('slips are counted: left out, put in, exchanged, turned round', () => {
  expect([
    editsBetween('محمد', 'محمد', 2),
    editsBetween('محمد', 'محد', 2),
    editsBetween('جعفري', 'جفعري', 2),
    editsBetween('abc', 'xyz', 2),
  ]).toEqual([0, 1, 1, 3]);
});
