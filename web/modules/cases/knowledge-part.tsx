// What the organisation knows that is like this case: step sheets, procedures and articles beside the conversation.
import { Suspense } from 'react';
import { useSession } from '#web/lib/session.ts';
import { SuggestionsPanel } from '#web/modules/knowledge/index.ts';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { Part } from './case-part.tsx';
import type { CaseView } from './wire.ts';

export function KnowledgePart({ view }: { view: CaseView }) {
  const { permissions } = useSession();
  if (!permissions.includes('knowledge.read')) return null;
  return (
    <Part titleKey="case.knowledge">
      <Suspense fallback={<TextSkeleton lines={3} />}>
        <SuggestionsPanel
          text={`${view.subject}\n${view.description}`}
          language={view.language}
          kind={view.kind}
          categoryId={view.categoryId}
          productId={view.productId}
        />
      </Suspense>
    </Part>
  );
}
