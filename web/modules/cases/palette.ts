// What the command palette finds in cases: cases by number, tracking code or words, and the usual views as commands.
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { isolateLtr } from '#kernel/text/isolate.ts';
import { api } from '#web/lib/api.ts';
import type { PaletteCommand, PaletteSearch } from '#web/lib/web-module.ts';

const permission = 'case.read';

export const caseCommands: readonly PaletteCommand[] = [
  { id: 'case.register', labelKey: 'case.register', icon: IconPlus, permission: 'case.register', to: '/cases/new' },
  ...(['mine', 'unassigned', 'open', 'claimed', 'disputed', 'overdue', 'all'] as const).map((view): PaletteCommand => ({
    id: `case.view.${view}`,
    labelKey: `case.command.${view}`,
    icon: IconInbox,
    permission,
    to: `/cases/views/${view}`,
  })),
];

export const caseSearches: readonly PaletteSearch[] = [
  {
    id: 'cases',
    headingKey: 'case.title',
    icon: IconInbox,
    permission,
    find: async (text, signal) => {
      const { items } = await api.cases.list({ q: text, limit: 6 }, { signal });
      return items.map((row) => ({
        id: row.id,
        label: row.subject,
        hint: `${isolateLtr(row.number)} · ${row.customer.name}`,
        to: `/cases/${row.id}`,
      }));
    },
  },
];
