// The words of the public pages around the articles, in three languages; {marks} are filled in by `say`.
import type { Language } from '#contract/common.ts';
import { formatNumber } from '#kernel/format-number.ts';
import type { Digits } from '#kernel/digits.ts';
import { isolate } from '#kernel/text/isolate.ts';

const en = {
  skip: 'Skip to content',
  name: 'Help and answers',
  home: 'Start page',
  'language.label': 'Language',
  'language.name.ar': 'Arabic',
  'language.name.fa': 'Persian',
  'language.name.en': 'English',
  'language.other': 'This page is not available in {asked}. It is shown in {shown}.',
  'language.unknown': 'There are no pages in “{asked}”. They are shown in {shown}.',
  'path.label': 'You are here',
  about: 'Answers of {organisation}, without an account.',

  'search.label': 'Search the answers',
  'search.button': 'Search',
  'search.title': 'Search',
  'search.found.title': 'Results for “{words}”',
  'search.empty': 'Please write in a few words what it is about.',
  'search.none.title': 'Nothing found for “{words}”',
  'search.none.about': 'What may help:',
  'search.none.fewer': 'Search with fewer words, or with one that surely stands in the answer',
  'search.none.other': 'Use another word for the same thing',
  'search.none.topics': 'Look through the topics',
  'search.near': 'None has all the words. These come near:',

  topics: 'Topics',
  'topic.articles': { one: 'One article', other: '{count} articles' },
  'topic.empty': 'There are no articles in this topic.',
  helpful: 'Helped most',
  newest: 'Updated last',
  more: 'More articles',
  empty: 'There are no articles yet.',

  updated: 'Updated on {date}',
  contents: 'On this page',
  related: 'Related',
  'callout.note': 'Note',
  'callout.tip': 'Tip',
  'callout.warning': 'Important',
  'print.from': 'Source: {address}',

  'helped.title': 'Did this help?',
  'helped.yes': 'Yes',
  'helped.no': 'No',
  'helped.missing': 'What was missing?',
  'helped.missing.hint': 'Without personal details, please: there is no answer to this.',
  'helped.send': 'Send',
  'helped.thanks.yes': 'Thank you. It is good to know that it helped.',
  'helped.thanks.no': 'Thank you. What was missing is read by those who answer for this page.',
  'helped.refused.title': 'Nothing was recorded',
  'helped.refused.many': 'Too many answers came from this connection in a short time. Please try again in an hour.',
  'helped.refused.elsewhere': 'The answer was not sent from this site. Please open the article and answer there.',
  'helped.refused.form': 'The answer could not be read. Please open the article and answer there.',

  'write.title': 'Not answered?',
  'write.link': 'Write to us',
  'write.about': 'No account is needed.',

  'gone.title': 'This article is no longer valid',
  'gone.about': 'It was taken out of use. A search may find what holds now.',
  'missing.title': 'There is no page here',
  'missing.about': 'The address may have been shortened or mistyped. A search may find what it was about.',
  'away.title': 'The page cannot be shown now',
  'away.about': 'Something on our side does not answer. Please try again in a moment.',
};

type Forms = Record<string, string>;
/** Texts that change with a number have a form for each category of the language in Intl.PluralRules. */
export type PublicTexts = { [K in keyof typeof en]: (typeof en)[K] extends string ? string : Forms };

const ar: PublicTexts = {
  skip: 'الانتقال إلى المحتوى',
  name: 'المساعدة والإجابات',
  home: 'الصفحة الأولى',
  'language.label': 'اللغة',
  'language.name.ar': 'العربية',
  'language.name.fa': 'الفارسية',
  'language.name.en': 'الإنجليزية',
  'language.other': 'هذه الصفحة غير متاحة باللغة {asked}، وهي معروضة باللغة {shown}.',
  'language.unknown': 'لا توجد صفحات باللغة «{asked}»، وهي معروضة باللغة {shown}.',
  'path.label': 'موضع الصفحة',
  about: 'إجابات {organisation}، بلا حساب.',

  'search.label': 'البحث في الإجابات',
  'search.button': 'بحث',
  'search.title': 'البحث',
  'search.found.title': 'نتائج البحث عن «{words}»',
  'search.empty': 'يُرجى كتابة موضوع البحث بكلمات قليلة.',
  'search.none.title': 'لا نتائج للبحث عن «{words}»',
  'search.none.about': 'ما قد يفيد:',
  'search.none.fewer': 'البحث بكلمات أقل، أو بكلمة لا بد أن ترد في الإجابة',
  'search.none.other': 'تجربة كلمة أخرى بالمعنى نفسه',
  'search.none.topics': 'تصفّح الموضوعات',
  'search.near': 'لا توجد إجابة فيها كل الكلمات، وهذه أقربها:',

  topics: 'الموضوعات',
  'topic.articles': {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '{count} مقالات',
    many: '{count} مقالًا',
    other: '{count} مقال',
  },
  'topic.empty': 'لا مقالات في هذا الموضوع.',
  helpful: 'الأكثر إفادة',
  newest: 'أحدث ما نُشر',
  more: 'مقالات أخرى',
  empty: 'لا مقالات حتى الآن.',

  updated: 'آخر تحديث: {date}',
  contents: 'في هذه الصفحة',
  related: 'مقالات ذات صلة',
  'callout.note': 'ملاحظة',
  'callout.tip': 'فائدة',
  'callout.warning': 'تنبيه',
  'print.from': 'المصدر: {address}',

  'helped.title': 'هل أفادتكم هذه الصفحة؟',
  'helped.yes': 'نعم',
  'helped.no': 'لا',
  'helped.missing': 'ما الذي كان ناقصًا؟',
  'helped.missing.hint': 'نرجو عدم كتابة بيانات شخصية، فلا يُرسل جواب على هذا.',
  'helped.send': 'إرسال',
  'helped.thanks.yes': 'شكرًا لكم. يسرّنا أنها أفادت.',
  'helped.thanks.no': 'شكرًا لكم. يقرأ ما كان ناقصًا من هم مسؤولون عن هذه الصفحة.',
  'helped.refused.title': 'لم يُسجَّل شيء',
  'helped.refused.many': 'وصلت إجابات كثيرة من هذا الاتصال في وقت قصير. نرجو المحاولة بعد ساعة.',
  'helped.refused.elsewhere': 'لم تُرسل الإجابة من هذا الموقع. نرجو فتح المقال والإجابة هناك.',
  'helped.refused.form': 'تعذّرت قراءة الإجابة. نرجو فتح المقال والإجابة هناك.',

  'write.title': 'لم تجدوا الجواب؟',
  'write.link': 'الكتابة إلينا',
  'write.about': 'لا حاجة إلى حساب.',

  'gone.title': 'لم يعد هذا المقال ساريًا',
  'gone.about': 'أُوقف العمل به. وقد يوصل البحث إلى ما هو سارٍ الآن.',
  'missing.title': 'لا صفحة هنا',
  'missing.about': 'ربما كُتب العنوان ناقصًا أو بخطأ. وقد يوصل البحث إلى المطلوب.',
  'away.title': 'تعذّر عرض الصفحة الآن',
  'away.about': 'لا يستجيب جزء من نظامنا. نرجو المحاولة بعد قليل.',
};

const fa: PublicTexts = {
  skip: 'رفتن به محتوا',
  name: 'راهنما و پاسخ‌ها',
  home: 'صفحهٔ نخست',
  'language.label': 'زبان',
  'language.name.ar': 'عربی',
  'language.name.fa': 'فارسی',
  'language.name.en': 'انگلیسی',
  'language.other': 'این صفحه به زبان {asked} در دسترس نیست و به زبان {shown} نمایش داده می‌شود.',
  'language.unknown': 'صفحه‌ای به زبان «{asked}» نیست؛ صفحه‌ها به زبان {shown} نمایش داده می‌شوند.',
  'path.label': 'جای صفحه',
  about: 'پاسخ‌های {organisation}، بدون حساب کاربری.',

  'search.label': 'جستجو در پاسخ‌ها',
  'search.button': 'جستجو',
  'search.title': 'جستجو',
  'search.found.title': 'نتایج جستجوی «{words}»',
  'search.empty': 'لطفاً موضوع را با چند کلمه بنویسید.',
  'search.none.title': 'برای «{words}» چیزی یافت نشد',
  'search.none.about': 'آنچه شاید کمک کند:',
  'search.none.fewer': 'جستجو با کلمه‌های کمتر، یا با کلمه‌ای که حتماً در پاسخ هست',
  'search.none.other': 'کلمهٔ دیگری با همان معنا',
  'search.none.topics': 'نگاهی به مبحث‌ها',
  'search.near': 'هیچ پاسخی همهٔ کلمه‌ها را ندارد. این‌ها نزدیک‌اند:',

  topics: 'مبحث‌ها',
  'topic.articles': { one: '{count} مقاله', other: '{count} مقاله' },
  'topic.empty': 'در این مبحث مقاله‌ای نیست.',
  helpful: 'مفیدترین‌ها',
  newest: 'تازه‌ترین‌ها',
  more: 'مقاله‌های بیشتر',
  empty: 'هنوز مقاله‌ای نیست.',

  updated: 'به‌روزرسانی: {date}',
  contents: 'در این صفحه',
  related: 'مقاله‌های مرتبط',
  'callout.note': 'یادداشت',
  'callout.tip': 'نکته',
  'callout.warning': 'مهم',
  'print.from': 'منبع: {address}',

  'helped.title': 'آیا این صفحه مفید بود؟',
  'helped.yes': 'بله',
  'helped.no': 'خیر',
  'helped.missing': 'چه چیزی کم بود؟',
  'helped.missing.hint': 'لطفاً بدون اطلاعات شخصی؛ به این نوشته پاسخی فرستاده نمی‌شود.',
  'helped.send': 'ارسال',
  'helped.thanks.yes': 'سپاسگزاریم. خوشحالیم که مفید بود.',
  'helped.thanks.no': 'سپاسگزاریم. مسئولان این صفحه می‌خوانند که چه چیزی کم بود.',
  'helped.refused.title': 'چیزی ثبت نشد',
  'helped.refused.many': 'در زمانی کوتاه پاسخ‌های زیادی از این اتصال رسید. لطفاً یک ساعت دیگر دوباره تلاش کنید.',
  'helped.refused.elsewhere': 'این پاسخ از همین سایت فرستاده نشد. لطفاً مقاله را باز کنید و همان‌جا پاسخ دهید.',
  'helped.refused.form': 'پاسخ خوانده نشد. لطفاً مقاله را باز کنید و همان‌جا پاسخ دهید.',

  'write.title': 'پاسخ را نیافتید؟',
  'write.link': 'نوشتن به ما',
  'write.about': 'نیازی به حساب کاربری نیست.',

  'gone.title': 'این مقاله دیگر معتبر نیست',
  'gone.about': 'این مقاله کنار گذاشته شده است. شاید با جستجو به آنچه اکنون معتبر است برسید.',
  'missing.title': 'اینجا صفحه‌ای نیست',
  'missing.about': 'شاید نشانی ناقص یا نادرست نوشته شده باشد. شاید با جستجو به مقصود برسید.',
  'away.title': 'صفحه اکنون نمایش داده نمی‌شود',
  'away.about': 'بخشی از سامانهٔ ما پاسخ نمی‌دهد. لطفاً کمی بعد دوباره تلاش کنید.',
};

export const publicTexts: Record<Language, PublicTexts> = { ar, fa, en };

type PluralKey = 'topic.articles';
export type PublicTextKey = Exclude<keyof PublicTexts, PluralKey>;

/** Values stand in isolates: a Latin name must not turn an Arabic sentence around. */
export function say(language: Language, key: PublicTextKey, values: Record<string, string> = {}): string {
  const text: string = publicTexts[language][key];
  return text.replace(/\{(\w+)\}/g, (mark, name: string) =>
    values[name] === undefined ? mark : isolate(values[name]),
  );
}

export function sayCount(language: Language, key: PluralKey, count: number, digits: Digits): string {
  const forms = publicTexts[language][key];
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other']!;
  return form.replace('{count}', formatNumber(count, { language, digits }));
}
