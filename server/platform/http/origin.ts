// Where a request was started: by a page of ours, or by another site in a visitor's name.
import { commonErrors } from '../errors.ts';
import type { Platform } from '../platform.ts';

type Headers = {
  origin?: string;
  referer?: string;
  cookie?: string;
  host?: string;
  'sec-fetch-site'?: string | string[];
};

/** A cookie travels with requests that another site starts: those are refused. Calls without a cookie carry their own proof. */
export function checkOrigin(platform: Platform, headers: Headers): void {
  if (!headers.cookie) return;
  if (headers['sec-fetch-site'] === 'same-origin') return;
  const { origin } = headers;
  if (!origin) {
    if (headers['sec-fetch-site'] === undefined) return; // not a browser
    throw commonErrors.wrongOrigin();
  }
  if (!isOurs(platform, headers, origin)) throw commonErrors.wrongOrigin();
}

/** For a form that needs no cookie and could be sent from anywhere: throws unless the browser says that a page of ours sent it. */
export function requireOwnPage(platform: Platform, headers: Headers): void {
  if (headers['sec-fetch-site'] === 'same-origin') return;
  // Older browsers say where from in one of two ways.
  const from = headers.origin ?? headers.referer;
  if (!from || !isOurs(platform, headers, from)) throw commonErrors.wrongOrigin();
}

function isOurs(platform: Platform, headers: Headers, address: string): boolean {
  // Sandboxed frames say "null".
  const from = URL.parse(address);
  return from !== null && (from.host === headers.host || from.origin === new URL(platform.config.publicUrl).origin);
}
