// The tree of regions: a country is chosen, its provinces and their cities stand below it.
import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Region } from '#contract/customer-record.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useSession } from '#web/lib/session.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RegionDialog } from './region-dialog.tsx';
import { regionsQuery } from './use-lists.ts';

type Open = { region: Region | null; parentId: string | null };

export function RegionSettings() {
  const t = useT();
  const text = useLocaleText();
  const { organisation } = useSession();
  const regions = useQuery(regionsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const all = regions.data?.items ?? [];
  const countries = all.filter((region) => region.level === 'country');
  const country =
    countries.find((one) => one.id === chosen) ??
    countries.find((one) => one.code === organisation.country) ??
    countries[0];
  const below = (id: string) => all.filter((region) => region.parentId === id);
  return (
    <>
      <ErrorNote error={regions.error} retry={() => void regions.refetch()} />
      {regions.isPending ? <RowsSkeleton /> : null}
      {regions.data ? (
        <Group align="flex-end" mb="sm">
          <Select
            label={t('customer.country')}
            data={countries.map(({ id, name }) => ({ value: id, label: text(name) }))}
            value={country?.id ?? null}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpen({ region: null, parentId: null })}
          >
            {t('customer.add-country')}
          </Button>
          {country ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setOpen({ region: null, parentId: country.id })}
            >
              {t('customer.add-province')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <RowList>
        {country
          ? below(country.id).map((province) => (
              <li key={province.id}>
                <div>
                  <RegionLine region={province} onOpen={() => setOpen({ region: province, parentId: country.id })} />
                  <Group gap="sm">
                    {below(province.id).map((city) => (
                      <RegionLine
                        key={city.id}
                        region={city}
                        onOpen={() => setOpen({ region: city, parentId: province.id })}
                      />
                    ))}
                  </Group>
                </div>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('customer.add-city-in', { name: text(province.name) })}
                  onClick={() => setOpen({ region: null, parentId: province.id })}
                >
                  {t('customer.add-city')}
                </Button>
              </li>
            ))
          : null}
      </RowList>
      {open ? <RegionDialog {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function RegionLine({ region, onOpen }: { region: Region; onOpen: () => void }) {
  const t = useT();
  const text = useLocaleText();
  return (
    <Group gap={8}>
      <Button variant="transparent" px={0} h="auto" mih={24} onClick={onOpen}>
        <bdi>{text(region.name)}</bdi>
      </Button>
      {region.code ? (
        <Text size="sm" c="dimmed">
          <Ltr>{region.code}</Ltr>
        </Text>
      ) : null}
      {region.active ? null : (
        <Badge variant="default" tt="none">
          {t('customer.retired')}
        </Badge>
      )}
    </Group>
  );
}
