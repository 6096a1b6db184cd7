// Adds a field: its type is chosen from a list in groups.
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { FieldType } from '#kernel/forms/form-definition.ts';
import { useT } from '#web/lib/i18n.ts';
import { typeGroups, typeIcons } from './field-types.ts';

export function AddField({ onAdd }: { onAdd: (type: FieldType) => void }) {
  const t = useT();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} style={{ justifySelf: 'start' }}>
          {t('form.add-field')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {typeGroups.map(({ name, types }) => (
          <div key={name} role="group" aria-label={t(`form.types.${name}`)}>
            <Menu.Label>{t(`form.types.${name}`)}</Menu.Label>
            {types.map((type) => {
              const Icon = typeIcons[type];
              return (
                <Menu.Item key={type} leftSection={<Icon size={16} aria-hidden />} onClick={() => onAdd(type)}>
                  {t(`form.type.${type}`)}
                </Menu.Item>
              );
            })}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
