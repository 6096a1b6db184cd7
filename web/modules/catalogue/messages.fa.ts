// Persian texts of the catalogue module.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'catalogue.categories': 'دسته‌ها',
  'catalogue.products': 'محصولات و خدمات',
  'catalogue.product-categories': 'دسته‌های محصول',
  'problem.product.inactive': 'این محصول از کار کنار گذاشته شده و دیگر فروخته نمی‌شود. محصول دیگری برگزینید.',
  'problem.product.code-taken': 'این کد از آنِ محصول دیگری است. چیزی تغییر نکرد.',
  'problem.product-category.not-found': 'این دستهٔ محصول دیگر نیست. صفحه را تازه کنید تا دسته‌های کنونی دیده شود.',
  'problem.product-category.cycle': 'دسته نمی‌تواند زیرمجموعهٔ خودش باشد. چیزی تغییر نکرد؛ دستهٔ بالاتر دیگری برگزینید.',
  'problem.category.not-found': 'این دسته دیگر نیست. صفحه را تازه کنید تا دسته‌های کنونی دیده شود.',
  'problem.category.cycle': 'دسته نمی‌تواند زیرمجموعهٔ خودش باشد. چیزی تغییر نکرد؛ دستهٔ بالاتر دیگری برگزینید.',
  'problem.category.inactive': 'این دسته از کار کنار گذاشته شده و پروندهٔ تازه نمی‌پذیرد. دستهٔ دیگری برگزینید.',
  'problem.product.not-found': 'این محصول دیگر نیست. صفحه را تازه کنید تا محصولات کنونی دیده شود.',
};
