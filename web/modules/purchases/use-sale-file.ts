// A file of sales on its way: sent to be read, shown, and entered a few rows at a time, so that a broken connection loses nothing.
import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { SaleFile } from '#contract/purchases.ts';
import { api } from '#web/lib/api.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { upload } from '#web/lib/upload.ts';

export type SaleFileRow = SaleFile['rows'][number];
type Entered = Awaited<ReturnType<typeof api.purchases.recordSales>>['rows'][number];

const atOnce = 25;

export function useSaleFile() {
  /** A file that is leaving this device, and how much of it has. */
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [file, setFile] = useState<SaleFile | null>(null);
  const [entered, setEntered] = useState<ReadonlyMap<number, Entered>>(new Map());
  const [entering, setEntering] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const cancel = useRef<AbortController | null>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  async function read(chosen: File): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    const abort = new AbortController();
    cancel.current = abort;
    forget();
    const progress = (share: number): void => setSending({ name: chosen.name, share });
    progress(0);
    try {
      setFile(await upload<SaleFile>('/api/sales/files', chosen, { signal: abort.signal, progress }));
    } catch (refusal) {
      if (!abort.signal.aborted) setError(refusal);
    } finally {
      busy.current = false;
      setSending(null);
    }
  }

  /** Goes on where it stopped; a batch whose answer got lost is sent again, and its rows are found to be there. */
  async function enter(): Promise<void> {
    if (!file || busy.current) return;
    busy.current = true;
    setError(null);
    setEntering(true);
    const done = new Map(entered);
    const left = file.rows.flatMap(({ row, state, sale }) =>
      state === 'fine' && sale && !done.has(row) ? [{ row, sale }] : [],
    );
    try {
      for (let at = 0; at < left.length; at += atOnce) {
        const rows = left.slice(at, at + atOnce);
        const answer = await api.purchases.recordSales({ rows }, { context: { idempotencyKey: uuidv7() } });
        for (const one of answer.rows) done.set(one.row, one);
        setEntered(new Map(done));
      }
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setEntering(false);
      void queryClient.invalidateQueries({ queryKey: orpc.purchases.listSales.key() });
      void queryClient.invalidateQueries({ queryKey: orpc.purchases.findBuyers.key() });
    }
  }

  function forget(): void {
    setFile(null);
    setEntered(new Map());
    setError(null);
  }

  const wanted = file?.rows.filter(({ state }) => state === 'fine').length ?? 0;
  return {
    sending,
    file,
    error,
    entering,
    /** Of the rows that were fine. */
    done: entered.size,
    wanted,
    finished: file !== null && wanted > 0 && entered.size === wanted,
    /** As they are by now: what entering said of a row is newer than what reading said. */
    rows: (file?.rows ?? []).map((row): SaleFileRow & { now: SaleFileRow['state'] | 'entered' } => {
      const answer = entered.get(row.row);
      return answer ? { ...row, faults: answer.faults, now: answer.state } : { ...row, now: row.state };
    }),
    read,
    enter,
    forget,
    cancelSending: () => cancel.current?.abort(),
  };
}

export type SaleFileWork = ReturnType<typeof useSaleFile>;
