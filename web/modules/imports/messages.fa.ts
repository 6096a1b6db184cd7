// Persian texts of the imports module.
import { rowFaultTexts } from '#kernel/row-fault-texts.ts';
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  ...rowFaultTexts.fa,
  'import.list': 'درون‌ریزی',
  'import.new': 'درون‌ریزی [customers]',
};
