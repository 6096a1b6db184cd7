// What may help with a text: step sheets, procedures, articles and templates that are like it, with a template's text one press away.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBooks } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { z } from 'zod';
import { languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './knowledge.module.css';

export type SuggestionsPanelProps = {
  /** The customer's words, or what is being written. */
  text: string;
  language: Language;
  kind: z.infer<typeof CaseKind> | null;
  categoryId: string | null;
  productId: string | null;
  /** Without it templates are not offered. */
  onInsertTemplate?: (templateId: string) => void;
};

export function SuggestionsPanel({
  text,
  language,
  kind,
  categoryId,
  productId,
  onInsertTemplate,
}: SuggestionsPanelProps) {
  const t = useT();
  const [wanted] = useDebouncedValue(text.trim(), 600);
  const query = useQuery({
    ...orpc.knowledge.suggest.queryOptions({
      input: { text: wanted.slice(0, 20_000), language, caseKind: kind, categoryId, productId, limit: 8 },
    }),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  if (query.isPending) return <RowsSkeleton rows={3} />;
  const items = (query.data?.items ?? []).filter((one) => onInsertTemplate || one.kind !== 'reply-template');
  return (
    <Stack gap="xs">
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.data && items.length === 0 ? (
        <EmptyState icon={IconBooks} title={t('knowledge.no-suggestions')} hint={t('knowledge.no-suggestions-hint')} />
      ) : null}
      <ul className={classes['list']} aria-label={t('knowledge.suggestions')}>
        {items.map((one) => (
          <li key={one.id} className={classes['suggestion']}>
            {one.kind === 'reply-template' ? (
              <Group justify="space-between" wrap="nowrap">
                <bdi>{one.title}</bdi>
                <Button variant="subtle" size="compact-md" onClick={() => onInsertTemplate?.(one.id)}>
                  {t('reply-template.insert')}
                </Button>
              </Group>
            ) : (
              <PageLink to="/knowledge" search={{ document: one.id, language: one.language }} target="_blank">
                <bdi>{one.title}</bdi>
              </PageLink>
            )}
            <Text size="sm" c="dimmed">
              {t(`knowledge.kind.${one.kind}`)}
              {one.language === language ? '' : ` · ${languageNames[one.language]}`}
              {one.summary ? (
                <>
                  {' · '}
                  <bdi>{one.summary}</bdi>
                </>
              ) : null}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
