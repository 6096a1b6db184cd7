// The values of an instance as they stand, and the way to set them right.
import { Button, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { SetValuesDialog } from './set-values-dialog.tsx';
import type { Instance } from './use-processes.ts';
import { rowsOf } from './value-rows.tsx';

export function InstanceValues({ instance, maySet }: { instance: Instance; maySet: boolean }) {
  const t = useT();
  const [setting, setSetting] = useState(false);
  const values = rowsOf(instance.scopes[0]?.variables ?? {});
  if (values.length === 0 && !maySet) return null;
  return (
    <section aria-labelledby="values-title">
      <Title order={3} size="h4" id="values-title">
        {t('instance.values')}
      </Title>
      {values.length > 0 ? (
        <Facts>
          {values.map(({ name, value }) => (
            <Fact key={name} term={name}>
              <bdi>{value}</bdi>
            </Fact>
          ))}
        </Facts>
      ) : null}
      {maySet ? (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={() => setSetting(true)}
        >
          {t('instance.set-values')}
        </Button>
      ) : null}
      {setting ? <SetValuesDialog instance={instance} onClose={() => setSetting(false)} /> : null}
    </section>
  );
}
