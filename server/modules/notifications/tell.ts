// Tells people of the staff, unless it happened long ago: what is imported, or made up for the sample, needs nobody today.
import { notify, type Notice } from './notify.ts';
import type { Context } from '#platform/context.ts';

const longAgo = 86_400_000;

/** As `notify`; answers how many were told. */
export async function tell(ctx: Context, notice: Notice): Promise<number> {
  if (ctx.clock.now().getTime() < ctx.platform.clock.now().getTime() - longAgo) return 0;
  return notify(ctx, notice);
}
