// Texts of a version on their way into the database and out of it.
import type { Language } from '#contract/common.ts';
import type { Step, VersionText } from '#contract/knowledge.ts';
import { cleanRichText } from '#kernel/rich-text/clean-rich-text.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';
import { textAttribute, type RichText, type RichTextNode } from '#kernel/rich-text/rich-text.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { on, type Context } from '#platform/context.ts';
import type { KnowledgeTables } from './tables.ts';

const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

export function cleanVersionText(text: VersionText): VersionText {
  return {
    language: text.language,
    title: oneLine(text.title),
    summary: oneLine(text.summary),
    body: cleanRichText(text.body),
    steps: text.steps.map(({ id, title, body, check }) => ({
      id,
      title: oneLine(title),
      body: body && cleanRichText(body),
      check: check === null ? null : oneLine(check),
    })),
  };
}

/** Body and steps as plain text: for search and comparison. */
export function plainText(text: Pick<VersionText, 'body' | 'steps'>): string {
  const steps = text.steps.map((step, at) =>
    [`${at + 1}. ${step.title}`, step.body && richTextToText(step.body), step.check].filter(Boolean).join('\n'),
  );
  return [richTextToText(text.body), ...steps].filter((part) => part !== '').join('\n');
}

/** Ids of the pictures in it. */
export function imagesIn(texts: readonly Pick<VersionText, 'body' | 'steps'>[]): string[] {
  const found = new Set<string>();
  const look = (node: RichTextNode): void => {
    if (node.type === 'image') found.add(textAttribute(node, 'fileId').toLowerCase());
    node.content?.forEach(look);
  };
  for (const text of texts) {
    look(text.body);
    for (const step of text.steps) if (step.body) look(step.body);
  }
  return [...found];
}

/** In the order ar, en, fa. */
export async function textsOf(ctx: Context, documentId: string, version: number): Promise<VersionText[]> {
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('knowledge_texts')
    .select(['language', 'title', 'summary', 'body', 'steps'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .orderBy('language')
    .execute();
  return rows.map((row) => ({
    language: row.language as Language,
    title: row.title,
    summary: row.summary,
    body: row.body as RichText,
    steps: row.steps as Step[],
  }));
}

/** In place of those that the draft has. */
export async function writeTexts(
  ctx: Context,
  documentId: string,
  version: number,
  texts: readonly VersionText[],
): Promise<void> {
  const own = { organisation_id: ctx.organisationId, document_id: documentId, version };
  await on<KnowledgeTables>(ctx)
    .deleteFrom('knowledge_texts')
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .execute();
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_texts')
    .values(
      texts.map((text) => ({
        ...own,
        language: text.language,
        title: text.title,
        summary: text.summary,
        body: JSON.stringify(text.body),
        steps: JSON.stringify(text.steps),
        plain: plainText(text),
      })),
    )
    .execute();
}
