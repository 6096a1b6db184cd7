// Signing in and out: the few calls that go to the sign-in service instead of the contract.
import { ProblemError, problemFrom } from './problem-error.ts';

export type SignInResult = { secondFactor: boolean };

export async function signIn(input: { email: string; password: string; rememberMe: boolean }): Promise<SignInResult> {
  const answer = await callSignIn('/sign-in/email', input);
  return { secondFactor: answer['twoFactorRedirect'] === true };
}

export async function verifySecondFactor(input: { code: string }): Promise<void> {
  await callSignIn('/two-factor/verify-totp', input);
}

/** The address of the organisation's own sign-in (OpenID Connect); it leads back to `next`, or to the sign-in page with the reason. */
export async function singleSignOnAddress({ next }: { next: string }): Promise<string> {
  const errorCallbackURL = `/sign-in?${next === '/' ? '' : `next=${encodeURIComponent(next)}&`}failed=oidc`;
  const { url } = await callSignIn<{ url: string }>('/sign-in/social', {
    provider: 'oidc',
    callbackURL: next,
    errorCallbackURL,
  });
  return url;
}

export async function signOut(): Promise<void> {
  await callSignIn('/sign-out', {});
}

/** One of the recovery codes, each of which works once. */
export async function verifyRecoveryCode(input: { code: string }): Promise<void> {
  await callSignIn('/two-factor/verify-backup-code', input);
}

/** Asks the sign-in service; without a body it only reads. */
export async function callSignIn<Answer = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, {
    credentials: 'same-origin',
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ProblemError(problemFrom({ code: 'network.unreachable' }, 0));
  });
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (response.ok) return (answer ?? {}) as Answer;
  throw new ProblemError(problemFrom({ ...answer, code: codeOf(answer?.['code'], response.status) }, response.status));
}

/** The service says INVALID_EMAIL_OR_PASSWORD; our keys say auth.invalid-email-or-password. */
function codeOf(code: unknown, status: number): string {
  if (status === 429) return 'auth.too-many-attempts';
  return typeof code === 'string' ? `auth.${code.toLowerCase().replaceAll('_', '-')}` : `http.${status}`;
}
