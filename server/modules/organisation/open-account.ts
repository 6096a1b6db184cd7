// Opens the sign-in of an address for somebody who came with a secret link: a new one, or theirs if they prove its password.
import type { Platform } from '#platform/platform.ts';
import { cleanEmail } from './clean-words.ts';
import { errors } from './errors.ts';

export type Applicant = {
  email: string;
  name: string;
  password: string;
  /** Where the request came from; tries are counted by it. */
  address: string;
};

/** Whether the address already has a sign-in in this installation. */
export async function findAccount(platform: Platform, email: string): Promise<string | undefined> {
  const { rows } = await platform.connection.pool.query<{ id: string }>('select id from auth_users where email = $1', [
    cleanEmail(email),
  ]);
  return rows[0]?.id;
}

/**
 * Returns the account's id. Outside any transaction: a crash after it leaves an account without membership, which the same
 * person opens again with the same password. Throws `account.password-wrong`.
 */
export async function openAccount(platform: Platform, applicant: Applicant): Promise<string> {
  const email = cleanEmail(applicant.email);
  if ((await findAccount(platform, email)) === undefined) {
    // Somebody else may make it in between: sign-up then throws, or answers with an id that it invented.
    const made = await platform.auth
      .createAccount({ email, name: applicant.name, password: applicant.password })
      .catch((error: unknown) => ({ error }));
    const there = await findAccount(platform, email);
    if (there === undefined && typeof made !== 'string') throw made.error;
    if (there !== undefined && there === made) return there;
  }
  await provePassword(platform, { ...applicant, email });
  return (await findAccount(platform, email))!;
}

/** Signs in and out again. A second factor need not be shown here: without it nobody gets in later either. */
async function provePassword(platform: Platform, { email, password, address }: Applicant): Promise<void> {
  const answer = await ask(platform, 'sign-in/email', address, JSON.stringify({ email, password }));
  if (answer.status === 429) throw errors.tooManyTries({ minutes: 1 });
  if (!answer.ok) throw errors.passwordWrong();
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ');
  await ask(platform, 'sign-out', address, '{}', cookie);
}

function ask(platform: Platform, path: string, address: string, body: string, cookie?: string): Promise<Response> {
  const { publicUrl } = platform.config;
  const headers = {
    'content-type': 'application/json',
    origin: new URL(publicUrl).origin,
    'x-rida-address': address,
    ...(cookie ? { cookie } : {}),
  };
  return platform.auth.handler(new Request(`${publicUrl}/api/auth/${path}`, { method: 'POST', headers, body }));
}
