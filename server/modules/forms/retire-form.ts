// Takes a form out of use, or brings it back: nobody is asked to fill in a retired one; what was filled in stays readable.
import type { Form } from '#contract/forms.ts';
import { append, type Context } from '#platform/context.ts';
import { getForm, requireForm } from './form.ts';
import { touchForm } from './touch-form.ts';

/** Throws `form.not-found`. */
export async function retireForm(ctx: Context, { id, retired }: { id: string; retired: boolean }): Promise<Form> {
  const row = await requireForm(ctx, id, true);
  if ((row.retired_at !== null) !== retired) {
    await touchForm(ctx, id, { retired_at: retired ? ctx.clock.now() : null });
    append(ctx, { type: retired ? 'form.retired' : 'form.returned', subjectType: 'form', subjectId: id, data: {} });
  }
  return getForm(ctx, id);
}
