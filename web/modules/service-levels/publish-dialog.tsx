// The step before a policy is published: which cases it holds for, and what it costs the customers it does not favour.
import { Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { CostText } from './cost-text.tsx';
import type { PolicyCost } from './policy-wire.ts';

const choices = ['new', 'open'] as const;
export type Decision = { appliesTo: (typeof choices)[number] };

type PublishDialogProps = {
  cost: PolicyCost;
  onAnswer: (decision: Decision | null) => void;
};

export function PublishDialog({ cost, onAnswer }: PublishDialogProps) {
  const t = useT();
  const [appliesTo, setAppliesTo] = useState<Decision['appliesTo']>('new');
  return (
    <Dialog opened onClose={() => onAnswer(null)} size="lg" title={t('service-policy.publish-title')}>
      <Stack gap="lg">
        {cost.favoursSegments ? <CostText cost={cost} /> : null}
        <Radio.Group
          label={t('service-policy.applies-to')}
          value={appliesTo}
          onChange={(value) => setAppliesTo(choices.find((one) => one === value) ?? 'new')}
        >
          <Stack gap="xs" mt="xs">
            {choices.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`service-policy.applies-to.${value}`)}
                description={
                  value === 'new'
                    ? t('service-policy.applies-to-hint.new')
                    : `${t('service-policy.takes-over', { count: cost.takesOver })} ${t('service-policy.applies-to-hint.open')}`
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onAnswer(null)}>
            {t('service-policy.back-to-form')}
          </Button>
          <Button onClick={() => onAnswer({ appliesTo })}>{t('service-policy.publish')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
