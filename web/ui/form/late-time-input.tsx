// The field for a time of day, loaded when the first one is shown.
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { pageLanguage } from '#web/lib/direction.ts';
import type { TimeInputProps } from './time-input.tsx';

const Loaded = lazy(async () => {
  // As for days: the dictionary must be in place before the first of its components is drawn.
  if (pageLanguage() === 'fa') (await import('./persian-date-strings.ts')).installPersianDateStrings();
  return { default: (await import('./time-input.tsx')).TimeInput };
});

export function TimeInput(props: TimeInputProps) {
  return (
    <Suspense fallback={<Skeleton height={36} width={96} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
