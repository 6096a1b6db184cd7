// Why a value or a row of a file was refused, in three languages: shown by the screens and written into files of refused rows.

type Texts = Record<string, string>;

const english = {
  'field.characters-unreadable': 'Has characters that this encoding cannot read',
  'field.twice-in-file': 'The same value is in row {{row}} of this file already',
  'field.date-not-recognised': 'This is not a date that can be read',
  'field.date-year-missing': 'The year needs four digits',
  'field.date-calendar-unclear': 'It cannot be told of which calendar this year is',
  'field.date-calendar-conflict': 'The year does not fit the calendar of the month',
  'field.date-year-out-of-range': 'The year is outside of what is accepted',
  'field.date-month-out-of-range': 'There is no such month',
  'field.date-day-out-of-range': 'This month has no such day',
  'field.date-weekday-mismatch': 'The day of the week does not fit the date',
  'field.date-other-calendar': 'The date is of another calendar than the column',
  'field.date-invalid': 'There is no such day',
  'field.date-in-future': 'The day lies in the future',
  'field.number-invalid': 'This is not a number',
  'field.yes-no-invalid': 'Only yes or no',
  'field.choice-unknown': 'This is not one of the choices',
  'field.region-unknown': 'No region of this name is known',
  'field.region-ambiguous': 'Several regions have this name: write the province before it, as in "Province > City"',
  'field.national-id-invalid': 'This id does not pass its check digit or has the wrong length',
  'field.field-unknown': 'There is no such field',
  'field.not-granted': 'Writing this field is not allowed',
  'field.kind-differs': 'Who is there is of the other kind: person or company',
  'field.only-person': 'Only people have this',
  'field.only-company': 'Only companies have this',
  'field.customer-not-open': 'Somebody else looks after this record',
  'field.address-taken': 'Left out: it belongs to somebody else',
  'field.consent-withdrawn-later': 'Left out: it was withdrawn on that day or later',
  'field.consent-given-later': 'Left out: it was given again later',
  'field.consent-without-date': 'Left out: it was refused before, and only a date shows that this was said later',
};

const arabic: Record<keyof typeof english, string> = {
  'field.characters-unreadable': 'فيه محارف لا تُقرأ بهذا الترميز',
  'field.twice-in-file': 'القيمة نفسها موجودة في الصف {{row}} من هذا الملف',
  'field.date-not-recognised': 'ليس تاريخًا يمكن قراءته',
  'field.date-year-missing': 'السنة تُكتب بأربعة أرقام',
  'field.date-calendar-unclear': 'لا يُعرف إلى أي تقويم تنتمي هذه السنة',
  'field.date-calendar-conflict': 'السنة لا توافق تقويم الشهر',
  'field.date-year-out-of-range': 'السنة خارج المدى المقبول',
  'field.date-month-out-of-range': 'لا يوجد شهر بهذا الرقم',
  'field.date-day-out-of-range': 'ليس في هذا الشهر يوم بهذا الرقم',
  'field.date-weekday-mismatch': 'يوم الأسبوع لا يوافق التاريخ',
  'field.date-other-calendar': 'التاريخ من تقويم غير تقويم العمود',
  'field.date-invalid': 'لا يوجد يوم كهذا',
  'field.date-in-future': 'هذا اليوم في المستقبل',
  'field.number-invalid': 'ليس رقمًا',
  'field.yes-no-invalid': 'نعم أو لا فقط',
  'field.choice-unknown': 'ليس من الخيارات',
  'field.region-unknown': 'لا يُعرف مكان بهذا الاسم',
  'field.region-ambiguous': 'أكثر من مكان بهذا الاسم: يُكتب اسم المحافظة قبله، مثل «المحافظة > المدينة»',
  'field.national-id-invalid': 'رقم الهوية لا يجتاز رقم التحقق أو طوله غير صحيح',
  'field.field-unknown': 'لا يوجد حقل كهذا',
  'field.not-granted': 'الكتابة في هذا الحقل غير مسموحة',
  'field.kind-differs': 'السجل الموجود من نوع آخر: شخص أو شركة',
  'field.only-person': 'هذا للأشخاص فقط',
  'field.only-company': 'هذا للشركات فقط',
  'field.customer-not-open': 'هذا السجل في مسؤولية غيرك',
  'field.address-taken': 'تُرك: العنوان لسجل آخر',
  'field.consent-withdrawn-later': 'تُرك: سُحبت الموافقة في ذلك اليوم أو بعده',
  'field.consent-given-later': 'تُرك: أُعطيت الموافقة من جديد بعد ذلك',
  'field.consent-without-date': 'تُرك: سبق رفض، ولا يُعرف أن هذه الموافقة بعده إلا بتاريخ',
};

const persian: Record<keyof typeof english, string> = {
  'field.characters-unreadable': 'نویسه‌هایی دارد که با این کدگذاری خوانده نمی‌شوند',
  'field.twice-in-file': 'همین مقدار در سطر {{row}} همین فایل هست',
  'field.date-not-recognised': 'تاریخی نیست که بتوان خواند',
  'field.date-year-missing': 'سال با چهار رقم نوشته می‌شود',
  'field.date-calendar-unclear': 'معلوم نیست این سال از کدام تقویم است',
  'field.date-calendar-conflict': 'سال با تقویم ماه نمی‌خواند',
  'field.date-year-out-of-range': 'سال بیرون از بازهٔ پذیرفتنی است',
  'field.date-month-out-of-range': 'چنین ماهی نیست',
  'field.date-day-out-of-range': 'این ماه چنین روزی ندارد',
  'field.date-weekday-mismatch': 'روز هفته با تاریخ نمی‌خواند',
  'field.date-other-calendar': 'تاریخ از تقویم دیگری جز تقویم ستون است',
  'field.date-invalid': 'چنین روزی نیست',
  'field.date-in-future': 'این روز در آینده است',
  'field.number-invalid': 'عدد نیست',
  'field.yes-no-invalid': 'فقط بله یا خیر',
  'field.choice-unknown': 'از گزینه‌ها نیست',
  'field.region-unknown': 'مکانی با این نام شناخته نیست',
  'field.region-ambiguous': 'چند مکان این نام را دارند: نام استان پیش از آن بیاید، مانند «استان > شهر»',
  'field.national-id-invalid': 'شناسه با رقم کنترلی نمی‌خواند یا طولش درست نیست',
  'field.field-unknown': 'چنین فیلدی نیست',
  'field.not-granted': 'نوشتن این فیلد مجاز نیست',
  'field.kind-differs': 'آنکه هست از نوع دیگر است: فرد یا شرکت',
  'field.only-person': 'فقط برای افراد است',
  'field.only-company': 'فقط برای شرکت‌هاست',
  'field.customer-not-open': 'مسئول این سابقه کس دیگری است',
  'field.address-taken': 'کنار گذاشته شد: از آنِ کس دیگری است',
  'field.consent-withdrawn-later': 'کنار گذاشته شد: رضایت در همان روز یا پس از آن پس گرفته شده است',
  'field.consent-given-later': 'کنار گذاشته شد: رضایت پس از آن دوباره داده شده است',
  'field.consent-without-date': 'کنار گذاشته شد: پیش‌تر مخالفت شده و بی تاریخ معلوم نیست این رضایت پس از آن باشد',
};

export const rowFaultTexts = { en: english, ar: arabic, fa: persian };

/** Texts that forms have already (`web/ui/messages`), for files. */
const ofForms: Record<'ar' | 'fa' | 'en', Texts> = {
  en: {
    'field.required': 'This is needed',
    'field.taken': 'This is already in use',
    'field.email-invalid': 'This is not a complete e-mail address',
    'field.phone-invalid': 'This is not a complete phone number',
    'field.too-long': 'At most {{maximum}} characters',
    'field.invalid': 'This cannot be read',
  },
  ar: {
    'field.required': 'هذا مطلوب',
    'field.taken': 'هذا مستخدم من قبل',
    'field.email-invalid': 'ليس بريدًا إلكترونيًا كاملًا',
    'field.phone-invalid': 'ليس رقم هاتف كاملًا',
    'field.too-long': 'عدد المحارف لا يتجاوز {{maximum}}',
    'field.invalid': 'لا يمكن قراءة هذا',
  },
  fa: {
    'field.required': 'این لازم است',
    'field.taken': 'این پیش‌تر به کار رفته است',
    'field.email-invalid': 'نشانی رایانامهٔ کاملی نیست',
    'field.phone-invalid': 'شمارهٔ تلفن کاملی نیست',
    'field.too-long': 'حداکثر {{maximum}} نویسه',
    'field.invalid': 'این خوانده نمی‌شود',
  },
};

/** One fault as a sentence of a file. A code that nobody wrote words for says that the value cannot be read. */
export function rowFaultText(
  language: 'ar' | 'fa' | 'en',
  fault: { code: string; params?: Readonly<Record<string, unknown>> | undefined },
): string {
  const texts: Texts = { ...ofForms[language], ...rowFaultTexts[language] };
  const text = texts[`field.${fault.code}`] ?? texts['field.invalid'] ?? '';
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = fault.params?.[name];
    return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  });
}
