// The frame of the pages before signing in: the mark, a narrow column, and the language switch.
import { Group, Text, Title, UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { languageNames } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { LateOverlay } from '#web/ui/late-overlay.tsx';
import classes from './front-page.module.css';
import { Mark } from './mark.tsx';

const languageMenu = async () => (await import('./front-language-menu.tsx')).FrontLanguageMenu;

export type FrontPageProps = { title: string; purpose?: ReactNode; wide?: boolean; children: ReactNode };

export function FrontPage({ title, purpose, wide, children }: FrontPageProps) {
  const t = useT();
  const current = useLanguage();
  useEffect(() => {
    document.title = `${title} · Rida`;
  }, [title]);
  return (
    <div className={classes['front']}>
      <header className={classes['bar']}>
        <Group gap={10}>
          <Mark />
          <Text fw={650} size="lg">
            {t('app.name')}
          </Text>
        </Group>
        <LateOverlay load={languageMenu} with={{}} popup="menu">
          <UnstyledButton
            className={classes['language'] ?? ''}
            aria-label={`${t('app.language')}: ${languageNames[current]}`}
          >
            <IconLanguage size={20} aria-hidden />
            <span lang={current}>{languageNames[current]}</span>
          </UnstyledButton>
        </LateOverlay>
      </header>
      <main className={classes['main']} data-wide={wide || undefined}>
        <Title order={1}>{title}</Title>
        {purpose ? (
          <Text c="dimmed" mb="lg">
            {purpose}
          </Text>
        ) : null}
        {children}
      </main>
    </div>
  );
}
