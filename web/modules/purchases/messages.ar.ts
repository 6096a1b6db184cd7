// Arabic texts of the purchases module.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'dealer.list': 'وكلاء البيع',
  'sale.enter': 'تسجيل بيع',
  'sale.list': 'المبيعات',
  'buyers.title': '[the-customers] الحاليون',
  'field.product-unknown': 'لا منتج معروضاً للبيع بهذا الاسم أو الرمز',
  'field.product-ambiguous': 'أكثر من منتج بهذا الاسم: يُكتب الرمز',
  'field.sale-there': 'سُجِّل هذا البيع من قبل',
  'field.sale-cancelled': 'سُجِّل هذا البيع من قبل وأُلغي؛ وإن كان مقصوداً فيُسجَّل بالنموذج',
  'field.sale-twice-in-file': 'البيع نفسه في الصف {{row}} من هذا الملف؛ والبيعان يلزمهما رقما فاتورتين',
  'field.in-the-future': 'لم يأتِ هذا اليوم بعد',
  'field.not-found': 'لم يعد موجوداً؛ يُرجى اختيار غيره',
  'field.same-dimension': 'مستخدَم بالفعل في الصفوف أو الأعمدة',
  'field.province-needed': 'تُعرض المدن ضمن محافظة: يُرجى اختيارها أولاً',
  'problem.dealer.not-found': 'لم يعد وكيل البيع هذا موجوداً. يُرجى تحديث الصفحة لعرض الوكلاء الحاليين.',
  'problem.dealer.inactive': 'انتهى عمل هذا الوكيل مع المنظمة. لم يُسجَّل شيء؛ ويمكن للمنظمة فتح الوصول من جديد.',
  'problem.dealer.person-not-found': 'لم يعد هذا الشخص لدى الوكيل. يُرجى تحديث الصفحة.',
  'problem.buyer.not-found': 'هذا المشتري غير مسجَّل هنا. يُرجى إدخال الاسم والهاتف من جديد.',
  'problem.purchase.duplicate': 'هذا المنتج مسجَّل لهذا المشتري في هذا اليوم. هل اشتُري مرة أخرى؟',
  'problem.purchase.not-found': 'عملية الشراء هذه غير موجودة أو لا صلاحية للاطلاع عليها. يُرجى تحديث الصفحة.',
  'problem.purchase.cancelled-already': 'أُلغيت من قبل. يُرجى تحديث الصفحة لعرضها.',
  'problem.purchase.cancelled-too-late': 'يمكن إلغاء البيع هنا خلال يوم من تسجيله. يُرجى طلب إلغائه من المنظمة.',
  'customer.event.purchase.recorded': 'سُجِّلت عملية شراء',
  'customer.event.purchase.cancelled': 'أُلغيت عملية شراء',
  'segment.field.purchases': 'عدد المشتريات',
};
