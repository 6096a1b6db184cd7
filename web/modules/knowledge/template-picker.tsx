// Chooses a reply template by its name: those of the case's language, kind and category first.
import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconMessage2Bolt } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import classes from './knowledge.module.css';

export type TemplatePickerProps = {
  language: Language;
  kind: z.infer<typeof CaseKind> | null;
  categoryId: string | null;
  onPick: (templateId: string) => void;
};

export function TemplatePicker({ language, kind, categoryId, onPick }: TemplatePickerProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width="min(420px, calc(100vw - 24px))" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconMessage2Bolt size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('reply-template.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reply-template.title')}>
        <Offered
          language={language}
          kind={kind}
          categoryId={categoryId}
          onPick={(id) => {
            setOpened(false);
            onPick(id);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Offered({ language, kind, categoryId, onPick }: TemplatePickerProps) {
  const t = useT();
  const [q, setQ] = useState('');
  const query = useQuery({
    ...orpc.replyTemplates.list.queryOptions({
      input: {
        ...(q ? { q } : {}),
        language,
        ...(kind ? { caseKind: kind } : {}),
        ...(categoryId ? { categoryId } : {}),
        limit: 50,
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="xs">
      <SearchBox label={t('reply-template.search')} value={q} onChange={setQ} />
      <ErrorNote error={query.error} />
      {query.data?.items.length === 0 ? <Text c="dimmed">{t('reply-template.none-here')}</Text> : null}
      <ul className={classes['list']} aria-label={t('reply-template.title')}>
        {query.data?.items.map((one) => (
          <li key={one.id}>
            <OpenRow onOpen={() => onPick(one.id)}>
              <bdi>{one.name}</bdi>
            </OpenRow>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
