// Categories under the ones above them; each row says where its cases go and who sees it.
import { Text } from '@mantine/core';
import { IconEyeOff, IconPlayerPause } from '@tabler/icons-react';
import { UnitName } from '#web/modules/organisation/index.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { OpenRow } from '#web/ui/open-row.tsx';
import classes from './catalogue.module.css';
import type { Category } from './use-catalogue.ts';

export type CategoryListProps = {
  categories: readonly Category[];
  openId: string | undefined;
  onOpen: (id: string) => void;
};

export function CategoryList({ categories, openId, onOpen }: CategoryListProps) {
  const known = new Set(categories.map(({ id }) => id));
  const below = (parentId: string | null) =>
    categories.filter((category) =>
      parentId === null ? !category.parentId || !known.has(category.parentId) : category.parentId === parentId,
    );
  const list = (parentId: string | null) => {
    const here = below(parentId);
    if (here.length === 0) return null;
    return (
      <ul className={classes['list']}>
        {here.map((category) => (
          <li key={category.id}>
            <Row category={category} open={category.id === openId} onOpen={() => onOpen(category.id)} />
            {list(category.id)}
          </li>
        ))}
      </ul>
    );
  };
  return list(null);
}

function Row({ category, open, onOpen }: { category: Category; open: boolean; onOpen: () => void }) {
  const t = useT();
  const text = useLocaleText();
  return (
    <OpenRow open={open} onOpen={onOpen} data-out={!category.active || undefined}>
      <span className={classes['name']}>
        <bdi>{text(category.name)}</bdi>
      </span>
      <span className={classes['facts']}>
        <Text span size="sm" c="dimmed">
          {category.kinds.length === 0
            ? t('catalogue.any-kind')
            : category.kinds.map((kind) => t(`catalogue.kind.${kind}`)).join(' · ')}
        </Text>
        <Text span size="sm" c="dimmed">
          {category.unitId ? <UnitName id={category.unitId} /> : t('catalogue.no-unit')}
        </Text>
        {category.inPortal ? null : (
          <Text span size="sm" c="dimmed">
            <IconEyeOff size={15} stroke={1.6} aria-hidden /> {t('catalogue.staff-only')}
          </Text>
        )}
        {category.active ? null : (
          <Text span size="sm" c="dimmed">
            <IconPlayerPause size={15} stroke={1.6} aria-hidden /> {t('catalogue.out-of-use')}
          </Text>
        )}
      </span>
    </OpenRow>
  );
}
