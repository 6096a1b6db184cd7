// Placeholders of the same size as what is awaited, shown only when waiting is long enough to be noticed.
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';

/** Nothing for 150 ms, then its children. */
export function Delayed({ children }: { children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return <div style={due ? undefined : { visibility: 'hidden' }}>{children}</div>;
}

/** `rows` lines of `height` pixels: give the height of the real rows, so that nothing jumps. */
export function RowsSkeleton({ rows = 6, height = 56 }: { rows?: number; height?: number }) {
  const t = useT();
  return (
    <Delayed>
      <Stack gap={8} aria-busy>
        <VisuallyHidden role="status">{t('ui.loading')}</VisuallyHidden>
        {Array.from({ length: rows }, (_, index) => (
          <Skeleton key={index} height={height - 8} radius="sm" />
        ))}
      </Stack>
    </Delayed>
  );
}

export function TextSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <Delayed>
      <Stack gap={10} aria-busy>
        {Array.from({ length: lines }, (_, index) => (
          <Skeleton key={index} height={14} width={index === lines - 1 ? '55%' : '100%'} radius="sm" />
        ))}
      </Stack>
    </Delayed>
  );
}
