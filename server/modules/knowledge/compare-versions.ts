// What changed in a version since the one that was in force before it, or since any other.
import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from '#contract/knowledge.ts';
import type { Context } from '#platform/context.ts';
import { compareLines, compareWords } from './compare-texts.ts';
import { requireDocument, requireVersion, versions, type VersionRow } from './document.ts';
import { plainText, textsOf } from './version-texts.ts';

/** Throws `knowledge.not-found`, `knowledge.version-not-found`. */
export async function compareVersions(
  ctx: Context,
  input: { id: string; version: number; from?: number | undefined },
): Promise<Comparison> {
  const document = await requireDocument(ctx, input.id);
  const to = await requireVersion(ctx, document, input.version);
  const from =
    input.from === undefined
      ? await versions(ctx, input.id)
          .where('number', '<', input.version)
          .where('in_force_from', 'is not', null)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst()
      : await requireVersion(ctx, document, input.from);
  const now = await textsOf(ctx, input.id, to.number);
  const before = from ? await textsOf(ctx, input.id, from.number) : [];
  const languages = (['ar', 'fa', 'en'] as const).filter((one) =>
    [...now, ...before].some((text) => text.language === one),
  );
  return {
    from: from?.number ?? null,
    to: to.number,
    texts: languages.map((language) => {
      const [old, fresh] = [before, now].map((texts) => texts.find((text) => text.language === language));
      return {
        language,
        title: compareWords(old?.title ?? '', fresh?.title ?? ''),
        summary: compareWords(old?.summary ?? '', fresh?.summary ?? ''),
        paragraphs: compareLines(old ? plainText(old) : '', fresh ? plainText(fresh) : ''),
      };
    }),
    fields: from ? changedFields(from, to) : [],
  };
}

function changedFields(from: VersionRow, to: VersionRow): Comparison['fields'] {
  return [
    ...(from.audience === to.audience ? [] : (['audience'] as const)),
    ...(from.demands_receipt === to.demands_receipt && from.receipt_days === to.receipt_days ? [] : (['receipt'] as const)),
    ...(isDeepStrictEqual(from.questions, to.questions) ? [] : (['questions'] as const)),
  ];
}
