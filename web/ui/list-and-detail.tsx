// A list with the thing that is open beside it; where there is no room, the thing takes the place of the list, with a way back.
import { CloseButton, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useT } from '#web/lib/i18n.ts';
import classes from './list-and-detail.module.css';

export type Detail = {
  /** Changes when another thing is opened. */
  id: string;
  title: ReactNode;
  content: ReactNode;
};

export type ListAndDetailProps = {
  children: ReactNode;
  detail: Detail | null;
  onClose: () => void;
  /** How much room the thing takes: a column, most of the page, or all of it, and then it is left by its button only. */
  room?: 'column' | 'most' | 'all';
};

export function ListAndDetail({ children, detail, onClose, room = 'column' }: ListAndDetailProps) {
  const t = useT();
  const panel = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const before = useRef(detail?.id ?? null);
  const id = detail?.id ?? null;

  // The keyboard follows: into what was opened, and back to where it was opened from.
  useEffect(() => {
    if (before.current === id) return;
    if (id !== null) {
      if (before.current === null) opener.current = document.activeElement as HTMLElement | null;
      panel.current?.focus({ preventScroll: true });
    } else if (opener.current?.isConnected) opener.current.focus({ preventScroll: true });
    // A long list draws its rows anew when it comes back: the list itself is near enough.
    else list.current?.focus({ preventScroll: true });
    before.current = id;
  }, [id]);

  const leave = useEffectEvent((event: KeyboardEvent) => {
    // A dialog, a menu or a list in it has an Escape of its own.
    if (event.code === 'Escape' && !event.defaultPrevented && room !== 'all') onClose();
  });
  useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent) => leave(event);
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [id]);

  return (
    <div className={classes['both']} data-open={detail ? true : undefined} data-room={room}>
      <div ref={list} tabIndex={-1} className={classes['list']}>
        {children}
      </div>
      {detail ? (
        <section ref={panel} tabIndex={-1} className={classes['detail']} aria-labelledby="detail-title">
          <Group justify="space-between" align="flex-start" wrap="nowrap" mb="md">
            <Title order={2} id="detail-title" className={classes['title'] ?? ''}>
              {detail.title}
            </Title>
            <CloseButton size="lg" aria-label={t('ui.close')} onClick={onClose} />
          </Group>
          {detail.content}
        </section>
      ) : null}
    </div>
  );
}
