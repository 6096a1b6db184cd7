// The text of a mail: quoted history in three languages, HTML to text, and that nothing of it is slow or throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMailText } from './clean-mail-text.ts';
import { htmlToText } from './html-to-text.ts';
import { withoutQuotedHistory } from './quoted-history.ts';
import { faultOf, pauseAfter } from './smtp-fault.ts';

/** Of work, not of waiting: a busy machine makes nothing slower. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const own = (text: string, isForward = false): string => withoutQuotedHistory(text, isForward);

describe('withoutQuotedHistory', () => {
  it.each([
    [
      'Gmail en',
      'New words.\n\nOn Sat, 21 Nov 2026 at 16:15, Customer care <care@rida.example> wrote:\n\n> old\n> older',
    ],
    [
      'Gmail en, wrapped',
      'New words.\n\nOn Sat, 21 Nov 2026 at 16:15, Customer care\n<care@rida.example> wrote:\n> old',
    ],
    ['Gmail fa', 'New words.\n\nدر تاریخ شنبه ۳۰ آبان ۱۴۰۵، ساعت ۱۶:۱۵ مراقبت <care@rida.example> نوشت:\n> old'],
    ['Gmail fa, older form', 'New words.\n\nدر ۲۱ نوامبر ۲۰۲۶، ساعت ۱۶:۱۵، مراقبت <care@rida.example> نوشت:\n\n> old'],
    [
      'Gmail ar',
      'New words.\n\nفي السبت، ٢١ نوفمبر ٢٠٢٦ في ٤:١٥ م تمت كتابة ما يلي بواسطة عناية <care@rida.example>:\n> old',
    ],
    [
      'Gmail ar, older form',
      'New words.\n\nبتاريخ 21 نوفمبر 2026، 4:15 م، كتب عناية العملاء <care@rida.example>:\nold without marks',
    ],
    ['Apple ar', 'New words.\n\nفي ٢١/١١/٢٠٢٦، الساعة ٤:١٥ م، كتب/كتبت عناية العملاء <care@rida.example>:\n> old'],
    ['Apple en, quoted head', 'New words.\n\n> On 21 Nov 2026, at 16:15, Care <care@rida.example> wrote:\n> \n> old'],
    [
      'Outlook en',
      'New words.\n\nFrom: Care <care@rida.example>\nSent: Saturday, 21 November 2026 16:15\nTo: me\nSubject: Your case\n\nold',
    ],
    ['Outlook en, starred', 'New words.\n\n*From:* Care\n*Sent:* Saturday\n*To:* me\n*Subject:* x\n\nold'],
    [
      'Outlook ar',
      'New words.\n\n________________________________\nمن: عناية\nتم الإرسال: 21 نوفمبر 2026\nإلى: أنا\nالموضوع: معاملتكم\n\nold',
    ],
    ['Outlook fa', 'New words.\n\nاز: مراقبت\nارسال شده: شنبه\nبه: من\nموضوع: پرونده\n\nold'],
    ['Original message', 'New words.\n\n-----Original Message-----\nold'],
    ['الرسالة الأصلية', 'New words.\n\n----- الرسالة الأصلية -----\nold'],
    ['پیام اصلی', 'New words.\n\n-----پیام اصلی-----\nold'],
    [
      'our marker, head unknown',
      'New words.\n\nAm 21.11.2026 schrieb Care:\n> —— Please write your answer above this line ——\n> old',
    ],
    ['only marks', 'New words.\n\n> old\n> older'],
  ])('takes off what %s quotes', (name, text) => {
    expect(own(text)).toBe(
      name === 'our marker, head unknown' ? 'New words.\n\nAm 21.11.2026 schrieb Care:' : 'New words.',
    );
  });

  it.each([
    [
      'an answer below a quoted line',
      'On 21 Nov 2026, at 16:15, Care <c@r.example> wrote:\n> Which meter?\n\n45-20931-7',
    ],
    [
      'an answer below our quoted marker',
      '> —— Please write your answer above this line ——\n> old\n\nMy answer is here.',
    ],
    ['a mail that is all quotes', '> one\n> two'],
    ['a sentence that only looks like a head', 'On Monday he wrote:\nnothing will be paid.'],
    ['labels of one’s own', 'From: the main street\nthe pipe is open. To: whom should I speak?'],
    [
      'a forwarded mail',
      'Look:\n\n---------- Forwarded message ---------\nFrom: a\nSent: b\nTo: c\nSubject: d\n\nthe substance',
    ],
  ])('keeps %s', (_, text) => {
    expect(own(text)).toBe(text);
  });

  it('keeps what an Outlook forward sends on', () => {
    const text = 'See below.\n\nFrom: a\nSent: b\nTo: c\nSubject: d\n\nthe substance';
    expect(own(text, true)).toBe(text);
    expect(own(text, false)).toBe('See below.');
  });

  it('is never longer than the text and never empty for a text that is not', () => {
    const line = fc.constantFrom(
      'word',
      '> q',
      '',
      'On 1 Jan 2026, 10:00 a@b wrote:',
      'From: x',
      'Sent: y',
      'To: z',
      'Subject: s',
      '-----Original Message-----',
      '—— Please write your answer above this line ——',
      'من: أ',
      'إلى: ب',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const kept = own(text);
        expect(kept.length).toBeLessThanOrEqual(text.length);
        expect(kept === '').toBe(text.trim() === '');
      }),
    );
  });
});

describe('htmlToText', () => {
  it('keeps words, lines and quotes, and nothing that is not for reading', () => {
    expect(
      htmlToText(
        '<style>a{}</style><p>One<br>two &amp; three&nbsp;&zwnj;x</p><!-- no --><script>no()</script><blockquote>old<br>older</blockquote><p title="a > b">end &#1587;&#x644;&#0;&bogus;</p>',
      ),
    ).toBe('One\ntwo & three \u200cx\n\n> old\n> older\n\nend سل&bogus;');
    expect(htmlToText('5 < 6 and 7 > 3')).toBe('5 < 6 and 7 > 3');
    expect(htmlToText('İİİ<b>x</b>')).toBe('İİİx');
    expect(htmlToText('before<style>never closed')).toBe('beforenever closed');
  });

  it.each([
    ['unclosed tags', '<a '.repeat(300_000)],
    ['unclosed styles', '<style>'.repeat(200_000)],
    ['unclosed comments', '<!--'.repeat(300_000)],
    ['open quotes', `<a b="${'<p>'.repeat(300_000)}`],
    ['deep quotes', `${'<blockquote>'.repeat(50_000)}x`],
    ['signs', '<'.repeat(1_000_000)],
    ['entities', '&'.repeat(500_000)],
    ['spaces', `<p>${' '.repeat(1_000_000)}x`],
  ])('reads %s in one pass', (_, html) => {
    const before = process.cpuUsage();
    cleanMailText({ text: undefined, html, subject: '' }, 'http://rida.test');
    expect(millisecondsSince(before)).toBeLessThan(4000);
  });

  it.each([
    ['no line end', 'x'.repeat(1_000_000)],
    ['labels', 'From:\n'.repeat(60_000)],
    ['heads', 'On 1 a@b\n'.repeat(40_000)],
    ['marks', '> \n'.repeat(150_000)],
    ['dashes', '-'.repeat(300_000)],
    ['dashes and spaces', '- '.repeat(150_000)],
    ['colons', ':'.repeat(300_000)],
    ['heads that end', 'On 1 كتب @:\n> a\n'.repeat(20_000)],
  ])('cleans a text of %s quickly', (_, text) => {
    const before = process.cpuUsage();
    cleanMailText({ text, html: undefined, subject: '' }, 'http://rida.test');
    expect(millisecondsSince(before)).toBeLessThan(4000);
  });
});

describe('faultOf', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, false, { kind: 'failed', fault: 'smtp-550' }],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, false, { kind: 'later', fault: 'smtp-450' }],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true, { kind: 'failed', fault: 'smtp-554' }],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, true, { kind: 'later', fault: 'smtp-451' }],
    [{ code: 'EPROTOCOL', command: 'MAIL FROM', responseCode: 503 }, false, { kind: 'later', fault: 'smtp-503' }],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, { kind: 'later', fault: 'smtp-auth' }],
    [{ code: 'ESOCKET', command: 'CONN' }, false, { kind: 'later', fault: 'smtp-unreachable' }],
    [{ code: 'ETLS', command: 'STARTTLS' }, false, { kind: 'later', fault: 'smtp-tls' }],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, true, { kind: 'uncertain', fault: 'connection-lost' }],
    [
      { code: 'ECONNECTION', command: 'CONN', responseCode: 421 },
      true,
      { kind: 'uncertain', fault: 'connection-lost' },
    ],
    [{ code: 'EABORT' }, true, { kind: 'uncertain', fault: 'connection-lost' }],
    [{ code: 'EENVELOPE' }, false, { kind: 'failed', fault: 'smtp-address' }],
  ] as const)('%o, text begun %s', (error, begun, expected) => {
    expect(faultOf(error, begun)).toEqual(expected);
  });

  it('waits longer each time and then gives up', () => {
    const pauses = Array.from({ length: 10 }, (_, at) => pauseAfter(at + 1)!);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(48 * 3_600_000);
    expect(pauseAfter(11)).toBeNull();
  });
});
