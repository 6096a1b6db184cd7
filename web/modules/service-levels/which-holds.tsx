// Somebody else saved the same thing meanwhile: what was typed stays, and a person decides which holds.
import { Alert, Button, Group, Text } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';

type WhichHoldsProps = {
  theirs: { changedAt: string; changedBy: string | null };
  /** Pressed before the form is sent again. */
  onMine: () => void;
  onTheirs: () => void;
};

export function WhichHolds({ theirs, onMine, onTheirs }: WhichHoldsProps) {
  const t = useT();
  return (
    <Alert variant="light" color="yellow" title={t('working-calendar.which-holds')}>
      <Text>
        {t('working-calendar.changed')} <DateText value={theirs.changedAt} show="relative" />
        {theirs.changedBy ? (
          <>
            {' '}
            · <bdi>{theirs.changedBy}</bdi>
          </>
        ) : null}
      </Text>
      <Group gap="xs" mt="xs">
        <Button type="submit" variant="default" onClick={onMine}>
          {t('working-calendar.keep-mine')}
        </Button>
        <Button variant="default" onClick={onTheirs}>
          {t('working-calendar.take-theirs')}
        </Button>
      </Group>
    </Alert>
  );
}
