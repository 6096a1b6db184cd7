// What rules that put something into words need: texts, formats and names in the reader's language.
import type { LocaleText } from '#contract/common.ts';
import { type Format, useFormat } from '#web/lib/format.ts';
import { type Translate, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';

export type Words = { t: Translate; format: Format; text: (name: LocaleText | null | undefined) => string };

export function useWords(): Words {
  const t = useT();
  const format = useFormat();
  const text = useLocaleText();
  return { t, format, text };
}
