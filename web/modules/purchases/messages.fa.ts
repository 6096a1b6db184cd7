// Persian texts of the purchases module.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'dealer.list': 'نمایندگی‌ها',
  'sale.enter': 'ثبت فروش',
  'sale.list': 'فروش‌ها',
  'buyers.title': '[customers] کنونی',
  'field.product-unknown': 'محصول قابل فروشی با این نام یا کد نیست',
  'field.product-ambiguous': 'چند محصول این نام را دارند: کد نوشته شود',
  'field.sale-there': 'این فروش پیش‌تر ثبت شده است',
  'field.sale-cancelled': 'این فروش پیش‌تر ثبت و باطل شده است؛ اگر درست است با فرم ثبت شود',
  'field.sale-twice-in-file': 'همین فروش در سطر {{row}} همین فایل هست؛ دو فروش دو شمارهٔ فاکتور لازم دارد',
  'field.in-the-future': 'این روز هنوز نرسیده است',
  'field.not-found': 'دیگر نیست؛ چیز دیگری برگزینید',
  'field.same-dimension': 'هم‌اکنون در سطرها یا ستون‌هاست',
  'field.province-needed': 'شهرها درون یک استان دیده می‌شوند: نخست استان را برگزینید',
  'problem.dealer.not-found': 'این نمایندگی دیگر نیست. صفحه را تازه کنید تا نمایندگی‌های کنونی دیده شود.',
  'problem.dealer.inactive':
    'کار این نمایندگی با سازمان پایان یافته است. چیزی ثبت نشد؛ سازمان می‌تواند دوباره دسترسی دهد.',
  'problem.dealer.person-not-found': 'این فرد دیگر نزد نمایندگی نیست. صفحه را تازه کنید.',
  'problem.buyer.not-found': 'این خریدار اینجا ثبت نشده است. نام و تلفن را از نو وارد کنید.',
  'problem.purchase.duplicate': 'همین محصول برای این خریدار در همین روز ثبت شده است. آیا یک بار دیگر خریده شد؟',
  'problem.purchase.not-found': 'این خرید نیست یا دسترسی دیدن آن داده نشده است. صفحه را تازه کنید.',
  'problem.purchase.cancelled-already': 'پیش‌تر باطل شده است. برای دیدن آن صفحه را تازه کنید.',
  'problem.purchase.cancelled-too-late': 'فروش تا یک روز پس از ثبت اینجا باطل می‌شود. ابطال آن را از سازمان بخواهید.',
  'customer.event.purchase.recorded': 'خرید ثبت شد',
  'customer.event.purchase.cancelled': 'خرید باطل شد',
  'segment.field.purchases': 'شمار خریدها',
};
