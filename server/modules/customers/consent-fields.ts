// Consents as columns of a file: a yes or no for each purpose and channel, and one day on which they were said.
import type { z } from 'zod';
import type { ConsentPurpose } from '#contract/customers.ts';
import type { Channel } from './contact-point.ts';

type Names = { ar: string; fa: string; en: string };
export type ConsentField = {
  key: string;
  purpose: z.infer<typeof ConsentPurpose>;
  channel: Channel;
  name: Names;
  aliases: readonly string[];
};

const purposes: readonly { purpose: ConsentField['purpose']; name: Names }[] = [
  {
    purpose: 'service-messages',
    name: { ar: 'رسائل عن الخدمة', fa: 'پیام‌های خدمت', en: 'messages about the service' },
  },
  { purpose: 'surveys', name: { ar: 'الاستبيانات', fa: 'نظرسنجی', en: 'surveys' } },
  { purpose: 'marketing', name: { ar: 'التسويق', fa: 'بازاریابی', en: 'marketing' } },
];
const channels: readonly { channel: Channel; name: Names }[] = [
  { channel: 'email', name: { ar: 'بالبريد الإلكتروني', fa: 'با رایانامه', en: 'by e-mail' } },
  { channel: 'phone', name: { ar: 'بالهاتف', fa: 'با تلفن', en: 'by phone' } },
];

export const consentFields: readonly ConsentField[] = purposes.flatMap(({ purpose, name }) =>
  channels.map(({ channel, name: by }) => ({
    key: `consents.${purpose}.${channel}`,
    purpose,
    channel,
    name: {
      ar: `الموافقة على ${name.ar} ${by.ar}`,
      fa: `رضایت به ${name.fa} ${by.fa}`,
      en: `Consent to ${name.en} ${by.en}`,
    },
    aliases: [`${name.en} consent ${channel}`, `${channel} ${name.en} consent`, `${channel} ${name.en} opt-in`],
  })),
);

/** The day of all consents of a row. */
export const consentDate = {
  key: 'consentsAt',
  name: { ar: 'تاريخ الموافقة', fa: 'تاریخ رضایت', en: 'Date of consent' } satisfies Names,
  aliases: ['consent date', 'consented at', 'opt-in date', 'تاريخ إعطاء الموافقة', 'تاریخ اعلام رضایت'],
};
