// The panel of filters below its button.
import { Popover } from '@mantine/core';
import { cloneElement, type HTMLAttributes, type ReactElement } from 'react';
import { useT } from '#web/lib/i18n.ts';
import type { OverlayProps } from '#web/ui/late-overlay.tsx';
import type { CaseSearch } from './case-search.ts';
import { FilterPanel } from './filter-panel.tsx';

export function FilterPopover({ opened, onChange, target, search }: OverlayProps & { search: CaseSearch }) {
  const t = useT();
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      width="min(560px, calc(100vw - 24px))"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        {cloneElement(target as ReactElement<HTMLAttributes<HTMLElement>>, { onClick: () => onChange(!opened) })}
      </Popover.Target>
      <Popover.Dropdown aria-label={t('case.filter')}>
        <FilterPanel search={search} />
      </Popover.Dropdown>
    </Popover>
  );
}
