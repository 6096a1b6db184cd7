// One part of what surrounds a case, under its heading.
import { type ReactNode, useId } from 'react';
import { Title } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import type { MessageKey } from '#web/lib/messages.ts';

export function Part({ titleKey, children }: { titleKey: MessageKey; children: ReactNode }) {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h4" mb={6} id={id}>
        {t(titleKey)}
      </Title>
      {children}
    </section>
  );
}
