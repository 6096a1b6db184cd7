// Sends a sale so that it happens once, however often the connection breaks: one key for the same words, sent again when it is back.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '#web/lib/api.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Sale = Awaited<ReturnType<typeof api.purchases.recordSale>>;
export type SaleInput = Parameters<typeof api.purchases.recordSale>[0];
export type SaleForm = Awaited<ReturnType<typeof api.purchases.saleForm>>;
export type Buyer = Sale['buyer'];

/** Kept on this device with the draft: after a reload the same words still have the same key. */
const attemptName = 'rida.sale-attempt';
type Attempt = { words: string; key: string };

export function useSale(onSold: (sale: Sale) => void) {
  /** A sale that could not be sent: it goes by itself as soon as there is a connection. */
  const [waiting, setWaiting] = useState<SaleInput | null>(null);
  const sending = useRef(false);

  async function send(input: SaleInput): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    try {
      const sale = await api.purchases.recordSale(input, { context: { idempotencyKey: keyFor(input) } });
      setWaiting(null);
      forgetAttempt();
      void queryClient.invalidateQueries({ queryKey: orpc.purchases.listSales.key() });
      // The next time this phone is typed, the buyer is an earlier one.
      void queryClient.invalidateQueries({ queryKey: orpc.purchases.findBuyers.key() });
      onSold(sale);
    } catch (error) {
      setWaiting(isProblem(error, 'network.unreachable') ? input : null);
      throw error;
    } finally {
      sending.current = false;
    }
  }

  const again = useEffectEvent(() => {
    if (waiting) send(waiting).catch(() => undefined);
  });
  useEffect(() => {
    const online = () => again();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, []);
  return { send, waiting: waiting !== null };
}

function keyFor(input: SaleInput): string {
  const words = JSON.stringify(input);
  try {
    const kept = JSON.parse(localStorage.getItem(attemptName) ?? 'null') as Attempt | null;
    if (kept?.words === words) return kept.key;
    const key = uuidv7();
    localStorage.setItem(attemptName, JSON.stringify({ words, key } satisfies Attempt));
    return key;
  } catch {
    // Storage refused: then only this page remembers.
    return uuidv7();
  }
}

function forgetAttempt(): void {
  try {
    localStorage.removeItem(attemptName);
  } catch {
    // As above.
  }
}
