// Says honestly that a part of the record is not shown to this reader, and which.
import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { FieldClass } from '#contract/customer-record.ts';
import { useT } from '#web/lib/i18n.ts';

export function HiddenNote({ classes }: { classes: readonly FieldClass[] }) {
  const t = useT();
  if (classes.length === 0) return null;
  return (
    <Alert variant="light" color="gray" icon={<IconEyeOff aria-hidden />} mb="sm">
      {t('customer.hidden-note', {
        classes: classes.map((one) => t(`customer.class.${one}`)).join(t('customer.list-joint')),
      })}
    </Alert>
  );
}
