// The audit of sign-ins: reads each request to better-auth and its answer, and says what happened to whom.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Directory } from './directory.ts';

type Account = { accountId: string; email: string };

export type SignInSources = {
  /** The account of a session cookie. */
  accountOf(headers: Headers): Promise<Account | null>;
  /** The account that gave the right password and still owes the second factor. */
  pendingAccount(headers: Headers): Promise<Account | null>;
};

type Result = Parameters<Directory['recordSignIn']>[0]['result'];

/** Whom a provider named while one request is answered; a refusal does not say it. */
const named = new AsyncLocalStorage<{ email: string }>();

/** Call with what the provider said, before it is decided whether that person is let in. */
export function noteProviderEmail(email: string): void {
  const request = named.getStore();
  if (request) request.email = email;
}

/** Wraps better-auth's handler. Rate-limited requests (429) never reached a decision and are not recorded. */
export function recordingSignIns(
  handler: (request: Request) => Promise<Response>,
  directory: Directory,
  sources: SignInSources,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
    const kind = kindOf(path);
    if (!kind || (request.method !== 'POST' && kind !== 'provider')) return handler(request);
    const claim = { email: kind === 'password' ? await typedEmail(request.clone()) : '' };
    const before = kind === 'sign-out' || kind === 'second-factor' ? await sources.accountOf(request.headers) : null;
    // With a session already there, a second factor is being set up, not asked for.
    if (kind === 'second-factor' && before) return handler(request);
    const pending = kind === 'second-factor' ? await sources.pendingAccount(request.headers) : null;
    const answer = await named.run(claim, () => handler(request));
    const result = await resultOf(kind, answer);
    // Somebody turned back at the provider, or an answer of nobody's question: it named no one to refuse.
    if (kind === 'provider' && result === 'refused' && claim.email === '') return answer;
    if (result) {
      const account = kind === 'sign-out' ? before : ((await accountOfAnswer(answer, sources)) ?? pending);
      await directory.recordSignIn({
        accountId: account?.accountId ?? null,
        email: account?.email ?? claim.email,
        result,
        address: request.headers.get('x-rida-address'),
        device: request.headers.get('user-agent')?.slice(0, 300) ?? null,
      });
    }
    return answer;
  };
}

type Kind = 'password' | 'second-factor' | 'provider' | 'sign-out';

function kindOf(path: string): Kind | undefined {
  if (path === '/sign-in/email') return 'password';
  if (path.startsWith('/two-factor/verify')) return 'second-factor';
  if (path === '/callback/oidc') return 'provider';
  return path === '/sign-out' ? 'sign-out' : undefined;
}

async function resultOf(kind: Kind, answer: Response): Promise<Result | undefined> {
  if (answer.status === 429) return undefined;
  if (kind === 'sign-out') return answer.ok ? 'signed-out' : undefined;
  if (kind === 'provider') return sessionCookie(answer) ? 'signed-in' : 'refused';
  if (!answer.ok) return kind === 'second-factor' ? 'second-factor-refused' : 'refused';
  const body = (await answer
    .clone()
    .json()
    .catch(() => null)) as { twoFactorRedirect?: boolean } | null;
  return body?.twoFactorRedirect ? undefined : 'signed-in';
}

async function typedEmail(request: Request): Promise<string> {
  const body = (await request.json().catch(() => null)) as { email?: unknown } | null;
  return typeof body?.email === 'string' ? body.email : '';
}

function sessionCookie(answer: Response): string | undefined {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => /session_token=[^;]/.test(cookie));
}

async function accountOfAnswer(answer: Response, sources: SignInSources): Promise<Account | null> {
  const cookie = sessionCookie(answer);
  return cookie ? sources.accountOf(new Headers({ cookie })) : null;
}
