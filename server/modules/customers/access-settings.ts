// Reads and sets what each role may see and change of customers.
import type { CustomerAccessSettings, CustomerRights } from '#contract/customer-record.ts';
import { append, type Context } from '#platform/context.ts';
import { readSettings, writeSettings } from '#platform/settings.ts';
import { accessSettings } from './access.ts';

export function readAccessSettings(ctx: Context): Promise<CustomerAccessSettings> {
  return readSettings(ctx, accessSettings);
}

/** Holds from the next request on. A class that may be written but not read is not written either. */
export async function updateAccessSettings(
  ctx: Context,
  settings: CustomerAccessSettings,
): Promise<CustomerAccessSettings> {
  const clean = ({ read, write, rows }: CustomerRights): CustomerRights => ({
    read: [...new Set(read)],
    write: [...new Set(write)].filter((one) => read.includes(one)),
    rows,
  });
  const next: CustomerAccessSettings = {
    'service-manager': clean(settings['service-manager']),
    agent: clean(settings.agent),
    // A key is nobody's: there are no customers it is responsible for.
    'api-key': { ...clean(settings['api-key']), rows: 'all' },
  };
  await writeSettings(ctx, accessSettings, next);
  append(ctx, {
    type: 'customer.access-changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: next,
  });
  return next;
}
