// One line above the tree while drift waits for a decision.
import { Alert } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { PageLink } from '#web/ui/page-link.tsx';

export function OpenProposal() {
  const t = useT();
  const format = useFormat();
  const newest = useQuery(orpc.segments.proposals.queryOptions({ input: { limit: 1 } })).data?.items[0];
  if (!newest) return null;
  const link = <PageLink to="/customer-tree/proposals">{t('segment.proposals-open')}</PageLink>;
  if (newest.state !== 'open') return <div>{link}</div>;
  return (
    <Alert
      variant="light"
      icon={<IconArrowsShuffle aria-hidden />}
      title={t('segment.drift', {
        share: format.percent(newest.members === 0 ? 0 : newest.misfits / newest.members, 1),
        misfits: format.number(newest.misfits),
        members: format.number(newest.members),
      })}
    >
      {link}
    </Alert>
  );
}
