// A number or code that can be copied by one press.
import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './case-context.module.css';

export function CopyCode({ value, label, large }: { value: string; label: string; large?: boolean }) {
  const t = useT();
  return (
    <span className={classes['code']} data-large={large || undefined}>
      <Ltr>{value}</Ltr>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={large ? 44 : 28}
              aria-label={t('case.copy', { label })}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
            <span role="status" className={classes['copied']}>
              {copied ? t('case.copied') : ''}
            </span>
          </>
        )}
      </CopyButton>
    </span>
  );
}
