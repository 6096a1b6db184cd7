// Arabic texts of the segments module.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'segment.tree': 'شجرة [the-customers-oblique]',
  'segment.settings': 'الانتقال بين الشرائح',
  'field.rule-field-unknown': 'لم يعد هذا الحقل موجوداً. يُرجى اختيار غيره',
  'field.rule-operator': 'لا يُقارَن هذا الحقل هكذا',
  'field.rule-value': 'هذه القيمة لا تناسب الحقل',
  'field.rule-value-missing': 'ينقص ما يُقارَن به',
  'field.rule-window': 'هذا الحقل لا يُحسب خلال أيام',

  'problem.segment.not-found': 'لم تعد هذه الشريحة موجودة. يُرجى تحديث الصفحة لعرض الشجرة الحالية.',
  'problem.segment.version-not-found': 'لا توجد نسخة كهذه من الشجرة.',
  'problem.segment.draft-there': 'توجد مسودة. يمكن متابعتها، أو إلغاؤها أولاً.',
  'problem.segment.no-draft': 'لم تعد توجد مسودة: نُشرت أو أُلغيت. ولم يتغير شيء.',
  'problem.segment.publishing': 'يجري نشر المسودة. لم يتغيّر شيء؛ ويمكن التعديل بعد وضع الجميع في شرائحهم.',
  'problem.segment.draft-empty': 'لا شرائح في المسودة. تلزم شريحة واحدة على الأقل قبل النشر.',
  'problem.segment.too-deep': 'لا تزيد مستويات الشجرة على {{most}}. يُرجى اختيار موضع آخر.',
  'problem.segment.too-many': 'لا تزيد شرائح الشجرة على {{most}}. يلزم حذف واحدة أولاً.',
  'problem.segment.cycle': 'لا تكون الشريحة تحت نفسها. لم يتغير شيء؛ يُرجى اختيار غيرها.',
  'problem.segment.no-tree': 'لم تُنشر شجرة بعد. يلزم نشر واحدة أولاً.',
  'problem.segment.not-pinned': 'لم يعد هذا [the-customer] مثبَّتاً.',
  'problem.segment.proposal-not-found': 'لم يعد هذا المقترح موجوداً.',
  'problem.segment.proposal-decided': 'بُتَّ في هذا المقترح من قبل، ولم يُنقل أحد.',
  'problem.segment.persona-not-found': 'لم تعد هذه الشخصية موجودة.',
  'customer.event.segment.member-pinned': 'تثبيت في شريحة',
  'customer.event.segment.member-unpinned': 'إلغاء التثبيت في الشريحة',
};
