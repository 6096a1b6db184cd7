// Arabic texts of the catalogue module.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'catalogue.categories': 'التصنيفات',
  'catalogue.products': 'المنتجات والخدمات',
  'catalogue.product-categories': 'فئات المنتجات',
  'problem.product.inactive': 'هذا المنتج خارج الاستعمال ولم يعد يُباع. يُرجى اختيار منتج آخر.',
  'problem.product.code-taken': 'هذا الرمز لمنتج آخر. لم يتغيّر شيء.',
  'problem.product-category.not-found': 'لم تعد فئة المنتجات هذه موجودة. يُرجى تحديث الصفحة لعرض الفئات الحالية.',
  'problem.product-category.cycle': 'لا تكون الفئة تحت نفسها. لم يتغيّر شيء؛ يُرجى اختيار فئة أعلى أخرى.',
  'problem.category.not-found': 'لم يعد هذا التصنيف موجوداً. يُرجى تحديث الصفحة لعرض التصنيفات الحالية.',
  'problem.category.cycle': 'لا يكون التصنيف تحت نفسه. لم يتغيّر شيء؛ يُرجى اختيار تصنيف أعلى آخر.',
  'problem.category.inactive': 'هذا التصنيف خارج الاستعمال ولا تُسجَّل فيه معاملات جديدة. يُرجى اختيار تصنيف آخر.',
  'problem.product.not-found': 'لم يعد هذا المنتج موجوداً. يُرجى تحديث الصفحة لعرض المنتجات الحالية.',
};
