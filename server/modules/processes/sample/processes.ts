// The processes of the sample organisation, in its language: an interruption of service through three units, and a wrong bill.
import type { LocaleText } from '#contract/common.ts';
import type { Sipoc } from '#contract/processes.ts';
import type { DrawnFlow, DrawnStep } from './draw-diagram.ts';

type Words = { ar: string; fa: string };
type Step = Omit<DrawnStep, 'name' | 'handOff'> & {
  name: Words;
  handOff?: { what: Words; criteria: readonly Words[]; longestWait: string };
};

export type SampleProcess = {
  key: string;
  name: LocaleText & Words;
  /** Key of the unit that answers for it, and of the units of its lanes. */
  unit: string;
  lanes: readonly string[];
  promise: LocaleText;
  objective: LocaleText;
  pcfId: number;
  sipoc: Record<keyof Sipoc, readonly Words[]>;
  steps: readonly Step[];
  flows: readonly (Omit<DrawnFlow, 'name'> & { name?: Words })[];
};

export const sampleProcesses: readonly SampleProcess[] = [
  {
    key: 'service-interruption',
    name: { ar: 'معالجة شكوى انقطاع المياه', fa: 'رسیدگی به شکایت قطعی آب', en: 'Complaint of a water outage' },
    unit: 'complaints',
    lanes: ['complaints', 'water', 'field-maintenance'],
    promise: {
      ar: 'عودة الخدمة خلال يومي عمل',
      fa: 'وصل دوباره ظرف دو روز کاری',
      en: 'Service is back within two working days',
    },
    objective: { ar: 'استمرارية الخدمة', fa: 'پیوستگی خدمت', en: 'Service without interruption' },
    pcfId: 10_389,
    sipoc: {
      suppliers: [
        { ar: 'العميل', fa: 'مشتری' },
        { ar: 'مركز الاتصال', fa: 'مرکز تماس' },
      ],
      inputs: [{ ar: 'شكوى مسجّلة وموقعها', fa: 'شکایت ثبت‌شده و نشانی آن' }],
      steps: [
        { ar: 'فحص الشكوى', fa: 'بررسی شکایت' },
        { ar: 'تخطيط الإصلاح', fa: 'برنامه‌ریزی تعمیر' },
        { ar: 'الإصلاح الميداني', fa: 'تعمیر در محل' },
        { ar: 'إبلاغ العميل', fa: 'آگاه کردن مشتری' },
      ],
      outputs: [{ ar: 'خدمة عائدة وجواب للعميل', fa: 'وصل خدمت و پاسخ به مشتری' }],
      customers: [{ ar: 'المشترك', fa: 'مشترک' }],
    },
    steps: [
      { id: 'reported', kind: 'start', name: { ar: 'شكوى مسجّلة', fa: 'شکایت ثبت شد' }, lane: 0, column: 0 },
      { id: 'check', kind: 'task', name: { ar: 'فحص الشكوى', fa: 'بررسی شکایت' }, lane: 0, column: 1, due: 'PT4H' },
      {
        id: 'needs-visit',
        kind: 'choice',
        name: { ar: 'يلزم عمل ميداني؟', fa: 'کار در محل لازم است؟' },
        lane: 0,
        column: 2,
      },
      {
        id: 'plan',
        kind: 'task',
        name: { ar: 'تخطيط الإصلاح', fa: 'برنامه‌ریزی تعمیر' },
        lane: 1,
        column: 3,
        due: 'P1D',
        handOff: {
          what: { ar: 'شكوى مفحوصة مع الموقع', fa: 'شکایت بررسی‌شده با نشانی' },
          criteria: [
            { ar: 'الموقع محدد على الخريطة', fa: 'محل روی نقشه مشخص است' },
            { ar: 'رقم العداد مذكور', fa: 'شمارهٔ کنتور آمده است' },
          ],
          longestWait: 'PT8H',
        },
      },
      {
        id: 'repair',
        kind: 'task',
        name: { ar: 'الإصلاح الميداني', fa: 'تعمیر در محل' },
        lane: 2,
        column: 4,
        due: 'P1D',
        handOff: {
          what: { ar: 'أمر عمل بالقطع اللازمة', fa: 'دستور کار با قطعه‌های لازم' },
          criteria: [{ ar: 'القطع متوفرة في المستودع', fa: 'قطعه‌ها در انبار هست' }],
          longestWait: 'PT8H',
        },
      },
      { id: 'tell', kind: 'task', name: { ar: 'إبلاغ العميل', fa: 'آگاه کردن مشتری' }, lane: 0, column: 5, due: 'PT4H' },
      { id: 'answered', kind: 'end', name: { ar: 'العميل على علم', fa: 'مشتری آگاه شد' }, lane: 0, column: 6 },
    ],
    flows: [
      { from: 'reported', to: 'check' },
      { from: 'check', to: 'needs-visit' },
      { from: 'needs-visit', to: 'plan', condition: '=visit', name: { ar: 'نعم', fa: 'بله' } },
      { from: 'needs-visit', to: 'tell', name: { ar: 'لا', fa: 'نه' } },
      { from: 'plan', to: 'repair' },
      { from: 'repair', to: 'tell' },
      { from: 'tell', to: 'answered' },
    ],
  },
  {
    key: 'bill-correction',
    name: { ar: 'تصحيح فاتورة', fa: 'اصلاح قبض', en: 'Correction of a bill' },
    unit: 'billing',
    lanes: ['complaints', 'billing'],
    promise: {
      ar: 'فاتورة صحيحة خلال ثلاثة أيام عمل',
      fa: 'قبض درست ظرف سه روز کاری',
      en: 'A right bill within three working days',
    },
    objective: {
      ar: 'فواتير صحيحة من المرة الأولى',
      fa: 'قبض درست از بار نخست',
      en: 'Bills that are right the first time',
    },
    pcfId: 10_388,
    sipoc: {
      suppliers: [{ ar: 'المشترك', fa: 'مشترک' }],
      inputs: [{ ar: 'اعتراض على فاتورة', fa: 'اعتراض به قبض' }],
      steps: [
        { ar: 'مطابقة القراءة', fa: 'سنجش رقم کنتور' },
        { ar: 'تصحيح الفاتورة', fa: 'اصلاح قبض' },
      ],
      outputs: [{ ar: 'فاتورة مصححة أو مؤكدة', fa: 'قبض اصلاح‌شده یا تأییدشده' }],
      customers: [{ ar: 'المشترك', fa: 'مشترک' }],
    },
    steps: [
      { id: 'objected', kind: 'start', name: { ar: 'اعتراض وارد', fa: 'اعتراض رسید' }, lane: 0, column: 0 },
      {
        id: 'compare',
        kind: 'task',
        name: { ar: 'مطابقة القراءة', fa: 'سنجش رقم کنتور' },
        lane: 0,
        column: 1,
        due: 'P1D',
      },
      {
        id: 'correct',
        kind: 'task',
        name: { ar: 'تصحيح الفاتورة', fa: 'اصلاح قبض' },
        lane: 1,
        column: 2,
        due: 'P2D',
        handOff: {
          what: { ar: 'قراءتان مع صورة العداد', fa: 'دو رقم با عکس کنتور' },
          criteria: [{ ar: 'صورة العداد واضحة', fa: 'عکس کنتور خوانا است' }],
          longestWait: 'P1D',
        },
      },
      { id: 'corrected', kind: 'end', name: { ar: 'الفاتورة صحيحة', fa: 'قبض درست است' }, lane: 1, column: 3 },
    ],
    flows: [
      { from: 'objected', to: 'compare' },
      { from: 'compare', to: 'correct' },
      { from: 'correct', to: 'corrected' },
    ],
  },
];
