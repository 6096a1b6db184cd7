// The organisation's own account (OpenID Connect) on the sign-in page: the way there, and why it did not let somebody in.
import { Alert, Button, Divider, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { singleSignOnAddress } from '#web/lib/auth.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';

/** Nothing where the installation has none. */
export function SingleSignOn({ next }: { next: string }) {
  const t = useT();
  const status = useQuery(orpc.organisation.setupStatus.queryOptions({ input: {} }));
  const leave = useMutation({
    mutationFn: () => singleSignOnAddress({ next }),
    onSuccess: (address) => location.assign(address),
  });
  if (!status.data?.singleSignOn) return null;
  return (
    <Stack gap="md" mt="lg">
      <Divider label={t('app.or')} />
      <ErrorNote error={leave.error} />
      {/* Busy until the other page is there. */}
      <Button variant="default" fullWidth loading={leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
        {t('app.single-sign-on')}
      </Button>
    </Stack>
  );
}

/** `error` is the sign-in service's own word. */
export function SingleSignOnRefusal({ error }: { error: string }) {
  const t = useT();
  return (
    <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle aria-hidden />} mb="md">
      {t(reasons[error] ?? 'app.single-sign-on-failed')}
    </Alert>
  );
}

const reasons: Record<string, 'app.single-sign-on-unknown' | 'app.single-sign-on-unproven'> = {
  signup_disabled: 'app.single-sign-on-unknown',
  account_not_linked: 'app.single-sign-on-unproven',
};
