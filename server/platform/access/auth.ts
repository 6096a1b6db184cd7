// Sign-in by better-auth: passwords, second factor (TOTP), sessions, OIDC when configured. Membership and roles are ours.
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { genericOAuth, twoFactor, type GenericOAuthConfig } from 'better-auth/plugins';
import type { Config } from '../config.ts';
import type { Secrets } from '../crypto/secrets.ts';
import type { Db } from '../db/connect.ts';
import type { Directory } from './directory.ts';
import { noteProviderEmail, recordingSignIns, type SignInSources } from './record-sign-ins.ts';

export type Auth = {
  /** Answers everything under /api/auth. */
  handler(request: Request): Promise<Response>;
  /** The account of a request's session cookie, or null. */
  accountOf(
    headers: Headers,
  ): Promise<{ accountId: string; email: string; name: string; twoFactorEnabled: boolean } | null>;
  /** Makes an account with a password; returns its id. For an address that is taken the id leads nowhere: use `openAccount` of the organisation. */
  createAccount(input: { email: string; name: string; password: string }): Promise<string>;
  /** Sets the password of an account and ends its sessions. A second factor stays as it is. */
  setPassword(accountId: string, password: string): Promise<void>;
  /** Ends every session of an account, e.g. when a person is deactivated. */
  endSessions(accountId: string): Promise<void>;
};

/** Exported so that a test can ask better-auth whether our migration has all of its columns. */
export function authOptions(parts: { config: Config; db: Db; secrets: Secrets }) {
  const { config, db, secrets } = parts;
  return {
    appName: 'Rida',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: secrets.key('sessions').toString('base64url'),
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    trustedOrigins: [config.publicUrl],
    advanced: {
      database: { generateId: 'uuid' },
      useSecureCookies: config.publicUrl.startsWith('https:'),
      cookiePrefix: 'rida',
      // Without it everybody shares one rate bucket. The server sets the header itself from the socket or the trusted proxy.
      ipAddress: { ipAddressHeaders: ['x-rida-address'] },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      storage: 'database',
      modelName: 'auth_rate_limits',
      fields: { lastRequest: 'last_request' },
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-in/social': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      disableSignUp: false,
      autoSignIn: false,
    },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'auth_accounts',
      // Accounts come from invitations, never from a stranger's own sign-up: their address needs no proof of its own before the
      // provider's person of that address is let in. What the provider must say is in `oidcProvider`.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
      updateAccountOnSignIn: false,
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    // Nothing is asked of a provider after the sign-in, so its tokens are not kept.
    databaseHooks: {
      account: {
        create: {
          before: (account) =>
            Promise.resolve({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    // Where the browser goes when a provider's answer cannot be matched to the page it came from.
    onAPIError: { errorURL: `${config.publicUrl}/sign-in?failed=oidc` },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      twoFactor({
        issuer: 'Rida',
        twoFactorTable: 'auth_two_factors',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      ...(config.oidc ? [genericOAuth({ config: [oidcProvider(config.oidc)] })] : []),
    ],
    hooks: {
      // Accounts are made by set-up and invitations only.
      before: createAuthMiddleware(async (context) => {
        if (context.path === '/sign-up/email' && context.request) throw context.error('FORBIDDEN');
      }),
    },
  } satisfies BetterAuthOptions;
}

/** Explicit endpoints: discovery at the start would drop a provider that is down at that moment. */
function oidcProvider(oidc: NonNullable<Config['oidc']>): GenericOAuthConfig {
  return {
    ...oidc,
    providerId: 'oidc',
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    disableSignUp: true,
    // Without discovery better-auth looks for `id`, which no OpenID provider sends.
    accountSubject: ({ profile }) => String(profile['sub'] ?? ''),
    mapProfileToUser(profile) {
      if (typeof profile['email'] === 'string') noteProviderEmail(profile['email']);
      // The provider is the organisation's own, and many say nothing about this; one that says no is believed.
      return { emailVerified: profile['email_verified'] !== false && profile['email_verified'] !== 'false' };
    },
  };
}

export function createAuth(parts: { config: Config; db: Db; secrets: Secrets; directory: Directory }): Auth {
  const auth = betterAuth(authOptions(parts));
  const accountOf: Auth['accountOf'] = async (headers) => {
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const user = found.user as { id: string; email: string; name: string; twoFactorEnabled?: boolean | null };
    return { accountId: user.id, email: user.email, name: user.name, twoFactorEnabled: user.twoFactorEnabled === true };
  };
  const pendingAccount: SignInSources['pendingAccount'] = async (headers) => {
    // `<identifier>.<signature>`; only the record is changed by believing it, the sign-in itself is better-auth's to refuse.
    const identifier = /(?:^|;\s*)[\w.-]*two_factor=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
    if (!identifier) return null;
    const { internalAdapter } = await auth.$context;
    const pending = await internalAdapter.findVerificationValue(
      decodeURIComponent(identifier).split('.').slice(0, -1).join('.'),
    );
    const user = pending && (await internalAdapter.findUserById(pending.value));
    return user ? { accountId: user.id, email: user.email } : null;
  };
  return {
    handler: recordingSignIns((request) => auth.handler(request), parts.directory, { accountOf, pendingAccount }),
    accountOf,
    async createAccount(input) {
      const made = await auth.api.signUpEmail({ body: input });
      return made.user.id;
    },
    async setPassword(accountId, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const hash = await passwords.hash(password);
      // Before, so that a fault in between leaves nobody signed in; after, for who came in by the old password meanwhile.
      await internalAdapter.deleteUserSessions(accountId);
      if (await internalAdapter.findCredentialAccount(accountId)) await internalAdapter.updatePassword(accountId, hash);
      else
        await internalAdapter.createAccount({ userId: accountId, accountId, providerId: 'credential', password: hash });
      await internalAdapter.deleteUserSessions(accountId);
    },
    async endSessions(accountId) {
      await (await auth.$context).internalAdapter.deleteUserSessions(accountId);
    },
  };
}
