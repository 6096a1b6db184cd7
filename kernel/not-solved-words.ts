// Word lists that tell a matter that is not settled, in three languages; `not-solved.ts` reads them.
import { normaliseText } from './text/normalise.ts';

/** Say "not settled" as they stand, unless a negation stands shortly before ("no longer the same problem"). */
export const unsettled: readonly string[] = [
  ...split(`المشكلة قائمة|ما زال|ما زالت|ما زلت|لا زلت|مرة ثانية خربان|رجع العطل|عاد العطل|رجع الخلل|خربان|ما فيه تغيير|ما فيه أي تغيير|لا يوجد تغيير|مازال|مازالت|لا يزال|لا تزال|لا زال|لا زالت|لازال|لسه|لسا|جزء فقط|فقط جزء|جزء منها|جزء منه|المشكلة مستمرة|المشكلة موجودة|المشكلة باقية|المشكلة نفسها|نفس المشكلة|نفس العطل|نفس الخطأ|تكررت المشكلة|عادت المشكلة|رجعت المشكلة|المشكلة تكررت|المشكلة رجعت|المشكلة عادت|
    لا تزال المشكلة|ما زالت المشكلة|مازالت المشكلة|لا زالت المشكلة|لازالت المشكلة|المشكلة لا تزال|المشكلة ما زالت|المشكلة مازالت|المشكلة لا زالت|المشكلة لازالت|المشكلة لسه|لسه المشكلة|المشكلة للحين|للحين المشكلة|
    حل جزئي|جزئيا|بشكل جزئي|نصف المشكلة|نص المشكلة|جزء من المشكلة|ما زلت أنتظر|مازلت أنتظر|لا زلت أنتظر|لا أزال أنتظر|لسه مستني|لسه بستنى|لا يزال معطلا|ما زال معطلا|لا يزال متوقفا|لا يزال معلقا|
    لم يرجع المبلغ|ما رجع المبلغ|المبلغ ما رجع|المبلغ لم يرجع|ما رجعت الفلوس|غير راض|غير راضي|غير راضية|لست راضيا|لست راضية|مو راضي|مش راضي|غير مقتنع|لست مقتنعا|بلا فائدة|بدون فائدة|بلا جدوى|دون جدوى`),
  ...split(`نرسید|از کار افتاد|تکنسین نیامد|کسی نیامد|باز هم خاموش|فقط نصف|نصف پول|تماس نگرفت|تماس نگرفتند|تماس نگرفتن|تماسی نگرفت|زنگ نزد|زنگ نزدند|زنگ نزدن|برنگشته|برنگشت|هنوز قطع|هنوز خراب|هنوز معطل|هنوز کند|همچنان قطع|همچنان خراب|نرسیده|پول نیامد|پولم نیومد|پولم نیامد|جوابی نگرفتم|پاسخی نگرفتم|جواب ندادند|جواب ندادن|جواب نداد|جواب نمیدن|پاسخ نداد|پاسخ ندادند|پاسخی ندادند|جوابی ندادن|جوابی ندادند|نتیجه نگرفتم|نتیجه‌ای نگرفتم|فایده نداشت|فایده‌ای نداشت|
    کار نمیکنه|کار نمیکند|راضی نیستم|ناراضی|ناراضیم|قانع نشدم|مشکل پابرجاست|مشکل پابرجا|مشکل باقی است|مشکل باقیست|مشکل همچنان|همچنان مشکل|هنوز مشکل|مشکل هنوز|هنوز منتظرم|هنوز منتظر|همچنان منتظرم|همچنان منتظر|
    همان مشکل|همون مشکل|همان خطا|دوباره قطع|دوباره خراب|باز قطع|باز خراب|دوباره مشکل|مشکل دوباره|دوباره تکرار|تا حدی|تا حدودی|نصفه|ناقص|بخشی از مشکل|فقط بخشی|بدون نتیجه|بی‌نتیجه|مشکل دارم|مشکل داریم|مشکل داره|مشکل دارد`),
  ...split(`still not|still cannot|charged again|works only sometimes|only works sometimes|error is back|error came back|keeps crashing|keeps failing|keeps happening|keeps coming back|keeps disconnecting|stopped working|no one has|no one called|no one replied|no one answered|no one contacted|no one came|without fixing|without solving|without resolving|only half of|half of the|still no|still have|still having|still waiting|still broken|still the same|still happening|still happens|still there|still down|still getting|still see|still seeing|still fails|still failing|still pending|still open|
    still an issue|still a problem|still persists|still missing|still wrong|still doesnt|still didnt|still isnt|still hasnt|still havent|still cant|still cannot|still need|problem persists|issue persists|error persists|problem remains|issue remains|
    same problem|same issue|same error|happened again|happening again|happens again|problem is back|issue is back|problem came back|issue came back|broken again|down again|failed again|partly|partially|only half|half solved|half fixed|half done|
    not yet|unresolved|unsolved|unfixed|not fully|not completely|not entirely|not really|nothing changed|nothing has changed|nothing happened|made no difference|did not help|didnt help|doesnt help|does not help|never arrived|never came|
    dissatisfied|unsatisfied|unhappy|waiting for my refund`),
];

/** Turn the words after them round. */
export const negations = set(
  'لم لن لا ما ليس ليست مو مش مب ولم وما ولا فلم not never cant cannot couldnt isnt arent wasnt werent hasnt havent hadnt didnt doesnt dont wont nobody',
);

/** Cancel an `unsettled` phrase that follows; besides the negations. */
export const cancels = set('عدم بدون دون بلا no nothing without nobody none longer بی هیچ');

/** What would be said of a settled matter; with a negation up to two words before, it says the opposite. */
export const settled =
  set(`تحل يحل أحصل يحصل يحضر تحضر حضر ردوا حصلت جاء جا إجا يتغير تتغير تغير حليتوا حليتو حليتم يتصل تتصل اتصل يكلمني كلمني تواصل تنحل ينحل انحلت انحل اتحلت اتحل تتحل يتحل حلت حل الحل حلها محلول محلولة تصلح يصلح اتصلح اتصلحت انصلح تعمل يعمل اشتغل اشتغلت يشتغل تشتغل شغال شغالة تصل يصل وصل وصلت وصلني وصلتني يصلني تصلني يوصل توصل وصلنا يصلنا
    تتم يتم تم تمت ينته تنته ينتهي تنتهي تكتمل يكتمل مكتمل مكتملة استلم استلمت أستلم تستجب يستجب يرد ترد يردوا يردون يتواصل تتواصل تعالج يعالج تصحح يصحح
    solved resolved called contacted come get got replied responded helped contact fixed working work works done complete completed received receive arrived arrive refunded finished answered settled credited repaired replaced satisfied happy heard resolve solve fix`);

/** Nouns that say "not settled" right after one of `without`. */
export const without = set('بدون دون بلا عدم غير وعدم no');
export const missing =
  set(`حل الحل رد الرد نتيجة استجابة تجاوب وصول استلام محلول محلولة مكتمل مكتملة كامل كاملة صحيح صحيحة شغال شغالة
    solution refund reply answer response progress improvement resolution luck change`);

/** Persian "still": with a verb in ن- later in the clause something is still not done ("هنوز کارتم نیامده"). */
export const persianStill = set('هنوز همچنان');

/** Persian: what was to be done, and the negative verbs that end it, at most one word between ("حل هنوز نشده"). */
export const persianDeeds = set(
  'حل درست برطرف رفع انجام واریز تعمیر اصلاح پرداخت ارسال تکمیل پیگیری بررسی رسیدگی فعال وصل تعویض بازگردانده برگردانده تسویه تمام کامل حلش درستش',
);
export const persianRefusals = set('نشد نشده نشدست نمیشود نمیشه نکردید نکردین نکردند نکردن نکرده نکرد نمیکنند نمیکنن');

/** After a Persian phrase these take it back: "دوباره قطع نشد", "هنوز مشکلی ندیدم". */
export const persianCancels = set(
  'نشد نشده نیامد نیامده نیومد نیومده ندارم نداریم ندارد نداره نیست ندیدم نداشتم نداشت',
);

/** A condition or a past: what follows is not said of now. */
export const conditions = set('إذا لو اگر اگه چنانچه if unless whether كان كانت وكان وكانت previously قبلا');

/** End the reach of a negation: "no problem, it works", "I cannot believe it works", "لا توجد مشكلة تم الحل". */
export const breaks = set(`مشكلة مشاكل المشكلة خطأ عطل شك بأس اعتراض مانع ملاحظات شكوى تكن يكن أكن أتوقع نتوقع أصدق اظن
    problem problems issue issues error errors trouble complaint complaints doubt only just expect expected think believe more need mind worry imagine`);

/** After "not solved" these make it praise ("could not be done better") or past ("did not work before"). */
export const praise = set(
  'better faster sooner quicker before earlier needed required necessary أفضل أسرع سابقا باشد باشه بود بودم',
);

/** Before Arabic "ما" these make it "what", not "not": شكرا على ما تم. */
export const relatives = set('على كل لكل بعد حسب وفق مثل في من عن بكل هذا وهذا هو');

/** Set phrases whose "ما" or "لا" negates nothing that follows. */
export const harmless: readonly string[] = split(
  'ما زلت شاكرا|ما زلت ممتنا|ما زال يعمل|ما زالت تعمل|لا يزال يعمل|لا تزال تعمل|ما شاء الله|ماشاء الله|ما قصرت|ما قصرتوا|ما قصرتم|لا شك|لا بأس|لا بد|لا داعي|لا مشكلة|مو مشكلة|مش مشكلة|ما في مشكلة',
);

/** A new thought begins here, so nothing before it reaches over. */
export const turns = set('لكن ولكن لكنه لكنها بس اما ولی ولي but however although though yet');

function split(list: string): string[] {
  return list.split('|').map((phrase) => phrase.trim());
}

function set(list: string): ReadonlySet<string> {
  return new Set(normaliseText(list).split(' '));
}
