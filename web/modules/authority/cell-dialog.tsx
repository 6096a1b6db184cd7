// The rules of one position for one action: from when, by whom, and the way to end one.
import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuthorityAction } from '#contract/authority.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { refreshAuthority, useRuleWords } from './use-authority.ts';
import type { WireRule } from './wire.ts';

type CellDialogProps = { action: AuthorityAction; title: string; rules: readonly WireRule[]; onClose: () => void };

export function CellDialog({ action, title, rules, onClose }: CellDialogProps) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  const mayManage = useMay('authority.manage');
  const [ending, setEnding] = useState<WireRule | null>(null);
  const end = useMutation({
    mutationFn: (id: string) => api.authority.endRule({ id }),
    onSuccess: async () => {
      await refreshAuthority();
      setEnding(null);
      if (rules.length === 1) onClose();
    },
  });
  if (ending)
    return (
      <ConfirmDialog
        opened
        title={t('authority.end-rule')}
        confirmLabel={t('authority.end-rule')}
        danger
        busy={end.isPending}
        error={end.error}
        onClose={() => setEnding(null)}
        onConfirm={() => end.mutate(ending.id)}
      >
        {t('authority.end-rule-explain')}
      </ConfirmDialog>
    );
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Stack>
        <RowList aria-label={title}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <span>
                {words.limit(rule, action.hasAmount)} · {words.scope(rule)}
                <Text size="sm" c="dimmed">
                  {t('authority.from-day', { day: format.date(rule.from) })}
                  {rule.until ? ` · ${t('authority.until-day', { day: format.date(rule.until) })}` : ''}
                  {rule.madeBy ? ` · ${t('authority.made-by', { name: rule.madeBy })}` : ''}
                </Text>
              </span>
              {mayManage ? (
                <Button variant="default" size="compact-md" onClick={() => setEnding(rule)}>
                  {t('authority.end-rule')}
                </Button>
              ) : null}
            </li>
          ))}
        </RowList>
      </Stack>
    </Dialog>
  );
}
