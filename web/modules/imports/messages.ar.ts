// Arabic texts of the imports module.
import { rowFaultTexts } from '#kernel/row-fault-texts.ts';
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  ...rowFaultTexts.ar,
  'import.list': 'الاستيراد',
  'import.new': 'استيراد [customers-oblique]',
};
