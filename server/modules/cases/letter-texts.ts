// The words of the letters that customers get about a case, in three languages; {marks} are filled in by letters.ts.

export type LetterTexts = {
  subject: Record<
    | 'registered'
    | 'message'
    | 'claimed'
    | 'reminder'
    | 'askAgain'
    | 'disputed'
    | 'lapsed'
    | 'closedByAuthority'
    | 'code',
    string
  >;
  greeting: string;
  registered: string[];
  promised: string;
  message: string[];
  claimed: string[];
  claimedHow: string[];
  reminder: string[];
  askAgain: string[];
  disputed: string[];
  disputedTo: string;
  lapsed: string[];
  closedByAuthority: string[];
  reopen: string;
  code: string[];
  open: string;
  answer: string;
  number: string;
  trackingCode: string;
  date: string;
  recourse: string;
  /** Where a regime names the body: with and without a time after which it is open. */
  recourseTo: string;
  recourseAfter: string;
  reasons: Record<'duplicate' | 'out-of-scope' | 'abuse' | 'law', string>;
};

const ar: LetterTexts = {
  subject: {
    registered: 'سُجّلت معاملتكم رقم {number}',
    message: 'رسالة بشأن معاملتكم رقم {number}',
    claimed: 'جواب بشأن معاملتكم رقم {number}: هل حُلّت؟',
    reminder: 'تذكير: هل حُلّت معاملتكم رقم {number}؟',
    askAgain: 'سؤال بشأن معاملتكم رقم {number}',
    disputed: 'اعتراضكم على المعاملة رقم {number} قيد النظر',
    lapsed: 'انقضت معاملتكم رقم {number} بلا رد',
    closedByAuthority: 'أُغلقت معاملتكم رقم {number}',
    code: 'رمز الدخول: {code}',
  },
  greeting: 'تحية طيبة {name}،',
  registered: ['وصلتنا معاملتكم «{subject}» وسُجّلت بالرقم أدناه. يمكنكم متابعتها أو إضافة ما تشاؤون عبر الرابط.'],
  promised: 'نلتزم بجوابكم في موعد أقصاه {date}.',
  message: ['لديكم رسالة بشأن معاملتكم:'],
  claimed: ['هذا جوابنا على معاملتكم:'],
  claimedHow: [
    'نرى أن المعاملة حُلّت، غير أن القول قولكم: نرجو تأكيد الحل أو الاعتراض عليه عبر الرابط. إن لم يصلنا رد حتى {date} سُجّلت المعاملة «انقضى بلا رد»، ولا تُحتسب محلولة.',
  ],
  reminder: [
    'أرسلنا إليكم جوابًا على معاملتكم ولم يصلنا رأيكم بعد. إن لم يصلنا رد حتى {date} سُجّلت المعاملة «انقضى بلا رد».',
  ],
  askAgain: ['وصلتنا رسالتكم وأُضيفت إلى المعاملة. ولم يتضح لنا منها هل حُلّت المعاملة أم لا؛ نرجو بيان ذلك عبر الرابط.'],
  disputed: ['سُجّل اعتراضكم. ينظر في المعاملة الآن شخص آخر أعلى درجة ممن أجاب أول مرة، ويبقى تاريخ تسجيلها الأول محفوظًا.'],
  disputedTo: 'المعاملة الآن لدى: {unit}.',
  lapsed: ['لم يصلنا رد على جوابنا، فسُجّلت المعاملة «انقضى بلا رد». هذا لا يعني أنها حُلّت.'],
  closedByAuthority: ['أُغلقت معاملتكم للسبب الآتي: {reason}.'],
  reopen: 'يمكنكم إعادة فتحها حتى {date} عبر الرابط.',
  code: ['استخدموا هذا الرمز لفتح معاملتكم: {code}', 'الرمز صالح لمدة {minutes} دقيقة. إن لم تطلبوه فلا يلزم أي إجراء.'],
  open: 'فتح المعاملة',
  answer: 'تأكيد الحل أو الاعتراض',
  number: 'رقم المعاملة',
  trackingCode: 'رمز المتابعة',
  date: 'تاريخ التسجيل',
  recourse:
    'إن لم يُرضكم الجواب فباب الاعتراض مفتوح: ينظر فيه شخص آخر أعلى درجة، ويحق لكم بعد ذلك اللجوء إلى الجهة الرقابية المختصة.',
  recourseTo: 'إن لم يُرضكم الجواب فباب الاعتراض مفتوح: ينظر فيه شخص آخر أعلى درجة، ويحق لكم بعد ذلك اللجوء إلى {body}.',
  recourseAfter:
    'إن لم يُرضكم الجواب فباب الاعتراض مفتوح: ينظر فيه شخص آخر أعلى درجة. ويحق لكم بعد ذلك، أو بعد مضيّ {after} على تسجيل المعاملة، اللجوء إلى {body}.',
  reasons: { duplicate: 'معاملة مكررة', 'out-of-scope': 'خارج اختصاصنا', abuse: 'إساءة', law: 'مانع قانوني' },
};

const fa: LetterTexts = {
  subject: {
    registered: 'پروندهٔ شما با شمارهٔ {number} ثبت شد',
    message: 'پیامی دربارهٔ پروندهٔ {number}',
    claimed: 'پاسخ پروندهٔ {number}: آیا حل شده است؟',
    reminder: 'یادآوری: آیا پروندهٔ {number} حل شده است؟',
    askAgain: 'پرسشی دربارهٔ پروندهٔ {number}',
    disputed: 'اعتراض شما به پروندهٔ {number} در حال بررسی است',
    lapsed: 'پروندهٔ {number} بدون پاسخ منقضی شد',
    closedByAuthority: 'پروندهٔ {number} بسته شد',
    code: 'کد ورود: {code}',
  },
  greeting: '{name} گرامی،',
  registered: [
    'پروندهٔ شما با موضوع «{subject}» دریافت و با شمارهٔ زیر ثبت شد. از پیوند زیر می‌توانید آن را پیگیری کنید یا مطلبی بیفزایید.',
  ],
  promised: 'پاسخ شما حداکثر تا {date} داده می‌شود.',
  message: ['دربارهٔ پرونده‌تان پیامی دارید:'],
  claimed: ['پاسخ ما به پروندهٔ شما:'],
  claimedHow: [
    'به نظر ما موضوع حل شده است، اما نظر شما تعیین‌کننده است: لطفاً از پیوند زیر حل شدن آن را تأیید یا به آن اعتراض کنید. اگر تا {date} پاسخی نرسد، پرونده «منقضی بدون پاسخ» ثبت می‌شود و حل‌شده به شمار نمی‌آید.',
  ],
  reminder: [
    'پاسخ پرونده را برای شما فرستاده‌ایم و هنوز نظر شما به ما نرسیده است. اگر تا {date} پاسخی نرسد، پرونده «منقضی بدون پاسخ» ثبت می‌شود.',
  ],
  askAgain: [
    'پیام شما رسید و به پرونده افزوده شد. از آن روشن نشد که موضوع حل شده است یا نه؛ لطفاً از پیوند زیر پاسخ دهید.',
  ],
  disputed: ['اعتراض شما ثبت شد. اکنون شخص دیگری در ردهٔ بالاتر پرونده را بررسی می‌کند و تاریخ ثبت نخست آن محفوظ می‌ماند.'],
  disputedTo: 'پرونده اکنون در این واحد است: {unit}.',
  lapsed: ['به پاسخ ما جوابی نرسید و پرونده «منقضی بدون پاسخ» ثبت شد. این به معنای حل شدن آن نیست.'],
  closedByAuthority: ['پروندهٔ شما به این دلیل بسته شد: {reason}.'],
  reopen: 'تا {date} می‌توانید از پیوند زیر آن را دوباره باز کنید.',
  code: [
    'برای باز کردن پرونده این کد را وارد کنید: {code}',
    'این کد {minutes} دقیقه اعتبار دارد. اگر آن را نخواسته‌اید، کاری لازم نیست.',
  ],
  open: 'دیدن پرونده',
  answer: 'تأیید یا اعتراض',
  number: 'شمارهٔ پرونده',
  trackingCode: 'کد پیگیری',
  date: 'تاریخ ثبت',
  recourse:
    'اگر پاسخ قانع‌کننده نبود، درِ اعتراض باز است: شخص دیگری در ردهٔ بالاتر آن را بررسی می‌کند و پس از آن می‌توانید به نهاد نظارتی مراجعه کنید.',
  recourseTo:
    'اگر پاسخ قانع‌کننده نبود، درِ اعتراض باز است: شخص دیگری در ردهٔ بالاتر آن را بررسی می‌کند و پس از آن مرجع بیرونی رسیدگی این است: {body}.',
  recourseAfter:
    'اگر پاسخ قانع‌کننده نبود، درِ اعتراض باز است: شخص دیگری در ردهٔ بالاتر آن را بررسی می‌کند. پس از آن، یا پس از گذشت {after} از ثبت پرونده، مرجع بیرونی رسیدگی این است: {body}.',
  reasons: { duplicate: 'پروندهٔ تکراری', 'out-of-scope': 'خارج از حوزهٔ کار ما', abuse: 'توهین', law: 'منع قانونی' },
};

const en: LetterTexts = {
  subject: {
    registered: 'Your case {number} is registered',
    message: 'A message about your case {number}',
    claimed: 'An answer to your case {number}: is it solved?',
    reminder: 'Reminder: is your case {number} solved?',
    askAgain: 'A question about your case {number}',
    disputed: 'Your objection to case {number} is being looked at',
    lapsed: 'Your case {number} lapsed without an answer',
    closedByAuthority: 'Your case {number} was closed',
    code: 'Your code: {code}',
  },
  greeting: 'Dear {name},',
  registered: [
    'We received your case “{subject}” and registered it under the number below. Use the link to follow it or to add to it.',
  ],
  promised: 'You will have our answer by {date} at the latest.',
  message: ['There is a message about your case:'],
  claimed: ['This is our answer to your case:'],
  claimedHow: [
    'We believe that it is solved, but the word is yours: please confirm or dispute it through the link. If we hear nothing by {date}, the case is recorded as “lapsed without an answer”; it does not count as solved.',
  ],
  reminder: [
    'We sent you an answer to your case and have not heard from you. If we hear nothing by {date}, the case is recorded as “lapsed without an answer”.',
  ],
  askAgain: [
    'Your message arrived and was added to the case. It does not tell us whether the case is solved; please say so through the link.',
  ],
  disputed: [
    'Your objection is recorded. A different person, higher than the one who answered, looks at the case now. The date on which you first registered it stands.',
  ],
  disputedTo: 'The case is now with: {unit}.',
  lapsed: [
    'We received no reply to our answer, so the case is recorded as “lapsed without an answer”. This does not mean that it is solved.',
  ],
  closedByAuthority: ['Your case was closed for this reason: {reason}.'],
  reopen: 'You can open it again until {date} through the link.',
  code: [
    'Type this code to open your case: {code}',
    'It is valid for {minutes} minutes. If you did not ask for it, there is nothing to do.',
  ],
  open: 'Open the case',
  answer: 'Confirm or dispute',
  number: 'Case number',
  trackingCode: 'Tracking code',
  date: 'Registered on',
  recourse:
    'If the answer does not satisfy you, the door is open: a different and higher person looks at it, and after that you may turn to the competent supervisory body.',
  recourseTo:
    'If the answer does not satisfy you, the door is open: a different and higher person looks at it, and after that you may turn to {body}.',
  recourseAfter:
    'If the answer does not satisfy you, the door is open: a different and higher person looks at it. After that, or {after} after you registered the case, you may turn to {body}.',
  reasons: {
    duplicate: 'a duplicate',
    'out-of-scope': 'outside what we are responsible for',
    abuse: 'threats or insults',
    law: 'a legal bar',
  },
};

export const letterTexts: Record<'ar' | 'fa' | 'en', LetterTexts> = { ar, fa, en };
