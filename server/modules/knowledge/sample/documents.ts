// What the documents of the sample organisation are: kind, place, whom they concern. Their words stand beside, a file for each language.
import type { Audience, DocumentKind } from '#contract/knowledge.ts';

/** `# ` begins a heading, `- ` and `1. ` items of a list, `! ` a note; everything else is a paragraph. */
export type SampleText = { title: string; summary: string; lines: readonly string[] };
export type SampleStep = { title: string; text: string; check?: string };

export type SampleDocument = {
  key: string;
  kind: DocumentKind;
  audience: Audience;
  topic: string;
  /** Keys of case categories. */
  categories?: readonly string[];
  code?: string;
  /** Units whose people must have read it. */
  units?: readonly string[];
  /** Days after the begin on which it came in force. */
  day: number;
};

export const topics = [
  { key: 'water-and-power', name: { ar: 'المياه والكهرباء', fa: 'آب و برق', en: 'Water and power' } },
  { key: 'bills', name: { ar: 'الفواتير والسداد', fa: 'قبض و پرداخت', en: 'Bills and payment' } },
  {
    key: 'city',
    name: { ar: 'الخدمات البلدية والتراخيص', fa: 'خدمات شهری و پروانه‌ها', en: 'City services and licences' },
  },
  { key: 'service', name: { ar: 'خدمة العملاء', fa: 'خدمات مشتریان', en: 'Customer service' } },
] as const;

export const documents: readonly SampleDocument[] = [
  {
    key: 'water-outage',
    kind: 'article',
    audience: 'public',
    topic: 'water-and-power',
    categories: ['water-outage'],
    day: 3,
  },
  {
    key: 'power-outage',
    kind: 'article',
    audience: 'public',
    topic: 'water-and-power',
    categories: ['power-outage', 'voltage'],
    day: 3,
  },
  {
    key: 'high-bill',
    kind: 'article',
    audience: 'public',
    topic: 'bills',
    categories: ['high-bill', 'meter-reading'],
    day: 4,
  },
  { key: 'payment', kind: 'article', audience: 'public', topic: 'bills', categories: ['payment-posting'], day: 5 },
  { key: 'shop-licence', kind: 'article', audience: 'public', topic: 'city', categories: ['shop-licence'], day: 8 },
  { key: 'waste', kind: 'article', audience: 'public', topic: 'city', categories: ['waste'], day: 9 },
  { key: 'service-policy', kind: 'policy', audience: 'public', topic: 'service', code: 'CS-PO-01', day: 2 },
  {
    key: 'upset-customers',
    kind: 'article',
    audience: 'staff',
    topic: 'service',
    categories: ['staff-conduct', 'waiting-time'],
    day: 20,
  },
  {
    key: 'complaints',
    kind: 'procedure',
    audience: 'staff',
    topic: 'service',
    code: 'CS-PR-01',
    units: ['customer-service'],
    day: 330,
  },
  { key: 'high-bill-steps', kind: 'step-sheet', audience: 'staff', topic: 'bills', categories: ['high-bill'], day: 40 },
  {
    key: 'power-outage-steps',
    kind: 'step-sheet',
    audience: 'staff',
    topic: 'water-and-power',
    categories: ['power-outage'],
    day: 41,
  },
  {
    key: 'contact-centre',
    kind: 'responsibility',
    audience: 'staff',
    topic: 'service',
    units: ['contact-centre'],
    day: 12,
  },
];

/** Still in review: nobody but those who write and decide sees it. */
export const inReview: SampleDocument = {
  key: 'claiming',
  kind: 'procedure',
  audience: 'staff',
  topic: 'service',
  code: 'CS-PR-02',
  units: ['customer-service'],
  day: 360,
};
