// What the sample authority decides, who may, and how it went: amounts in thousands of riyals, or in millions of rials a thousand times that.
import type { AuthorityActionInput, AuthorityScope } from '#contract/authority.ts';
import type { LocaleText } from '#contract/common.ts';

export const sampleActions = [
  {
    key: 'case.close-by-authority',
    name: { ar: 'إغلاق معاملة بقرار', fa: 'بستن پرونده با تصمیم سازمان', en: 'Closing a case by authority' },
    hasAmount: false,
    onOverrun: 'override',
    splitDays: null,
  },
  {
    key: 'bill.adjust',
    name: { ar: 'تعديل فاتورة', fa: 'اصلاح صورت‌حساب', en: 'Adjusting a bill' },
    hasAmount: true,
    onOverrun: 'override',
    splitDays: 30,
  },
  {
    key: 'compensation.pay',
    name: { ar: 'صرف تعويض', fa: 'پرداخت خسارت', en: 'Paying compensation' },
    hasAmount: true,
    onOverrun: 'refuse',
    splitDays: 30,
  },
  {
    key: 'purchase.approve',
    name: { ar: 'اعتماد شراء', fa: 'تصویب خرید', en: 'Approving a purchase' },
    hasAmount: true,
    onOverrun: 'override',
    splitDays: 14,
  },
] as const satisfies readonly AuthorityActionInput[];

type ActionKey = (typeof sampleActions)[number]['key'];

type SampleRule = {
  /** Null: whoever heads a unit. */
  position: string | null;
  scope: AuthorityScope;
  unit?: string;
  /** Thousands; null: without limit, or without an amount. */
  limits: Partial<Record<ActionKey, number | null>>;
};

const director = { 'bill.adjust': 50, 'compensation.pay': 50, 'purchase.approve': 200 };

export const sampleRules: readonly SampleRule[] = [
  {
    position: 'president',
    scope: 'everywhere',
    limits: {
      'case.close-by-authority': null,
      'bill.adjust': null,
      'compensation.pay': null,
      'purchase.approve': null,
    },
  },
  { position: 'customer-service-director', scope: 'everywhere', limits: { 'case.close-by-authority': null } },
  { position: 'customer-service-director', scope: 'own-unit-and-below', limits: director },
  { position: 'operations-director', scope: 'own-unit-and-below', limits: director },
  { position: 'commercial-director', scope: 'own-unit-and-below', limits: director },
  { position: 'support-director', scope: 'own-unit-and-below', limits: { 'purchase.approve': 200 } },
  {
    position: null,
    scope: 'own-unit',
    limits: { 'case.close-by-authority': null, 'compensation.pay': 5, 'purchase.approve': 20 },
  },
  { position: 'billing-head', scope: 'own-unit', limits: { 'bill.adjust': 10 } },
  { position: 'billing-officer', scope: 'own-unit', limits: { 'bill.adjust': 1 } },
  {
    position: 'customer-operations-officer',
    scope: 'named-unit',
    unit: 'operations',
    limits: { 'case.close-by-authority': null },
  },
];

export const delegations: readonly {
  giver: string;
  delegate: string;
  actions: readonly ActionKey[];
  thousands: number | null;
  daysAgo: number;
  days: number;
  reason: LocaleText;
}[] = [
  {
    giver: 'billing-head',
    delegate: 'billing-officer',
    actions: ['bill.adjust'],
    thousands: 5,
    daysAgo: 9,
    days: 30,
    reason: { ar: 'إجازة سنوية', fa: 'مرخصی سالانه', en: 'Annual leave' },
  },
  {
    giver: 'operations-director',
    delegate: 'maintenance-head',
    actions: ['compensation.pay', 'purchase.approve'],
    thousands: 40,
    daysAgo: 130,
    days: 60,
    reason: { ar: 'موسم أعمال الصيانة', fa: 'فصل کارهای تعمیراتی', en: 'The season of maintenance works' },
  },
];

/** Decisions of one sort: who, about what, and how often in half a year. Several amounts are several papers of one matter. */
export const samplePlans: readonly {
  position: string;
  unit: string;
  action: ActionKey;
  thousands: readonly (number | null)[];
  times: number;
  letters: string;
  ownRequest?: boolean;
}[] = [
  { position: 'billing-head', unit: 'billing', action: 'bill.adjust', thousands: [4], times: 14, letters: 'INV' },
  { position: 'billing-head', unit: 'billing', action: 'bill.adjust', thousands: [14], times: 24, letters: 'INV' },
  { position: 'billing-officer', unit: 'billing', action: 'bill.adjust', thousands: [0.8], times: 12, letters: 'INV' },
  {
    position: 'commercial-director',
    unit: 'licensing',
    action: 'compensation.pay',
    thousands: [30],
    times: 6,
    letters: 'CMP',
  },
  { position: 'water-head', unit: 'water', action: 'compensation.pay', thousands: [3], times: 9, letters: 'CMP' },
  { position: 'water-head', unit: 'electricity', action: 'compensation.pay', thousands: [3], times: 2, letters: 'CMP' },
  {
    position: 'maintenance-head',
    unit: 'field-maintenance',
    action: 'purchase.approve',
    thousands: [12],
    times: 10,
    letters: 'PO',
  },
  {
    position: 'maintenance-head',
    unit: 'field-maintenance',
    action: 'purchase.approve',
    thousands: [15, 14],
    times: 13,
    letters: 'PO',
  },
  {
    position: 'maintenance-head',
    unit: 'field-maintenance',
    action: 'purchase.approve',
    thousands: [38],
    times: 16,
    letters: 'PO',
  },
  {
    position: 'support-director',
    unit: 'information-technology',
    action: 'purchase.approve',
    thousands: [120],
    times: 5,
    letters: 'PO',
  },
  {
    position: 'human-resources-head',
    unit: 'human-resources',
    action: 'purchase.approve',
    thousands: [9],
    times: 1,
    letters: 'PO',
    ownRequest: true,
  },
];

export const words = {
  reason: {
    ar: 'الحالة عاجلة وصاحب الصلاحية في إجازة',
    fa: 'کار فوری بود و صاحب اختیار در مرخصی بود',
    en: 'It was urgent and whoever has the authority was on leave',
  },
  answer: {
    ar: 'اطُّلع على المستندات والسبب مقبول، وسيُعدَّل الحدّ في المصفوفة',
    fa: 'مدارک دیده شد و دلیل پذیرفتنی است؛ سقف در ماتریس بازنگری می‌شود',
    en: 'The papers were looked at and the reason holds; the limit will be looked at again',
  },
} satisfies Record<string, LocaleText>;
