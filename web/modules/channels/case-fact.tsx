// The way from a mail to the case it speaks of, for those who may read cases; the page belongs to a module above this one.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { Fact } from '#web/ui/facts.tsx';

export function CaseFact({ caseId }: { caseId: string | null }) {
  const t = useT();
  const mayRead = useMay('case.read');
  if (caseId === null || !mayRead) return null;
  const page: string = `/cases/${caseId}`;
  return (
    <Fact term={t('channels.case')}>
      <Anchor component={Link} to={page}>
        {t('channels.open-case')}
      </Anchor>
    </Fact>
  );
}
