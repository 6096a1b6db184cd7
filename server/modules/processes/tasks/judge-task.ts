// Whether whoever completes a task may decide what it decides: asked of the matrix of authority where the diagram names an action.
import { z } from 'zod';
import { Money } from '#contract/authority.ts';
import { evaluate, type FeelContext } from '#engine/expressions.ts';
import type { Json, Variables } from '#engine/instance.ts';
import { StepFailed } from '#engine/step-failed.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { countryPacks } from '#kernel/country-packs.ts';
import { currencyCodes, toMinor } from '#kernel/currencies.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { requireAuthority } from '#modules/authority/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { rootOf } from '../instances/family.ts';
import type { Loaded } from '../instances/load-instance.ts';
import { settingsOf, type TaskRow } from './task-rows.ts';
import { visibleVariables } from '../instances/visible-variables.ts';

type Completion = { variables: Variables; overrideReason?: string | null | undefined };

/**
 * Whoever began the instance, or the one that called it, asked for it. An amount that comes to null says that nothing is decided, such as when a request is declined.
 * Before the task is changed: a refusal is kept. Throws `task.amount-not-understood` and the refusals of `requireAuthority`.
 */
export async function requireTaskAuthority(
  ctx: Context,
  { head, instance }: Loaded,
  task: TaskRow,
  { variables, overrideReason }: Completion,
): Promise<void> {
  const { authority } = settingsOf(task);
  if (!authority) return;
  const scope = instance.tokens.find(({ number }) => number === task.token)?.scope;
  const seen = { ...(scope === undefined ? {} : visibleVariables(instance.scopes, scope)), ...variables };
  const amount = authority.amount === null ? undefined : await amountOf(ctx, authority.amount, seen);
  if (amount === null) return;
  const root = await rootOf(ctx, head.id);
  await requireAuthority(ctx, {
    action: authority.action,
    ...(amount ? { amount } : {}),
    unitId: task.unit_id,
    subject: head.subject ?? { type: 'process-instance', id: root.id },
    requestedBy: root.startedBy,
    override: overrideReason ? { reason: cleanText(overrideReason) } : null,
  });
}

const Written = z.object({ amount: z.number(), currency: z.enum(currencyCodes) });

/** A number counts in the currency of the organisation's country; `{ amount, currency }` and an amount of a form in their own. */
async function amountOf(ctx: Context, expression: string, variables: Variables): Promise<Money | null> {
  const { timeZone } = await readOrganisation(ctx);
  const value = valueOf(expression, {
    variables,
    now: ctx.clock.now().toISOString(),
    dayAt: (moment) => isoDateAt(new Date(moment), timeZone),
  });
  if (value === null) return null;
  const money = Money.safeParse(value);
  if (money.success) return money.data;
  const written = Written.safeParse(
    typeof value === 'number' ? { amount: value, currency: await ownCurrency(ctx) } : value,
  );
  const minor = written.success ? toMinor(written.data.amount, written.data.currency) : null;
  if (!written.success || minor === null || minor < 0) throw processErrors.amountNotUnderstood({ expression });
  return { minor, currency: written.data.currency };
}

function valueOf(expression: string, context: FeelContext): Json {
  try {
    return evaluate(expression, context);
  } catch (error) {
    if (error instanceof StepFailed) throw processErrors.amountNotUnderstood({ expression });
    throw error;
  }
}

const ownCurrency = async (ctx: Context): Promise<string> =>
  countryPacks[(await readOrganisation(ctx)).country].currency;
