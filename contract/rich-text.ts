// A rich text on the wire: a document of the kernel's closed schema; every fault is a field with its path.
import { z } from 'zod';
import { checkRichText, type CheckOptions } from '#kernel/rich-text/check-rich-text.ts';
import type { RichText as RichTextDocument } from '#kernel/rich-text/rich-text.ts';

/** `variables`: names that may stand in it. */
export function richText(options: CheckOptions = {}): z.ZodType<RichTextDocument> {
  return z.unknown().superRefine((value, ctx) => {
    for (const { code, path, value: found } of checkRichText(value, options))
      ctx.addIssue({ code: 'custom', path, message: code, ...(found === undefined ? {} : { params: { value: found } }) });
  }) as unknown as z.ZodType<RichTextDocument>;
}

export const RichText = richText();
export type RichText = RichTextDocument;
