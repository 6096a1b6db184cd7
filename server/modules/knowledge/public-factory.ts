// For tests: articles that are in force at once, written past the review that they would wait for.
import type { Language, LocaleText } from '#contract/common.ts';
import type { RichText, RichTextNode } from '#kernel/rich-text/rich-text.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';
import type { BuiltOrganisation } from '#modules/organisation/factory.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';

export interface ArticleText {
  title: string;
  summary?: string;
  /** A paragraph for each line, or blocks as they are. */
  body: string | readonly RichTextNode[];
}

export interface ArticleWish {
  texts: Partial<Record<Language, ArticleText>>;
  audience?: 'public' | 'staff';
  topicId?: string | null;
}

export function richTextOf(body: ArticleText['body']): RichText {
  const content =
    typeof body === 'string'
      ? body.split('\n').map((line): RichTextNode => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
      : [...body];
  return { type: 'doc', content };
}

let numbered = 0;

export async function articleInForce(platform: Platform, organisation: BuiltOrganisation, wish: ArticleWish) {
  const { pool } = platform.connection;
  const id = newId();
  const organisationId = organisation.organisationId;
  const { personId } = organisation.administrator;
  const now = platform.clock.now();
  const number = (numbered += 1);
  await pool.query(
    `insert into knowledge_documents (organisation_id, id, number, kind, topic_id, owner_id, created_at, changed_at)
     values ($1, $2, $3, 'article', $4, $5, $6, $6)`,
    [organisationId, id, number, wish.topicId ?? null, personId, now],
  );
  await addVersion(platform, organisationId, personId, id, 1, wish);
  return { id, number };
}

/** The next version of it, in force in place of the one before. */
export async function addVersion(
  platform: Platform,
  organisationId: string,
  personId: string,
  documentId: string,
  version: number,
  wish: ArticleWish,
): Promise<void> {
  const { pool } = platform.connection;
  const now = platform.clock.now();
  const at = [organisationId, documentId, version];
  await pool.query(
    `insert into knowledge_versions (organisation_id, document_id, number, state, audience, receipt_since, created_at)
     values ($1, $2, $3, 'draft', $4, $3, $5)`,
    [...at, wish.audience ?? 'public', now],
  );
  for (const [language, text] of Object.entries(wish.texts)) {
    const body = richTextOf(text.body);
    await pool.query(
      `insert into knowledge_texts (organisation_id, document_id, version, language, title, summary, body, plain)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...at, language, text.title, text.summary ?? '', JSON.stringify(body), richTextToText(body)],
    );
  }
  const set = (change: string, ...values: unknown[]) =>
    pool.query(
      `update knowledge_versions set ${change} where organisation_id = $1 and document_id = $2 and number = $3`,
      [...at, ...values],
    );
  await set(`state = 'in-review'`);
  await pool.query(
    `insert into knowledge_reviews (organisation_id, id, document_id, version, asked_at, reviewer_ids)
     values ($1, $2, $3, $4, $5, array[$6::uuid])`,
    [organisationId, newId(), documentId, version, now, personId],
  );
  await pool.query(
    `update knowledge_reviews set decision = 'approved', decided_by = $4, decided_at = $5
      where organisation_id = $1 and document_id = $2 and version = $3`,
    [...at, personId, now],
  );
  await set(`state = 'approved', approved_by = $4, approved_at = $5`, personId, now);
  if (version > 1)
    await pool.query(
      `update knowledge_versions set state = 'superseded', in_force_until = $4
        where organisation_id = $1 and document_id = $2 and number = $3`,
      [organisationId, documentId, version - 1, now],
    );
  await set(`state = 'in-force', in_force_from = $4`, now);
}

export async function retireArticle(platform: Platform, organisationId: string, documentId: string): Promise<void> {
  await platform.connection.pool.query(
    `update knowledge_versions set state = 'retired', in_force_until = $3
      where organisation_id = $1 and document_id = $2 and state = 'in-force'`,
    [organisationId, documentId, platform.clock.now()],
  );
}

export async function addTopic(
  platform: Platform,
  organisationId: string,
  name: LocaleText,
  parentId: string | null = null,
): Promise<string> {
  const id = newId();
  await platform.connection.pool.query(
    'insert into knowledge_topics (organisation_id, id, parent_id, name, sort_order) values ($1, $2, $3, $4, 1)',
    [organisationId, id, parentId, JSON.stringify(name)],
  );
  return id;
}
