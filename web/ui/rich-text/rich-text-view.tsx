// A text with headings, lists, tables and pictures, to be read.
import { useMemo } from 'react';
import type { RichTextNode } from '#kernel/rich-text/rich-text.ts';
import { richTextToHtml } from '#kernel/rich-text/rich-text-to-html.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './rich-text.module.css';

export type RichTextViewProps = {
  /** As the API gave it: the client's types lose it, the server has checked it. */
  value: unknown;
  lang?: string;
  imageAddress: (fileId: string) => string;
  /** What a variable says here. */
  variable?: (name: string) => string;
};

export function RichTextView({ value, lang, imageAddress, variable }: RichTextViewProps) {
  const t = useT();
  const html = useMemo(
    () =>
      richTextToHtml(value as RichTextNode, {
        imageAddress,
        calloutWord: (kind) => t(`ui.rich-text.callout.${kind}`),
        ...(variable ? { variable } : {}),
      }),
    [value, imageAddress, variable, t],
  );
  return (
    <div
      className={classes['written']}
      lang={lang}
      {...(lang ? { dir: lang === 'en' ? 'ltr' : 'rtl' } : {})}
      // The kernel escapes whatever a text says and writes only elements of its own.
      // oxlint-disable-next-line react/no-danger
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
