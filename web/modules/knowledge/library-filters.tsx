// The filters of the library: words, kind, topic, and for those who write the state.
import { Chip, Group, Select } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { SearchBox } from '#web/ui/search-box.tsx';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { documentKinds, listStates } from './choices.ts';
import classes from './knowledge.module.css';
import type { LibrarySearch } from './library-search.ts';
import { useTopics } from './use-knowledge.ts';

export type LibraryFiltersProps = {
  search: LibrarySearch;
  onShow: (change: Partial<LibrarySearch>) => void;
  /** Beside an open document there is room for the search and the filters in force only. */
  narrow: boolean;
};

export function LibraryFilters({ search, onShow, narrow }: LibraryFiltersProps) {
  const t = useT();
  const topics = useTopics();
  // Whoever approves writes too.
  const writes = useMay('knowledge.write');
  const shows = (value: string | undefined) => !narrow || value !== undefined;
  return (
    <div className={classes['filters']} data-narrow={narrow || undefined}>
      <SearchBox label={t('knowledge.search')} value={search.q ?? ''} onChange={(q) => onShow({ q: q || undefined })} />
      {shows(search.kind) ? (
        <Select
          aria-label={t('knowledge.kind')}
          placeholder={t('knowledge.kind.any')}
          clearable
          data={documentKinds.map((value) => ({ value, label: t(`knowledge.kind.${value}`) }))}
          value={search.kind ?? null}
          onChange={(kind) => onShow({ kind: (kind as LibrarySearch['kind']) ?? undefined })}
        />
      ) : null}
      {shows(search.topic) ? (
        <TreeSelect
          aria-label={t('knowledge.topic')}
          placeholder={t('knowledge.topic.any')}
          clearable
          entries={topics.map((topic) => ({ ...topic, sortOrder: topic.order }))}
          value={search.topic ?? null}
          onChange={(topic) => onShow({ topic: topic ?? undefined })}
        />
      ) : null}
      {writes && shows(search.state) ? (
        <Select
          aria-label={t('knowledge.state')}
          placeholder={t('knowledge.state.any')}
          clearable
          data={listStates.map((value) => ({ value, label: t(`knowledge.state.${value}`) }))}
          value={search.state ?? null}
          onChange={(state) => onShow({ state: (state as LibrarySearch['state']) ?? undefined })}
        />
      ) : null}
      {writes && shows(search.only) ? (
        <Group gap={8}>
          {(['mine', 'review-due'] as const).map((only) => (
            <Chip
              key={only}
              variant="outline"
              checked={search.only === only}
              onChange={(on) => onShow({ only: on ? only : undefined })}
            >
              {t(`knowledge.only.${only}`)}
            </Chip>
          ))}
        </Group>
      ) : null}
    </div>
  );
}
