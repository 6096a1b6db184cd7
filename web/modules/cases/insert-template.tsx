// Puts a reply template, filled with what the case knows, into the text that is being written.
import { Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Suspense } from 'react';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { useSession } from '#web/lib/session.ts';
import { TemplatePicker } from '#web/modules/knowledge/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import type { CaseView } from './wire.ts';

export function InsertTemplate({ view, onText }: { view: CaseView; onText: (text: string) => void }) {
  const t = useT();
  const { permissions } = useSession();
  const fill = useMutation(orpc.cases.fillReply.mutationOptions({ onSuccess: ({ text }) => onText(text) }));
  if (!permissions.includes('knowledge.read')) return null;
  const missing = (fill.data?.missing ?? []).map((name) => findMessage(`reply-template.variable.${name}`) ?? name);
  return (
    <Group gap="sm">
      <Suspense fallback={null}>
        <TemplatePicker
          language={view.language}
          kind={view.kind}
          categoryId={view.categoryId}
          onPick={(templateId) => fill.mutate({ id: view.id, templateId })}
        />
      </Suspense>
      {missing.length > 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {t('case.template-missing', { names: missing.join(' · ') })}
        </Text>
      ) : null}
      <ErrorNote error={fill.error} />
    </Group>
  );
}
