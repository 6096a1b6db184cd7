// Questions that people of the sample organisation asked about its documents.
type Voice = {
  key: string;
  day: number;
  /** Position of whoever asked. */
  by: string;
  ask: Record<'SA' | 'IR', string>;
  answer?: Record<'SA' | 'IR', string>;
};

export const voices: readonly Voice[] = [
  {
    key: 'complaints',
    day: 334,
    by: 'complaints-officer',
    ask: {
      SA: 'هل تبدأ الساعات الأربع من وقت الورود أم من أول ساعة عمل؟',
      IR: 'چهار ساعت از لحظهٔ رسیدن است یا از نخستین ساعت کاری؟',
    },
    answer: {
      SA: 'من أول دقيقة عمل بعد الورود، حسب تقويم العمل للوحدة.',
      IR: 'از نخستین دقیقهٔ کاری پس از رسیدن، بر پایهٔ تقویم کاری واحد.',
    },
  },
  {
    key: 'complaints',
    day: 362,
    by: 'follow-up-officer',
    ask: {
      SA: 'ما العمل إذا رفضت الوحدة المستلمة الشكوى مرتين؟',
      IR: 'اگر واحد گیرنده دو بار شکایت را نپذیرد چه باید کرد؟',
    },
  },
  {
    key: 'high-bill-steps',
    day: 366,
    by: 'billing-officer',
    ask: {
      SA: 'هل تُقبل صورة العداد من أيام سابقة؟',
      IR: 'عکس کنتور از روزهای پیش هم پذیرفته می‌شود؟',
    },
  },
];
