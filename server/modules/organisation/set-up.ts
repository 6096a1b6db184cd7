// Sets up a new installation: the first organisation and its administrator, or the sample organisation.
import type { z } from 'zod';
import type { SetupInput } from '#contract/organisation.ts';
import { countAttempt } from '#platform/access/attempts.ts';
import type { Platform } from '#platform/platform.ts';
import { cleanEmail, cleanLine, cleanLocaleText } from './clean-words.ts';
import { createOrganisation } from './create-organisation.ts';
import { forgetOrganisations } from './directory.ts';
import { errors } from './errors.ts';
import { openAccount } from './open-account.ts';
import { sampleLoader } from './sample-loader.ts';
import { isSetUp, isSetupToken } from './setup-link.ts';

/** Key of the advisory lock under which one set-up at a time runs, over all processes. A crash frees it. */
const lockKey = 7_423_110;

/**
 * Throws `setup.done`, `setup.under-way`, `setup.token-wrong`, `account.password-wrong` (an earlier try already made that
 * account with another password).
 */
export async function setUp(
  platform: Platform,
  input: z.infer<typeof SetupInput>,
  address: string,
): Promise<{ organisationId: string; slug: string }> {
  await countAttempt(platform, `setup:${address}`, 30, 15 * 60_000);
  const holder = await platform.connection.pool.connect();
  try {
    const { rows } = await holder.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lockKey]);
    if (!rows[0]!.mine) throw errors.setupUnderWay();
    try {
      if (await isSetUp(platform)) throw errors.setupDone();
      if (!(await isSetupToken(platform, input.token))) throw errors.setupTokenWrong();
      return await create(platform, input, address);
    } finally {
      await holder.query('select pg_advisory_unlock($1)', [lockKey]);
      forgetOrganisations(platform.connection);
    }
  } finally {
    holder.release();
  }
}

async function create(
  platform: Platform,
  input: z.infer<typeof SetupInput>,
  address: string,
): Promise<{ organisationId: string; slug: string }> {
  const administrator = {
    ...input.administrator,
    name: cleanLine('administrator.name', input.administrator.name),
    email: cleanEmail(input.administrator.email),
  };
  if (input.sample) {
    const load = sampleLoader();
    if (!load) throw errors.setupNoSample();
    return load(platform, { administrator });
  }
  // Refuse a nameless organisation before an account is made for it.
  cleanLocaleText('organisation.name', input.organisation.name);
  const accountId = await openAccount(platform, { ...administrator, address });
  const { organisationId, slug } = await createOrganisation(platform, {
    ...input.organisation,
    administrator: { ...administrator, accountId },
  });
  return { organisationId, slug };
}
