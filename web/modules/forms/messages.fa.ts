// Persian texts of the forms module that the navigation shows.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'form.title': 'فرم‌ها',
};
