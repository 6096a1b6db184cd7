// Words of a search in a text: found however they are written, and nothing of the text is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looseQuery } from './loose-query.ts';
import { excerpt, highlight } from './public-highlight.ts';
import { acceptedLanguage } from './public-language.ts';

const found = (text: string, query: string): string[] =>
  highlight(text, query)
    .filter((part) => part.found)
    .map((part) => part.text);

describe('highlight', () => {
  test.each([
    ['دُفعت الفاتورةُ والفاتورة الأخرى', 'فاتوره', ['الفاتورةُ', 'والفاتورة']],
    ['قبض‌های آب و برق', 'قبض', ['قبض‌های']],
    ['كتاب عن الكتابة', 'کتاب', ['كتاب', 'الكتابة']],
    ['Refunds, and a fund', 'REFUND a', ['Refunds', 'a']],
    ['سنة ١٤٤٨', '1448', ['١٤٤٨']],
    ['nothing here', '', []],
  ])('%j for %j', (text, query, words) => expect(found(text, query)).toEqual(words));

  const words = fc.array(
    fc.oneof(fc.constantFrom('فاتورة', 'الفاتورةُ', 'قبض‌ها', 'a', ' ', '‌', '<b>', '\n'), fc.string()),
  );
  const texts = words.map((all) => all.join(''));

  test('gives the whole text back, in pieces', () => {
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        expect(
          highlight(text, query)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('an excerpt is short, of the text, and has the first word found', () => {
    const text = `${'كلام قبل المقصود '.repeat(40)}الفاتورة${' وكلام بعده'.repeat(40)}`;
    expect(excerpt(text, 'فاتوره')).toContain('الفاتورة');
    fc.assert(
      fc.property(texts, texts, (one, query) => {
        const piece = excerpt(one, query, 40);
        expect(piece.length).toBeLessThanOrEqual(Math.max(40, 44));
        expect(one).toContain(piece.replace(/^… /, '').replace(/ …$/, ''));
      }),
    );
  });
});

test('a loose query leaves off what a word has more in another form', () => {
  expect(looseQuery('فاتورتي')).toBe('(فاتور:* | اتور:*)');
  expect(looseQuery('ولاسترداد')).toBe('(ولاسترداد:* | لاسترداد:*)');
  expect(looseQuery('refunds of it')).toBe('(refund:*)');
  expect(looseQuery('قبض‌ها')).toBe('(قبض:*)');
  expect(looseQuery('ها')).toBeNull();
});

test('the browser is heard by its weights', () => {
  expect(acceptedLanguage('de, en;q=0.4, fa-IR;q=0.9')).toBe('fa');
  expect(acceptedLanguage('fa;q=0, en;q=0.1')).toBe('en');
  expect(acceptedLanguage('de')).toBeUndefined();
  expect(acceptedLanguage(undefined)).toBeUndefined();
});
