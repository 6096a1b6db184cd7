// What Word, Outlook and Google Docs put on the clipboard for Arabic and Persian texts, and what is left of it.
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { cleanPaste, safeAddress } from './clean-paste.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
const clean = (body: string) => cleanPaste(`<html><head></head><body>${body}</body></html>`, parse);

const word = (
  body: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; direction:rtl; unicode-bidi:embed;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=AR-SA style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
${body}<!--EndFragment--></body></html>`;

const entry = (level: number, marker: string, text: string, font = 'Symbol') =>
  `<p class=MsoListParagraphCxSpMiddle dir=RTL style='margin-right:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level${level} lfo1;direction:rtl;unicode-bidi:embed'><![if !supportLists]><span
lang=AR-SA style='font-family:${font};mso-fareast-font-family:${font}'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA style='font-family:"Sakkal Majalla"'>${text}<o:p></o:p></span></p>`;

test('a procedure from Word in Arabic keeps its heading, emphasis and nested lists, and nothing of its looks', () => {
  const { html } = cleanPaste(
    word(`<h1 dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA style='font-family:"Sakkal Majalla",serif;mso-ascii-theme-font:major-latin'>إجراء
استقبال الشكاوى<o:p></o:p></span></h1>
<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA>تُسجَّل كل شكوى </span><b><span
lang=AR-SA style='color:red'>في اليوم نفسه</span></b><span dir=LTR></span><span lang=AR-SA>.<o:p></o:p></span></p>
<p class=MsoNormal dir=RTL><span lang=AR-SA><o:p>&nbsp;</o:p></span></p>
${entry(1, '·', 'التحقق من الاسم')}
${entry(2, 'o', 'من الهوية', '"Courier New"')}
${entry(1, '·', 'تسجيل الرقم')}
<p class=MsoNormal dir=RTL><span dir=LTR>CRM</span><span lang=AR-SA> هو نظام التسجيل</span></p>`),
    parse,
  );
  expect(html).toBe(
    '<h2>إجراء استقبال الشكاوى</h2>' +
      '<p>تُسجَّل كل شكوى <strong>في اليوم نفسه</strong>.</p>' +
      '<ul><li><p>التحقق من الاسم</p><ul><li><p>من الهوية</p></li></ul></li><li><p>تسجيل الرقم</p></li></ul>' +
      '<p dir="rtl">CRM هو نظام التسجيل</p>',
  );
});

test('numbers of Word, in any digits or letters, become an ordered list that begins where it began', () => {
  const { html } = cleanPaste(
    word(
      entry(1, '۳.', 'بررسی نشانی') +
        entry(1, '۴.', 'ثبت شمارهٔ می‌شود') +
        entry(2, 'الف)', 'تماس') +
        entry(2, 'ب)', 'پیامک'),
    ),
    parse,
  );
  expect(html).toBe(
    '<ol start="3"><li><p>بررسی نشانی</p></li><li><p>ثبت شمارهٔ می‌شود</p>' +
      '<ol><li><p>تماس</p></li><li><p>پیامک</p></li></ol></li></ol>',
  );
});

test('a table of Word keeps its cells and what spans them', () => {
  const { html } = cleanPaste(
    word(`<table class=MsoTableGrid dir=rtl border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-dir:bidi'>
 <thead><tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top style='width:150pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal dir=RTL><b><span lang=FA>مهلت‌ها</span></b></p></td></tr></thead>
 <tr><td width=100><p class=MsoNormal dir=RTL><span lang=FA>فوری</span></p></td><td width=100><p class=MsoNormal dir=RTL><span lang=FA>۴ ساعت</span></p></td></tr>
</table>`),
    parse,
  );
  expect(html.replaceAll('<tbody>', '').replaceAll('</tbody>', '')).toBe(
    '<table><tr><th colspan="2"><p><strong>مهلت‌ها</strong></p></th></tr>' +
      '<tr><td><p>فوری</p></td><td><p>۴ ساعت</p></td></tr></table>',
  );
});

test('dots that were typed into a mail of Outlook become a list, sentences with a dash do not', () => {
  const { html } = clean(`<div class=WordSection1>
<p class=MsoNormal dir=RTL>خطوات الرد:<o:p></o:p></p>
<p class=MsoNormal dir=RTL><span style='font-family:Symbol'>·</span><span style='font-size:7pt'>&nbsp;&nbsp; </span>قراءة الشكوى</p>
<p class=MsoNormal dir=RTL>&nbsp;</p>
<p class=MsoNormal dir=RTL>•&nbsp;الاتصال بالمستفيد</p>
<p class=MsoNormal dir=RTL>- ثم الكتابة</p></div>`);
  expect(html).toBe(
    '<p>خطوات الرد:</p><ul><li><p>قراءة الشكوى</p></li><li><p>الاتصال بالمستفيد</p></li></ul><p>- ثم الكتابة</p>',
  );
});

test('Google Docs: the wrapper is not bold, styles are marks, a list in a list belongs to the entry before it', () => {
  const { html } =
    clean(`<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="rtl" style="line-height:1.38"><span
style="font-size:11pt;font-weight:700;font-style:normal;text-decoration:none">مهم</span><span style="font-weight:400;text-decoration:underline"> بخوانید</span></p><br>
<ul style="margin-top:0"><li dir="rtl" aria-level="1"><p dir="rtl" role="presentation"><span style="font-weight:400">یک</span></p></li>
<ul><li dir="rtl" aria-level="2"><p dir="rtl"><span style="font-style:italic">دو</span></p></li></ul></ul>
<p dir="rtl"><a href="https://www.google.com/url?q=https://example.org/%D8%AA&amp;sa=D"><span style="text-decoration:underline">نشانی</span></a></p></b>`);
  expect(html.replaceAll(/<br>/g, '')).toBe(
    '<p><strong>مهم</strong><u> بخوانید</u></p><ul><li><p>یک</p><ul><li><p><em>دو</em></p></li></ul></li></ul>' +
      '<p><a href="https://example.org/ت"><u>نشانی</u></a></p>',
  );
});

test('what was struck out by "track changes", hidden or commented does not come back', () => {
  const { html } = clean(
    `<p>الرسم <del>100</del><ins cite="mailto:x">120</ins> ريال<span style='display:none;mso-hide:all'>سري</span><!-- ملاحظة --></p>`,
  );
  expect(html).toBe('<p>الرسم 120 ريال</p>');
});

test('pictures are handed over apart, those on another computer are counted', () => {
  const cleaned = clean(
    `<p>قبل<img src="data:image/png;base64,AAAA"> بعد</p><p><img width=300 src="file:///C:/Users/x/clip_image001.png"></p><img width="1" src="https://mail.example.org/open.gif">`,
  );
  expect(cleaned).toEqual({ html: '<p>قبل بعد</p>', pictures: ['data:image/png;base64,AAAA'], lost: 1 });
});

test('nothing that could run or lead astray is left', () => {
  const { html } = clean(
    `<p onclick="x()"><a href="javascript:alert(1)">a</a><a href="//evil.example">b</a><a href="tel:+966500000000" target=_blank>c</a></p><script>x()</script><iframe src="x"></iframe><style>p{}</style>`,
  );
  expect(html).toBe('<p>ab<a href="tel:+966500000000">c</a></p>');
  expect(safeAddress(' /portal/x ')).toBe('/portal/x');
  expect(safeAddress('file:///C:/x')).toBeNull();
});
