// Letters: what stands in subject, text and HTML, and what must not.
import { describe, expect, it } from 'vitest';
import { letter } from './factory.ts';
import { contrast, letterColours } from './letter-colours.ts';
import { renderLetter } from './letter.ts';
import { escapeHtml, maskSeals, unseal } from './seal.ts';

const frame = { organisation: 'شركة المياه', date: '22 نوفمبر 2026 م', primaryColour: '#1f7a63' };
const url = 'http://rida.test/portal/care/case#s3cret-that-opens-the-case';

describe('renderLetter', () => {
  it('escapes whatever people wrote', () => {
    const evil = '<script>alert(1)</script> & "x" \'y\'';
    const { html } = renderLetter(
      letter({
        subject: evil,
        greeting: evil,
        paragraphs: [evil],
        quote: evil,
        after: [evil],
        recourse: evil,
        facts: [{ label: evil, value: evil }],
        action: { label: evil, url },
      }),
      { ...frame, organisation: evil },
    );
    expect(html).not.toContain('<script>alert');
    expect(html.match(/&lt;script&gt;alert/g)!.length).toBeGreaterThanOrEqual(9);
    expect(html).not.toMatch(/<img|onerror|src=/);
  });

  it('takes only web addresses as actions', () => {
    expect(() => renderLetter(letter({ action: { label: 'x', url: 'javascript:alert(1)' } }), frame)).toThrow(
      'web address',
    );
  });

  it('puts direction and language on html and on every block', () => {
    const { html } = renderLetter(letter({ quote: 'Hello', action: { label: 'فتح', url } }), frame);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    for (const block of html.match(/<(p|div)\b[^>]*>/g)!) expect(block).toMatch(/dir="(rtl|auto)"|class="quote"/);
    expect(html).toContain('dir="auto"');
    expect(html).toContain('text-align:right');
    expect(renderLetter(letter({ language: 'en', paragraphs: ['Hello'] }), frame).html).toContain(
      '<html lang="en" dir="ltr">',
    );
  });

  it('keeps identifiers in order in subject and text', () => {
    const { subject, text } = renderLetter(
      letter({
        paragraphs: ['رقم 1448-000123 مسجل'],
        facts: [{ label: 'رمز المتابعة', value: 'K7QM-4XTP-9R2B', ltr: true }],
      }),
      frame,
    );
    expect(subject).toBe('رسالة بشأن معاملتكم رقم \u20681448-000123\u2069');
    expect(text).toContain('رقم \u20681448-000123\u2069 مسجل');
    expect(text).toContain('رمز المتابعة: \u2066K7QM-4XTP-9R2B\u2069');
    expect(renderLetter(letter({ language: 'en', subject: 'Your case “انقطاع الماء”' }), frame).subject).toBe(
      'Your case “\u2068انقطاع الماء\u2069”',
    );
    expect(renderLetter(letter({ subject: 'معاملة \u2068x\u2069 رقم 1-2' }), frame).subject).toBe(
      'معاملة \u2068x\u2069 رقم 1-2',
    );
  });

  it('lets no line break into the subject', () => {
    expect(renderLetter(letter({ language: 'en', subject: 'One\r\nBcc: all@example.org\u2028x' }), frame).subject).toBe(
      'One Bcc: all@example.org x',
    );
  });

  it('keeps lines and paragraphs', () => {
    const { html, text } = renderLetter(
      letter({ language: 'en', paragraphs: ['one\ntwo\n\nthree'], quote: 'a\n\nb' }),
      frame,
    );
    expect(html).toContain('>one<br>two</p>');
    expect(html).toContain('>three</p>');
    expect(text).toContain('one\ntwo\n\nthree\n\n> a\n>\n> b');
  });

  it('asks for the answer above a line only where an answer finds its way', () => {
    expect(renderLetter(letter({ subjectType: 'case', subjectId: 'x' }), frame).text).toContain('فوق هذا السطر');
    expect(renderLetter(letter(), frame).text).not.toContain('فوق هذا السطر');
  });

  it('stores no link and no code that opens a case, and puts them back when the mail leaves', async () => {
    const rendered = renderLetter(
      letter({
        subject: 'رمز الدخول: 123456',
        paragraphs: ['الرمز: 123456'],
        action: { label: 'فتح', url: `${url}&x="1"` },
        secrets: ['123456'],
        facts: [{ label: 'Pin', value: '98765', secret: true }],
      }),
      frame,
    );
    const stored = rendered.subject + rendered.text + rendered.html;
    for (const secret of ['123456', 's3cret', '98765']) expect(stored).not.toContain(secret);
    expect(maskSeals(rendered.text, 'http://rida.test')).toContain('http://rida.test/…');
    expect(maskSeals(rendered.subject, 'http://rida.test')).toBe('رمز الدخول: ••••••');
    expect(unseal(rendered.subject, rendered.sealed)).toBe('رمز الدخول: 123456');
    expect(unseal(rendered.text, rendered.sealed)).toContain(`\n${url}&x="1"\n`);
    expect(unseal(rendered.html, rendered.sealed, escapeHtml)).toContain(`href="${url}&#38;x=&#34;1&#34;"`);
  });

  it('does not take marks that people write for its own', () => {
    const rendered = renderLetter(
      letter({ quote: 'x \ue000\ue010\ue100\ue001 y', action: { label: 'go', url } }),
      frame,
    );
    expect(unseal(rendered.text, rendered.sealed)).toContain('> x \ue010\ue100 y');
  });

  it('has a button whose words can be read on any colour', () => {
    for (const primary of ['#ffffff', '#000000', '#ffd500', '#808080', '#1f7a63', 'nonsense', null]) {
      const colours = letterColours(primary);
      expect(contrast(colours.primary, colours.onPrimary)).toBeGreaterThanOrEqual(4.5);
    }
    expect(letterColours('#ffd500').onPrimary).toBe('#000000');
  });
});
