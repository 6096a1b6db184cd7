// What the command palette finds in knowledge: documents in force by their words.
import { IconBooks } from '@tabler/icons-react';
import { api } from '#web/lib/api.ts';
import { findMessage } from '#web/lib/i18n.ts';
import type { PaletteSearch } from '#web/lib/web-module.ts';

export const knowledgeSearches: readonly PaletteSearch[] = [
  {
    id: 'knowledge',
    headingKey: 'knowledge.title',
    icon: IconBooks,
    permission: 'knowledge.read',
    find: async (text, signal) => {
      const { items } = await api.knowledge.search({ q: text, limit: 6 }, { signal });
      return items
        .filter(({ kind }) => kind !== 'reply-template')
        .map(({ id, title, kind }) => {
          const hint = findMessage(`knowledge.kind.${kind}`);
          return { id, label: title, to: `/knowledge?document=${id}`, ...(hint ? { hint } : {}) };
        });
    },
  },
];
