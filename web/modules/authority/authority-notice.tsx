// Says in a form whether the matrix lets the reader decide: nothing where it does, else why not, who may, and a field for the reason.
import { Alert, Text } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ProseField } from '#web/ui/form/text-field.tsx';

export type AuthorityNoticeProps = {
  action: string;
  unitId: string | null;
  /** Field of the form for the reason. */
  name: string;
};

export function AuthorityNotice({ action, unitId, name }: AuthorityNoticeProps) {
  const t = useT();
  const input = { action, unitId, amount: null, reference: null, requestedBy: null };
  const { data } = useQuery(orpc.authority.test.queryOptions({ input }));
  if (!data?.governed || data.verdict === 'within') return null;
  const names = data.who.map(({ person }) => person.name);
  return (
    <>
      <Alert variant="light" color="yellow" role="status" icon={<IconGavel size={18} aria-hidden />}>
        <Text>{t(data.verdict === 'override' ? 'authority.notice.override' : 'authority.notice.refused')}</Text>
        <Text size="sm">{data.faults.map((fault) => t(`authority.finding.${fault}`)).join(' · ')}</Text>
        <Text size="sm">
          {names.length > 0
            ? t('authority.notice.who', { names: names.slice(0, 5).join(t('authority.and')) })
            : t('authority.nobody')}
        </Text>
      </Alert>
      {data.verdict === 'override' ? (
        <ProseField name={name} label={t('authority.reason')} hint={t('authority.reason-hint')} rows={2} required />
      ) : null}
    </>
  );
}
