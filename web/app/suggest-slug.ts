// Suggests the short name of an organisation in addresses from its name, spelling Arabic and Persian letters in Latin ones.
import type { LocaleText } from '#contract/common.ts';
import { normaliseText } from '#kernel/text/normalise.ts';

// A plain spelling, good enough to recognise; the person sees it and may write another.
const spelling: Record<string, string> = {
  ا: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ء: '',
};

/** The English name if there is one; at most 40 characters of a-z, 0-9 and hyphens, or '' when nothing is left. */
export function suggestSlug(name: LocaleText | undefined): string {
  const text = normaliseText(name?.en || name?.ar || name?.fa || '');
  return Array.from(text, (letter) => spelling[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
