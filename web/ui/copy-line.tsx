// A value to be taken elsewhere (a link, a key): shown whole, always left to right, with a button that copies it.
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import classes from './copy-line.module.css';

/** `label` names the value for screen readers; `shown` is how it is written when that differs from what is copied. */
export function CopyLine({ label, value, shown }: { label: string; value: string; shown?: string }) {
  const t = useT();
  const { copied, copy } = useClipboard({ timeout: 2500 });
  return (
    <div className={classes['line']}>
      <output aria-label={label} dir="ltr" className={classes['value']}>
        {shown ?? value}
      </output>
      <Button
        variant="default"
        leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        onClick={() => copy(value)}
      >
        <span aria-live="polite">{t(copied ? 'ui.copied' : 'ui.copy')}</span>
      </Button>
    </div>
  );
}
