// What the sample's customer tree says: its branches, and the personas that somebody wrote for three of its segments.
import type { z } from 'zod';
import type { PersonaInput } from '#contract/segments.ts';

export const sampleBranches = [
  {
    name: { ar: 'الأسر', fa: 'خانوارها', en: 'Households' },
    kinds: ['person'],
    groups: ['low-income-household', 'household', 'large-household'],
    needs: ['فاتورة مفهومة', 'إشعار قبل الانقطاع', 'جواب دون زيارة المكتب'],
  },
  {
    name: { ar: 'المنشآت الصغيرة', fa: 'کسب‌وکارهای کوچک', en: 'Small businesses' },
    kinds: ['company'],
    groups: ['kiosk', 'small-business', 'farm', 'workshop'],
    needs: ['توصيل سريع للخدمة', 'رخصة في خطوة واحدة'],
  },
  {
    name: { ar: 'الشركات والجهات', fa: 'شرکت‌ها و نهادها', en: 'Companies and institutions' },
    kinds: ['company'],
    groups: ['medium-company', 'school-clinic', 'large-company', 'factory', 'government-body', 'industrial-zone'],
    needs: ['شخص واحد يتابع', 'جدول معلن للصيانة'],
  },
] as const;

type SamplePersona = z.output<typeof PersonaInput> & { segment: string };

export const samplePersonas: readonly SamplePersona[] = [
  {
    segment: 'low-income-household',
    name: 'أم خالد',
    story: 'أرملة تعيل أربعة أبناء، تدفع الفاتورة نقدًا في المكتب، وهاتفها قديم.',
    goals: ['فاتورة لا تفاجئها', 'ألا تُقطع الخدمة عن بيتها'],
    needs: ['تقسيط المبلغ', 'شرح بالهاتف بلغة بسيطة'],
    frustrations: ['الصف الطويل في المكتب', 'الرسائل التي لا تُفهم'],
    channels: ['phone', 'visit'],
    quotes: ['«دفعت، ثم قالوا لم يصل شيء.»'],
    evidence: [{ note: 'مقابلات مع اثنتي عشرة أسرة، ربيع العام الماضي', link: null }],
  },
  {
    segment: 'household',
    name: 'مهدی رضایی',
    story: 'کارمند، دو فرزند دارد و همهٔ کارها را شب‌ها با گوشی انجام می‌دهد.',
    goals: ['کار را یک‌بار انجام دهد و تمام شود'],
    needs: ['پیگیری با کد', 'پاسخ در همان روز'],
    frustrations: ['هر بار باید از نو توضیح دهد'],
    channels: ['portal', 'mail'],
    quotes: ['«می‌خواهم فقط بدانم کار به کجا رسید.»'],
    evidence: [{ note: 'نظرسنجی پس از بستن پرونده، ۲۱۰ پاسخ', link: null }],
  },
  {
    segment: 'kiosk',
    name: 'أبو يوسف',
    story: 'صاحب كشك على الرصيف، يعمل وحده من الفجر إلى العشاء.',
    goals: ['تجديد الرخصة دون إغلاق الكشك'],
    needs: ['موعد خارج وقت العمل'],
    frustrations: ['يُطلب منه المستند نفسه مرتين'],
    channels: ['phone'],
    quotes: [],
    evidence: [{ note: 'زيارات ميدانية لتسعة أكشاك', link: null }],
  },
  {
    segment: 'industrial-zone',
    name: 'المهندسة ريم',
    story: 'تدير مرافق مدينة صناعية فيها ستون مصنعًا.',
    goals: ['ألا يتوقف خط إنتاج'],
    needs: ['إشعار بالصيانة قبل أسبوعين', 'رقم مباشر للطوارئ'],
    frustrations: ['كل قطاع يجيب على حدة'],
    channels: ['mail', 'phone'],
    quotes: [],
    evidence: [{ note: 'محضر اجتماع كبار المشتركين', link: null }],
  },
];
