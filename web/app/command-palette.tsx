// The command palette: pages, commands and things, found in any of the three languages and any spelling.
import '@mantine/spotlight/styles.css';
import { Modal, VisuallyHidden } from '@mantine/core';
import { Spotlight, createSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { commandMatches, paletteCommands, paletteSearches } from './palette-commands.ts';
import { useSession } from '#web/lib/session.ts';

const [store, spotlight] = createSpotlight();

export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const go = useNavigate();
  const { permissions } = useSession();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const commands =
    useQuery({ queryKey: ['palette-commands'], queryFn: paletteCommands, staleTime: Number.POSITIVE_INFINITY }).data ??
    [];
  const found = useQuery({
    queryKey: ['palette', wanted],
    enabled: wanted.length > 1,
    queryFn: ({ signal }) => paletteSearches(permissions, wanted, signal),
  }).data;

  useEffect(() => (open ? spotlight.open() : spotlight.close()), [open]);

  const shown = commands.filter(
    (command) => (!command.permission || permissions.includes(command.permission)) && commandMatches(command, text),
  );
  const groups = wanted.length > 1 ? (found ?? []) : [];
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={420}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 100 }}
    >
      <VisuallyHidden>
        <Modal.Title>{t('app.search')}</Modal.Title>
      </VisuallyHidden>
      <Spotlight.Search
        placeholder={t('app.search-placeholder')}
        aria-label={t('app.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        dir="auto"
      />
      <Spotlight.ActionsList>
        {shown.length > 0 ? (
          <Spotlight.ActionsGroup label={t('app.commands')}>
            {shown.map(({ id, label, icon: Icon, to, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
                onClick={() => (to ? void go({ to }) : run?.())}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {groups.map(({ search, hits }) =>
          hits.length > 0 ? (
            <Spotlight.ActionsGroup key={search.id} label={t(search.headingKey)}>
              {hits.map((hit) => (
                <Spotlight.Action
                  key={hit.id}
                  label={hit.label}
                  description={hit.hint ?? ''}
                  leftSection={<search.icon size={20} stroke={1.6} aria-hidden />}
                  onClick={() => void go({ to: hit.to })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ) : null,
        )}
        {shown.length === 0 && groups.every(({ hits }) => hits.length === 0) ? (
          <Spotlight.Empty>{t('ui.nothing-found')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
