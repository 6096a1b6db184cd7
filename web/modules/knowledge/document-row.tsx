// A document in the list: what it is called, what it is, where it stands, and whether it waits for the reader.
import { Text } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import classes from './knowledge.module.css';
import type { DocumentBrief } from './use-knowledge.ts';
import { VersionStateMark } from './version-state.tsx';

export function DocumentRow({
  document,
  open,
  onOpen,
}: {
  document: DocumentBrief;
  open: boolean;
  onOpen: () => void;
}) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { current, receipt } = document;
  const waits = receipt !== null && receipt.readAt === null;
  return (
    <OpenRow open={open} onOpen={onOpen}>
      <span className={classes['name']}>
        <bdi>{text(document.title) || t('knowledge.untitled')}</bdi>
      </span>
      <Text span size="sm" className={classes['quiet'] ?? ''}>
        {t(`knowledge.kind.${document.kind}`)}
        {document.code ? (
          <>
            {' · '}
            <Ltr>{document.code}</Ltr>
          </>
        ) : null}
        {document.audience === 'public' ? ` · ${t('knowledge.audience.public')}` : ''}
        {current ? ` · ${t('knowledge.version-number', { number: format.number(current.number) })}` : ''}
      </Text>
      <span className={classes['marks']}>
        {document.retiredAt ? <VersionStateMark state="retired" /> : null}
        {document.open ? <VersionStateMark state={document.open.state} /> : null}
        {waits ? (
          <span className={classes['waits']}>
            <IconBookmark size={16} aria-hidden />
            {t('receipt.due', { date: format.date(receipt.dueAt) })}
          </span>
        ) : null}
      </span>
    </OpenRow>
  );
}
