// A line of the timeline about the process of a case: begun, cancelled, or not begun and why.
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { TimelineEvent } from '#web/ui/timeline/timeline-event.tsx';
import { caseProcessesQuery } from './case-queries.ts';
import { textOf } from './claim-ends.ts';
import type { TimelineItem } from './wire.ts';

export function ProcessLine({ item, caseId }: { item: TimelineItem; caseId: string }) {
  const t = useT();
  const text = useLocaleText();
  const { data } = useQuery(caseProcessesQuery(caseId));
  const [key, modelId] = [textOf(item.data['modelKey']), textOf(item.data['modelId'])];
  const model = data?.items.find((one) => one.model.key === key || one.model.id === modelId)?.model;
  const name = model ? text(model.name) : (key ?? t('case.process'));
  return (
    <TimelineEvent icon={<IconSitemap size={16} aria-hidden />} at={item.at}>
      {lineOf()}
    </TimelineEvent>
  );

  function lineOf(): string {
    if (item.type === 'case.process-begun') return t('case.event.process-begun', { name });
    if (item.type === 'case.process-refused')
      return t('case.event.process-refused', {
        because: findMessage(`case.refused.${textOf(item.data['code'])}`) ?? '',
      });
    return t(item.data['reason'] === 'case-ended' ? 'case.event.process-ended' : 'case.event.process-classified', {
      name,
    });
  }
}
