// The processes that the sample organisation alone has: an interruption of service through three units, and a wrong bill.
import type { ModelTemplate } from '../templates/template.ts';

/** `unit`: key of the unit that answers for it; `units`: keys of those of its roles. */
export type SampleProcess = {
  template: ModelTemplate;
  unit: string;
  units: Readonly<Record<string, string>>;
};

const interruption: ModelTemplate = {
  key: 'service-interruption',
  name: { ar: 'معالجة شكوى انقطاع المياه', fa: 'رسیدگی به شکایت قطعی آب', en: 'Complaint of a water outage' },
  promise: {
    ar: 'عودة الخدمة خلال يومي عمل',
    fa: 'وصل دوباره ظرف دو روز کاری',
    en: 'Service is back within two working days',
  },
  objective: { ar: 'استمرارية الخدمة', fa: 'پیوستگی خدمت', en: 'Service without interruption' },
  pcfId: 10_389,
  sipoc: {
    suppliers: [
      { ar: 'العميل', fa: 'مشتری', en: 'Customer' },
      { ar: 'مركز الاتصال', fa: 'مرکز تماس', en: 'Contact centre' },
    ],
    inputs: [{ ar: 'شكوى مسجّلة وموقعها', fa: 'شکایت ثبت‌شده و نشانی آن', en: 'A registered complaint and its place' }],
    outputs: [{ ar: 'خدمة عائدة وجواب للعميل', fa: 'وصل خدمت و پاسخ به مشتری', en: 'Service restored, and an answer' }],
    customers: [{ ar: 'المشترك', fa: 'مشترک', en: 'Subscriber' }],
  },
  roles: [
    { key: 'complaints', name: { ar: 'الشكاوى', fa: 'شکایات', en: 'Complaints' } },
    { key: 'water', name: { ar: 'المياه', fa: 'آب', en: 'Water' } },
    { key: 'field', name: { ar: 'الصيانة الميدانية', fa: 'تعمیرات', en: 'Field maintenance' } },
  ],
  values: [
    {
      name: 'visit',
      type: 'yes-no',
      meaning: { ar: 'هل يلزم عمل ميداني', fa: 'آیا کار در محل لازم است', en: 'whether work on site is needed' },
    },
  ],
  steps: [
    {
      id: 'reported',
      kind: 'start',
      role: 'complaints',
      name: { ar: 'شكوى مسجّلة', fa: 'شکایت ثبت شد', en: 'Complaint registered' },
    },
    {
      id: 'check',
      kind: 'task',
      role: 'complaints',
      name: { ar: 'فحص الشكوى', fa: 'بررسی شکایت', en: 'Check the complaint' },
      due: 'PT4H',
      gives: ['visit'],
    },
    {
      id: 'needs-visit',
      kind: 'choice',
      role: 'complaints',
      name: { ar: 'يلزم عمل ميداني؟', fa: 'کار در محل لازم است؟', en: 'Is work on site needed?' },
    },
    {
      id: 'plan',
      kind: 'task',
      role: 'water',
      name: { ar: 'تخطيط الإصلاح', fa: 'برنامه‌ریزی تعمیر', en: 'Plan the repair' },
      due: 'P1D',
      handOff: {
        what: { ar: 'شكوى مفحوصة مع الموقع', fa: 'شکایت بررسی‌شده با نشانی', en: 'A checked complaint with its place' },
        criteria: [
          { ar: 'الموقع محدد على الخريطة', fa: 'محل روی نقشه مشخص است', en: 'The place is marked on the map' },
          { ar: 'رقم العداد مذكور', fa: 'شمارهٔ کنتور آمده است', en: 'The number of the meter is there' },
        ],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'repair',
      kind: 'task',
      role: 'field',
      name: { ar: 'الإصلاح الميداني', fa: 'تعمیر در محل', en: 'Repair on site' },
      due: 'P1D',
      handOff: {
        what: { ar: 'أمر عمل بالقطع اللازمة', fa: 'دستور کار با قطعه‌های لازم', en: 'A work order with its parts' },
        criteria: [{ ar: 'القطع متوفرة في المستودع', fa: 'قطعه‌ها در انبار هست', en: 'The parts are in the store' }],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'tell',
      kind: 'task',
      role: 'complaints',
      name: { ar: 'إبلاغ العميل', fa: 'آگاه کردن مشتری', en: 'Tell the customer' },
      due: 'PT4H',
      handOff: {
        what: { ar: 'تقرير الإصلاح', fa: 'گزارش تعمیر', en: 'The report of the repair' },
        criteria: [
          { ar: 'التقرير يذكر ما أُصلح', fa: 'گزارش می‌گوید چه درست شد', en: 'The report says what was repaired' },
        ],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'answered',
      kind: 'end',
      role: 'complaints',
      name: { ar: 'العميل على علم', fa: 'مشتری آگاه شد', en: 'The customer knows' },
    },
  ],
  flows: [
    { from: 'reported', to: 'check' },
    { from: 'check', to: 'needs-visit' },
    { from: 'needs-visit', to: 'plan', when: 'visit', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'needs-visit', to: 'tell', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'plan', to: 'repair' },
    { from: 'repair', to: 'tell' },
    { from: 'tell', to: 'answered' },
  ],
};

const bill: ModelTemplate = {
  key: 'bill-correction',
  name: { ar: 'تصحيح فاتورة', fa: 'اصلاح قبض', en: 'Correction of a bill' },
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
    suppliers: [{ ar: 'المشترك', fa: 'مشترک', en: 'Subscriber' }],
    inputs: [{ ar: 'اعتراض على فاتورة', fa: 'اعتراض به قبض', en: 'An objection to a bill' }],
    outputs: [{ ar: 'فاتورة مصححة أو مؤكدة', fa: 'قبض اصلاح‌شده یا تأییدشده', en: 'A bill corrected or confirmed' }],
    customers: [{ ar: 'المشترك', fa: 'مشترک', en: 'Subscriber' }],
  },
  roles: [
    { key: 'complaints', name: { ar: 'الشكاوى', fa: 'شکایات', en: 'Complaints' } },
    { key: 'billing', name: { ar: 'الفوترة', fa: 'صدور قبض', en: 'Billing' } },
  ],
  values: [],
  steps: [
    {
      id: 'objected',
      kind: 'start',
      role: 'complaints',
      name: { ar: 'اعتراض وارد', fa: 'اعتراض رسید', en: 'Objection received' },
    },
    {
      id: 'compare',
      kind: 'task',
      role: 'complaints',
      name: { ar: 'مطابقة القراءة', fa: 'سنجش رقم کنتور', en: 'Compare the readings' },
      due: 'P1D',
    },
    {
      id: 'correct',
      kind: 'task',
      role: 'billing',
      name: { ar: 'تصحيح الفاتورة', fa: 'اصلاح قبض', en: 'Correct the bill' },
      due: 'P2D',
      handOff: {
        what: {
          ar: 'قراءتان مع صورة العداد',
          fa: 'دو رقم با عکس کنتور',
          en: 'Two readings with a picture of the meter',
        },
        criteria: [{ ar: 'صورة العداد واضحة', fa: 'عکس کنتور خوانا است', en: 'The picture is readable' }],
        longestWait: 'P1D',
      },
    },
    {
      id: 'corrected',
      kind: 'end',
      role: 'billing',
      name: { ar: 'الفاتورة صحيحة', fa: 'قبض درست است', en: 'The bill is right' },
    },
  ],
  flows: [
    { from: 'objected', to: 'compare' },
    { from: 'compare', to: 'correct' },
    { from: 'correct', to: 'corrected' },
  ],
};

export const sampleProcesses: readonly SampleProcess[] = [
  {
    template: interruption,
    unit: 'complaints',
    units: { complaints: 'complaints', water: 'water', field: 'field-maintenance' },
  },
  { template: bill, unit: 'billing', units: { complaints: 'complaints', billing: 'billing' } },
];
