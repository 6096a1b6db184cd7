// What the command palette finds here: processes by name or key.
import { IconSitemap } from '@tabler/icons-react';
import { api } from '#web/lib/api.ts';
import { localeText } from '#web/lib/locale-text.ts';
import { pageLanguage } from '#web/lib/direction.ts';
import type { PaletteSearch } from '#web/lib/web-module.ts';

export const processSearches: readonly PaletteSearch[] = [
  {
    id: 'processes',
    headingKey: 'process.title',
    icon: IconSitemap,
    permission: 'process.view',
    find: async (text, signal) => {
      const { items } = await api.processes.listModels({ q: text, limit: 6 }, { signal });
      return items.map(({ id, name, key }) => ({
        id,
        label: localeText(name, pageLanguage()),
        hint: key,
        to: `/processes/${id}`,
      }));
    },
  },
];
