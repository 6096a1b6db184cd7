// Where a rule is written: title, clause, and the way to it.
import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import classes from './source-line.module.css';

type Source = { title: string; clause: string | null; url: string | null };

export function SourceLine({ source: { title, clause, url } }: { source: Source }) {
  const t = useT();
  const words = (
    <bdi>
      {title}
      {clause ? `, ${clause}` : ''}
    </bdi>
  );
  return (
    <span className={classes['source']}>
      {t('regime.source')}{' '}
      {url ? (
        <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
          {words} <IconExternalLink size={13} data-flips aria-hidden />
        </Anchor>
      ) : (
        words
      )}
    </span>
  );
}
