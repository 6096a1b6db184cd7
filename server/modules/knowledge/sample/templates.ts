// Reply templates of the sample organisation.
import type { Language } from '#contract/common.ts';
import type { CaseKind } from '#contract/catalogue.ts';

type SampleTemplate = {
  name: Record<'ar' | 'fa', string>;
  categories?: readonly string[];
  caseKinds?: readonly CaseKind[];
  texts: Partial<Record<Language, readonly string[]>>;
};

export const templates: readonly SampleTemplate[] = [
  {
    name: { ar: 'استلام المعاملة', fa: 'دریافت پرونده' },
    texts: {
      ar: [
        '{{customer.name}}،',
        'وصلت معاملتكم رقم {{case.number}}، ونجيب عنها قبل {{due.answer}}.',
        '{{agent.name}}، {{organisation.name}}',
      ],
      fa: [
        '{{customer.name}}،',
        'پروندهٔ شما با شمارهٔ {{case.number}} رسید و تا {{due.answer}} پاسخ داده می‌شود.',
        '{{agent.name}}، {{organisation.name}}',
      ],
      en: [
        '{{customer.name}},',
        'we have your case {{case.number}} and will answer it by {{due.answer}}.',
        '{{agent.name}}, {{organisation.name}}',
      ],
    },
  },
  {
    name: { ar: 'إعادة قراءة العداد', fa: 'خواندن دوبارهٔ کنتور' },
    categories: ['high-bill', 'meter-reading'],
    caseKinds: ['complaint', 'request'],
    texts: {
      ar: [
        '{{customer.name}}،',
        'نقرأ عدادكم من جديد خلال ثلاثة أيام عمل، ولا تُقطع الخدمة حتى صدور الجواب في المعاملة {{case.number}}.',
      ],
      fa: [
        '{{customer.name}}،',
        'کنتور شما تا سه روز کاری دوباره خوانده می‌شود و تا پاسخ پروندهٔ {{case.number}} خدمات قطع نمی‌شود.',
      ],
      en: [
        '{{customer.name}},',
        'your meter is read again within three working days. Nothing is cut off until case {{case.number}} is answered.',
      ],
    },
  },
  {
    name: { ar: 'مستندات ناقصة', fa: 'کمبود مدارک' },
    categories: ['shop-licence', 'building-permit'],
    texts: {
      ar: [
        '{{customer.name}}،',
        'ينقص المعاملة {{case.number}} مستند. يمكن إرفاقه عبر {{portal.link}} برمز المتابعة {{case.trackingCode}}.',
      ],
      fa: [
        '{{customer.name}}،',
        'پروندهٔ {{case.number}} یک مدرک کم دارد. از راه {{portal.link}} و با کد پیگیری {{case.trackingCode}} می‌توان آن را پیوست کرد.',
      ],
    },
  },
  {
    name: { ar: 'عودة التيار', fa: 'وصل شدن برق' },
    categories: ['power-outage', 'voltage'],
    texts: {
      ar: [
        '{{customer.name}}،',
        'أُصلح العطل وعاد التيار. إذا تكرر التذبذب نرجو الاعتراض في الخطاب نفسه فتعود المعاملة مفتوحة.',
      ],
      fa: [
        '{{customer.name}}،',
        'خرابی برطرف و برق وصل شد. اگر نوسان تکرار شد، با اعتراض در همان نامه پرونده دوباره باز می‌شود.',
      ],
    },
  },
  {
    name: { ar: 'تأخر الجواب', fa: 'دیر شدن پاسخ' },
    caseKinds: ['complaint'],
    texts: {
      ar: [
        '{{customer.name}}،',
        'تأخر الجواب عن المعاملة {{case.number}} وهي الآن لدى {{unit.name}}. الموعد الجديد {{due.resolution}}.',
      ],
      fa: [
        '{{customer.name}}،',
        'پاسخ پروندهٔ {{case.number}} دیر شد و اکنون نزد {{unit.name}} است. موعد تازه {{due.resolution}} است.',
      ],
    },
  },
];
