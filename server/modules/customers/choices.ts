// The lists of demography: choices added, renamed, moved between ages, retired. A choice is never deleted, customers refer to it.
import type { LocaleText } from '#contract/common.ts';
import type { CustomerChoice } from '#contract/customer-record.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { beginLists } from './begin-lists.ts';
import { cleanLocaleText } from './clean-locale-text.ts';
import { customerLists, forgetLists } from './customer-lists.ts';
import { customerErrors } from './errors.ts';
import { followBirthdaysJob } from './follow-birthdays.ts';
import type { CustomerTables } from './tables.ts';

export async function listChoices(ctx: Context): Promise<{ items: CustomerChoice[] }> {
  return { items: [...(await customerLists(ctx)).choices] };
}

export async function createChoice(
  ctx: Context,
  input: { list: CustomerChoice['list']; name: LocaleText; fromAge?: number | null; untilAge?: number | null },
): Promise<CustomerChoice> {
  await beginLists(ctx);
  const { choices } = await customerLists(ctx);
  const choice: CustomerChoice = {
    id: newId(),
    list: input.list,
    name: cleanLocaleText('name', input.name),
    active: true,
    fromAge: input.fromAge ?? null,
    untilAge: input.untilAge ?? null,
  };
  checkAges(choice, choices);
  await on<CustomerTables>(ctx)
    .insertInto('customer_choices')
    .values({
      organisation_id: ctx.organisationId,
      id: choice.id,
      list: choice.list,
      name: JSON.stringify(choice.name),
      sort_order: choices.length,
      from_age: choice.fromAge,
      until_age: choice.untilAge,
    })
    .execute();
  changed(ctx, 'customer-choice.created', choice);
  return choice;
}

type ChoiceChange = { id: string } & {
  [Name in 'name' | 'active' | 'fromAge' | 'untilAge']?: CustomerChoice[Name] | undefined;
};

export async function updateChoice(ctx: Context, input: ChoiceChange): Promise<CustomerChoice> {
  const { choices } = await customerLists(ctx);
  const before = choices.find((choice) => choice.id === input.id);
  if (!before) throw customerErrors.choiceNotFound({ id: input.id });
  const after: CustomerChoice = {
    ...before,
    name: input.name ? cleanLocaleText('name', input.name) : before.name,
    active: input.active ?? before.active,
    fromAge: input.fromAge === undefined ? before.fromAge : input.fromAge,
    untilAge: input.untilAge === undefined ? before.untilAge : input.untilAge,
  };
  checkAges(
    after,
    choices.filter((choice) => choice.id !== after.id),
  );
  await on<CustomerTables>(ctx)
    .updateTable('customer_choices')
    .set({
      name: JSON.stringify(after.name),
      active: after.active,
      from_age: after.fromAge,
      until_age: after.untilAge,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', after.id)
    .execute();
  changed(ctx, 'customer-choice.changed', after);
  return after;
}

/** Ages belong to age groups only, and no age to two of them. */
function checkAges(choice: CustomerChoice, others: readonly CustomerChoice[]): void {
  const { list, fromAge, untilAge } = choice;
  if (list !== 'age-group') {
    if (fromAge !== null || untilAge !== null) throw invalidField('fromAge', 'only-age-groups');
    return;
  }
  const end = (age: number | null): number => age ?? Number.POSITIVE_INFINITY;
  if (end(untilAge) <= (fromAge ?? 0)) throw invalidField('untilAge', 'age-span-empty');
  const met = others.find(
    (one) =>
      choice.active &&
      one.active &&
      one.list === 'age-group' &&
      (fromAge ?? 0) < end(one.untilAge) &&
      (one.fromAge ?? 0) < end(untilAge),
  );
  if (met) throw invalidField('fromAge', 'age-span-taken');
}

function changed(ctx: Context, type: string, { id, list, active }: CustomerChoice): void {
  forgetLists(ctx);
  append(ctx, { type, subjectType: 'customer-choice', subjectId: id, data: { list, active } });
  if (list === 'age-group') enqueue(ctx, followBirthdaysJob, {});
}
