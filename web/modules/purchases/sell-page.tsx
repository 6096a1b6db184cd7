// A dealer enters a buyer at the sale: one screen, made for a phone, for half a minute.
import { Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { IconPackage } from '@tabler/icons-react';
import classes from './sell.module.css';
import { SellForm } from './sell-form.tsx';
import type { Sale } from './use-sale.ts';

export function SellPage() {
  const t = useT();
  // Kept for a day, so that the form opens without a connection once it was there.
  const form = useQuery(orpc.purchases.saleForm.queryOptions({ input: {}, staleTime: 300_000, gcTime: 86_400_000 }));
  const [sold, setSold] = useState<Sale | null>(null);
  return (
    <Page title={t('sale.enter')} {...(form.data ? { purpose: form.data.dealer.name } : {})} width="reading">
      <ErrorNote error={form.data ? null : form.error} retry={() => void form.refetch()} />
      {form.isPending ? <TextSkeleton lines={10} /> : null}
      {form.data && form.data.products.length === 0 ? (
        <EmptyState icon={IconPackage} title={t('sale.no-products')} hint={t('sale.no-products-hint')} />
      ) : null}
      {form.data && form.data.products.length > 0 ? (
        sold ? (
          <Entered sale={sold} onNext={() => setSold(null)} />
        ) : (
          <SellForm choices={form.data} onSold={setSold} />
        )
      ) : null}
    </Page>
  );
}

function Entered({ sale, onNext }: { sale: Sale; onNext: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <Stack className={classes['entered'] ?? ''} align="flex-start">
      <div role="status">
        <IconCircleCheck size={40} stroke={1.4} aria-hidden className={classes['tick']} />
        <Text fw={650} size="lg">
          {t('sale.entered')}
        </Text>
        <Text>
          <bdi>{sale.buyer.name}</bdi> · <bdi>{text(sale.product.name)}</bdi> · <DateText value={sale.boughtOn} />
        </Text>
      </div>
      <Button ref={next} size="lg" fullWidth onClick={onNext}>
        {t('sale.next')}
      </Button>
    </Stack>
  );
}
