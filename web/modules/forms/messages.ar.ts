// Arabic texts of the forms module that the navigation shows.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'form.title': 'النماذج',
};
