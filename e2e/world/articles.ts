// Public articles for a journey: written by the agent of an office, approved by its administrator.
import { apiAs, post, type Office } from './office.ts';
import type { JourneyLanguage } from './words.ts';

export type Article = { id: string; number: number };
type Text = { title: string; summary: string; body: string };

export async function publishArticle(
  office: Office,
  texts: Partial<Record<JourneyLanguage, Text>>,
  topicId: string | null = null,
): Promise<Article> {
  const [[language, first]] = Object.entries(texts) as [[JourneyLanguage, Text]];
  const author = await apiAs(office.agent);
  const at = '/api/knowledge/documents';
  const kind = { kind: 'article', audience: 'public' };
  const { id } = await post<{ id: string }>(author, at, { ...kind, language, title: first.title, topicId });
  const draft = (await (await author.get(`${at}/${id}/versions/1`)).json()) as { revision: number };
  const written = Object.entries(texts).map(([one, text]) => ({
    language: one,
    title: text.title,
    summary: text.summary,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: text.body }] }] },
  }));
  const rest = { editorial: false, changeNote: null, validFrom: null, demandsReceipt: false, receiptDays: 14 };
  const version = { ...rest, texts: written, audience: 'public', questions: [], revision: draft.revision };
  await post(author, `${at}/${id}/draft`, version, 'put');
  const session = (await (await office.administrator.get('/api/session')).json()) as { person: { id: string } };
  await post(author, `${at}/${id}/review`, { reviewerIds: [session.person.id] });
  await post(office.administrator, `${at}/${id}/review/approval`, { version: 1 });
  const { number } = (await (await author.get(`${at}/${id}`)).json()) as { number: number };
  await author.dispose();
  return { id, number };
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
