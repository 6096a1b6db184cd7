// The lists of demography: what may be said of age, income, education and social group.
import { Badge, Button, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChoiceList, type CustomerChoice } from '#contract/customer-record.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { ChoiceDialog, type ChoiceListName } from './choice-dialog.tsx';
import { choicesQuery } from './use-lists.ts';

export function ChoiceSettings() {
  const t = useT();
  const text = useLocaleText();
  const choices = useQuery(choicesQuery);
  const [open, setOpen] = useState<{ list: ChoiceListName; choice: CustomerChoice | null } | null>(null);
  return (
    <>
      <ErrorNote error={choices.error} retry={() => void choices.refetch()} />
      {choices.isPending ? <RowsSkeleton /> : null}
      {choices.data
        ? ChoiceList.options.map((list) => (
            <section key={list} aria-labelledby={`list-${list}`}>
              <Group justify="space-between" mt="lg" mb="xs">
                <Title order={2} size="h3" id={`list-${list}`}>
                  {t(`customer.list.${list}`)}
                </Title>
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => setOpen({ list, choice: null })}
                >
                  {t(`customer.add-to.${list}`)}
                </Button>
              </Group>
              <RowList>
                {choices.data.items
                  .filter((choice) => choice.list === list)
                  .map((choice) => (
                    <li key={choice.id}>
                      <Button variant="transparent" px={0} h="auto" onClick={() => setOpen({ list, choice })}>
                        <bdi>{text(choice.name)}</bdi>
                      </Button>
                      {choice.active ? null : (
                        <Badge variant="default" tt="none">
                          {t('customer.retired')}
                        </Badge>
                      )}
                    </li>
                  ))}
              </RowList>
            </section>
          ))
        : null}
      {open ? <ChoiceDialog {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
