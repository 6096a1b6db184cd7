// Documents of the knowledge module and what belongs to them, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type DocumentBrief = Awaited<ReturnType<typeof api.knowledge.listDocuments>>['items'][number];
export type KnowledgeDocument = Awaited<ReturnType<typeof api.knowledge.getDocument>>;
export type Version = Awaited<ReturnType<typeof api.knowledge.getVersion>>;

export type Reading = Awaited<ReturnType<typeof api.knowledge.readDocument>>;
export type Question = Awaited<ReturnType<typeof api.knowledge.listQuestions>>['items'][number];
export type Topic = Awaited<ReturnType<typeof api.knowledge.listTopics>>['items'][number];

/** Where the pictures of documents are found. */
export const imageAddress = (fileId: string): string => `/api/knowledge/images/${fileId}`;

export async function refreshKnowledge(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.knowledge.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.receipts.key() }),
  ]);
}

export function useKnowledgeLive(): void {
  useLive(['knowledge.*', 'document.*', 'receipt.*', 'topic.*'], () => void refreshKnowledge());
}

const topicsQuery = orpc.knowledge.listTopics.queryOptions({ input: {} });

/** Parents before those below them; empty until they came. */
export function useTopics(): readonly Topic[] {
  return useQuery(topicsQuery).data?.items ?? [];
}

export const documentQuery = (id: string) => orpc.knowledge.getDocument.queryOptions({ input: { id } });
export const versionQuery = (id: string, version: number) =>
  orpc.knowledge.getVersion.queryOptions({ input: { id, version } });

export function useReading(id: string, asked?: string) {
  const own = useLanguage();
  const language = asked === 'ar' || asked === 'fa' || asked === 'en' ? asked : own;
  return useQuery(orpc.knowledge.readDocument.queryOptions({ input: { id, language } }));
}
