// Public articles and step sheets for a journey: written by the agent of an office, approved by its administrator.
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { apiAs, post, type Office } from './office.ts';
import type { JourneyLanguage } from './words.ts';

export type Article = { id: string; number: number };
type Text = { title: string; summary: string; body: string };

export async function publishArticle(
  office: Office,
  texts: Partial<Record<JourneyLanguage, Text>>,
  topicId: string | null = null,
): Promise<Article> {
  return publish(office, { kind: 'article', audience: 'public', topicId }, texts, null);
}

/** For cases of the office's category. */
export async function publishStepSheet(
  office: Office,
  language: JourneyLanguage,
  title: string,
  steps: readonly string[],
): Promise<Article> {
  const texts = { [language]: { title, summary: '', body: '', steps } };
  return publish(office, { kind: 'step-sheet', audience: 'staff', topicId: null }, texts, office.categoryId);
}

type Kind = { kind: 'article' | 'step-sheet'; audience: 'public' | 'staff'; topicId: string | null };

async function publish(
  office: Office,
  document: Kind,
  texts: Partial<Record<JourneyLanguage, Text & { steps?: readonly string[] }>>,
  categoryId: string | null,
): Promise<Article> {
  const [[language, first]] = Object.entries(texts) as [[JourneyLanguage, Text]];
  const author = await apiAs(office.agent);
  const at = '/api/knowledge/documents';
  const { id } = await post<{ id: string }>(author, at, { ...document, language, title: first.title });
  const draft = (await (await author.get(`${at}/${id}/versions/1`)).json()) as { revision: number };
  const written = Object.entries(texts).map(([one, text]) => ({
    language: one,
    title: text.title,
    summary: text.summary,
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', ...(text.body ? { content: [{ type: 'text', text: text.body }] } : {}) }],
    },
    steps: (text.steps ?? []).map((step) => ({ id: randomUUID(), title: step, body: null, check: null })),
  }));
  const rest = { editorial: false, changeNote: null, validFrom: null, demandsReceipt: false, receiptDays: 14 };
  const version = { ...rest, texts: written, audience: document.audience, questions: [], revision: draft.revision };
  await post(author, `${at}/${id}/draft`, version, 'put');
  if (categoryId) {
    const filing = { code: null, topicId: null, ownerId: await personOf(author), productIds: [], caseKinds: [] };
    const look = { categoryIds: [categoryId], reviewEveryMonths: null, nextReviewOn: null };
    await post(author, `${at}/${id}/filing`, { ...filing, ...look }, 'put');
  }
  await post(author, `${at}/${id}/review`, { reviewerIds: [await personOf(office.administrator)] });
  await post(office.administrator, `${at}/${id}/review/approval`, { version: 1 });
  const { number } = (await (await author.get(`${at}/${id}`)).json()) as { number: number };
  await author.dispose();
  return { id, number };
}

async function personOf(api: APIRequestContext): Promise<string> {
  return ((await (await api.get('/api/session')).json()) as { person: { id: string } }).person.id;
}

/** What readers without account said of the first version. */
export async function saidOf(
  office: Office,
  article: Article,
): Promise<{ helpful: number; not: number; missing: string[] }> {
  const answer = await office.administrator.get(`/api/knowledge/documents/${article.id}/feedback`);
  const { versions, remarks } = (await answer.json()) as {
    versions: { customers: { helpful: number; not: number } }[];
    remarks: { items: { missing: string }[] };
  };
  const { helpful = 0, not = 0 } = versions[0]?.customers ?? {};
  return { helpful, not, missing: remarks.items.map((one) => one.missing) };
}
