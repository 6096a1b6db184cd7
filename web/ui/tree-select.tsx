// A select over a tree (units, categories): indented in its order, found by normalised text of the whole way.
import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from '@mantine/core';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { LocaleText } from '#contract/common.ts';
import { localeText } from '#web/lib/locale-text.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';

export type TreeSelectEntry = { id: string; parentId: string | null; name: LocaleText; sortOrder?: number };
export type TreeSelectProps = Omit<SelectProps, 'data' | 'filter' | 'renderOption'> & {
  entries: readonly TreeSelectEntry[];
};

type Placed = { id: string; label: string; depth: number; way: string };

export function TreeSelect({ entries, ...props }: TreeSelectProps) {
  return <Select searchable {...props} {...useTreeOptions(entries)} />;
}

/** What a list to choose from needs to show a tree; for one or several. */
export function useTreeOptions(entries: readonly TreeSelectEntry[]) {
  const language = useLanguage();
  const t = useT();
  const placed = place(entries, (entry) => localeText(entry.name, language));
  const byId = new Map(placed.map((entry) => [entry.id, entry]));
  const filter: OptionsFilter = ({ options, search }) => {
    const wanted = normaliseText(search);
    return options.filter(
      (option) => 'value' in option && normaliseText(byId.get(String(option.value))?.way ?? '').includes(wanted),
    );
  };
  return {
    nothingFoundMessage: t('ui.nothing-found'),
    data: placed.map(({ id, label }) => ({ value: id, label })),
    filter,
    renderOption: ({ option }: { option: ComboboxItem }) => (
      <span style={{ paddingInlineStart: (byId.get(option.value)?.depth ?? 0) * 16 }}>{option.label}</span>
    ),
  };
}

/** Children after their parent; an entry whose parent is not there stands at the top. */
function place(entries: readonly TreeSelectEntry[], name: (entry: TreeSelectEntry) => string): Placed[] {
  const known = new Set(entries.map((entry) => entry.id));
  const children = Map.groupBy(entries, (entry) => (entry.parentId && known.has(entry.parentId) ? entry.parentId : ''));
  const walk = (parent: string, depth: number, way: string): Placed[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0))
      .flatMap((entry) => {
        const label = name(entry);
        const here = `${way} ${label}`;
        return [{ id: entry.id, label, depth, way: here }, ...walk(entry.id, depth + 1, here)];
      });
  return walk('', 0, '');
}
