// Word lists of thanks, greetings and polite filling in three languages and their everyday spellings.

// Ordinary spelling; `courtesy.ts` normalises them. A message is a courtesy when nothing is left beside these.

/** Any one of these makes a courtesy. */
export const courtesies: readonly string[] = [
  // Arabic: thanks, blessings, greetings
  ...split(`شكرا|ربي يحفظكم|ربي يحفظك|الله يوفقكم|الله يوفقك|موفقين|شكرا لك|شكرا لكم|شكرا لكي|شكراً جزيلاً|شكرا كثيرا|الشكر لكم|لكم الشكر|كل الشكر|الشكر الجزيل|جزيل الشكر|خالص الشكر|مع الشكر|أشكرك|أشكركم|نشكركم|اشكركم|
    الف شكر|ألف شكر|مشكور|مشكورة|مشكورين|مشكورين جدا|شاكر لكم|شاكرة لكم|شاكر|شاكرين|ممنون|ممنونة|ممنونكم|ممتن|ممتنة|ممتن لكم|تسلم|تسلمي|تسلموا|تسلمون|تسلم ايدك|يسلمو|يسلموا|
    يعطيك العافية|يعطيكم العافية|الله يعطيك العافية|الله يعطيكم العافية|عساك على القوة|عساكم على القوة|ما قصرت|ما قصرتوا|ما قصرتي|بيض الله وجهك|كفو|
    جزاك الله خيرا|جزاكم الله خيرا|جزاكم الله خير|جزاك الله خير|جزاك الله كل خير|بارك الله فيك|بارك الله فيكم|الله يبارك فيك|الله يبارك فيكم|الله يسعدك|الله يسعدكم|الله يحفظكم|الله يحفظك|
    حياك الله|حياكم الله|السلام عليكم|السلام عليكم ورحمة الله|السلام عليكم ورحمة الله وبركاته|وعليكم السلام|وعليكم السلام ورحمة الله وبركاته|مرحبا|أهلا|اهلا وسهلا|صباح الخير|صباح النور|مساء الخير|مساء النور|
    مع السلامة|في أمان الله|إلى اللقاء|العفو|عفوا|متشكر|متشكرين|متشكرة|ميرسي|ثانكس|لا شكر على واجب`),
  // Persian
  ...split(`ممنون|ممنونم|ممنونیم|خیلی ممنون|یه دنیا ممنون|یک دنیا ممنون|یه دنیا|یک دنیا|مرسی|مرسی از شما|متشکرم|متشکر|متشکریم|تشکر|با تشکر|تشکر میکنم|تشکر می‌کنم|تشکر می‌کنیم|سپاس|سپاسگزارم|سپاسگزاریم|
    سپاسگذارم|سپاس گزارم|با سپاس|با سپاس فراوان|سپاس فراوان|تشکر فراوان|قدردانم|لطف کردید|لطف کردین|لطف دارید|لطفتون|لطف شما|محبت کردید|زحمت کشیدید|زحمت کشیدین|دستتون درد نکنه|دستت درد نکنه|دست شما درد نکنه|
    دست شما درد نکند|دم شما گرم|دمتون گرم|دمت گرم|خسته نباشید|خسته نباشین|سلام|سلام علیکم|درود|درود بر شما|وقت بخیر|وقتتون بخیر|روز بخیر|روزتون بخیر|روز خوش|روز خوبی داشته باشید|صبح بخیر|عصر بخیر|شب بخیر|خداحافظ|خدانگهدار|
    خدا نگهدار|بدرود|موفق باشید|موفق باشین|پاینده باشید|سلامت باشید|زنده باشید|خدا خیرتون بده|خدا خیرتان بدهد|اجرتون با خدا|قربان شما|مخلصیم|خواهش میکنم|خواهش می‌کنم`),
  // English
  ...split(`thanks|thank you|thank u|thankyou|thx|thnx|tnx|ty|tysm|many thanks|thanks a lot|thanks a million|thanks a ton|much appreciated|appreciated|i appreciate it|i really appreciate it|we appreciate it|appreciate it|
    i appreciate your help|appreciate your help|cheers|grateful|i am grateful|i m grateful|much obliged|hello|hi|hey|good morning|good afternoon|good evening|good day|good night|goodbye|bye|bye bye|
    have a nice day|have a lovely day|have a nice weekend|have a great weekend|have a good weekend|have a lovely weekend|have a great day|have a good day|have a good one|best regards|kind regards|regards|best wishes|you re welcome|you are welcome|god bless you|god bless|merci`),
];

/** Polite filling: allowed beside a courtesy, but none by itself ("very much", "dear colleagues", "no problem"). */
export const fillers: readonly string[] = [
  ...split(`جدا|جزيلا|كثيرا|كتير|مرة|جزيل|لك|لكم|لكي|يا|و|أخي|اخوي|اختي|أستاذ|حبيبي|الغالي|عزيزي|الكرام|جميعا|من القلب|من كل قلبي|على|علي المساعدة|على المساعدة|على مساعدتكم|على مساعدتك|على تعاونكم|على تعاونك|على الرد|على ردكم|على سرعة الرد|
    على الخدمة|على وقتكم|على اهتمامكم|على حسن تعاونكم|لمساعدتكم|لفريقكم|للفريق|على جهودكم|على الاهتمام|على المتابعة|على متابعتكم|لتعاونكم|لردكم|لاهتمامكم|فريق الدعم|فريق خدمة العملاء|والله|الله|خير|خيرا|يا رب|لا توجد مشكلة|مافي مشكلة|تمام|طيب|أوكي`),
  ...split(`خیلی|بسیار|فراوان|زیاد|واقعا|از شما|از لطف شما|از لطفتون|از لطفتان|از زحمات شما|از زحماتتون|از همکاری شما|از همکاریتون|از پیگیری شما|از پیگیریتون|بابت پیگیری|از راهنماییتون|از توجهتون|از توجه شما|بابت زحماتتون|از وقتی که گذاشتید|بابت پیگیریتون|بابت راهنمایی|بابت راهنماییتون|از راهنمایی شما|
    از پاسخ شما|از پاسخگویی شما|بابت پاسخ|بابت کمکتون|از کمک شما|از کمکتون|شما|عزیز|گرامی|جان|دوست|آقا|خانم|همکار|همکاران|و|بازم|باز هم|مجددا|مشکلی نیست|باشه|چشم`),
  ...split(`so|very|much|so much|very much|really|again|once again|a lot|a million|indeed|all|everyone|guys|team|sir|madam|dear|mate|friend|support|and|for your help|for the quick help|for the support|for your kind support|for your assistance|for your patience|for your fast reply|for the help|for your support|for your time|
    for your quick reply|for the quick reply|for your reply|for your response|for the quick response|for everything|for helping|for helping me|for all your help|for your kind help|to you|you all|to all of you|to the team|no problem|no problem at all|no worries|ok|okay|great|too|everybody`),
];

/** Signs that thank, greet or applaud; other emoji may accompany a courtesy only if they are here. */
export const courtesySigns: readonly string[] = Array.from(
  '🙏🤲👋🤝👏🌹🌷🌸🌺💐🌻🌼💙💚💛🧡💜🤍🤎❤♥😊😍🥰😘🤗😇🙂☺😃😄😁🫶🫡👍👌💯✨⭐🌟',
);

function split(list: string): string[] {
  return list.split('|').map((phrase) => phrase.trim());
}
