// What a web module contributes to the app: pages, places in the navigation, commands and searches of the palette.
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { MessageKey } from './messages.ts';
import type { NotificationKind } from './notification-kinds.ts';
import type { Panel } from './slots.ts';

export type Section = 'serve' | 'run' | 'listen' | 'improve' | 'direct' | 'settings';
export type Icon = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;

export type NavigationEntry = {
  section: Section;
  labelKey: MessageKey;
  /** Path of one of the module's routes. */
  to: string;
  icon: Icon;
  /** Not shown without it. */
  permission?: string;
  /** Within the section, small first. */
  order: number;
};

export type PaletteCommand = {
  id: string;
  /** Found in all three languages, whichever is shown. */
  labelKey: MessageKey;
  icon: Icon;
  permission?: string;
  /** A page to go to … */
  to?: string;
  /** … or something to do. */
  run?: () => void;
};

export type PaletteHit = { id: string; label: string; hint?: string; to: string };

/** Finds things by what was typed, such as cases by number; `headingKey` stands above its hits. */
export type PaletteSearch = {
  id: string;
  headingKey: MessageKey;
  icon: Icon;
  permission?: string;
  find: (text: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>;
};

export type WebModule = {
  name: string;
  routes: readonly AnyRoute[];
  navigation?: readonly NavigationEntry[];
  commands?: readonly PaletteCommand[];
  searches?: readonly PaletteSearch[];
  /** By type, such as `clock.breached`: how notices to staff read and where they lead. */
  notifications?: Readonly<Record<string, NotificationKind>>;
  /** What it shows in pages of lower modules. */
  panels?: readonly Panel[];
};
