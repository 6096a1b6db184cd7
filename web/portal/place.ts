// Which page an address means, and how to go to another one without loading it from the server.
import { useEffect, useState } from 'preact/hooks';

export type Matter = 'ask' | 'complain';
export type Place =
  | { page: 'first' }
  | { page: 'submit'; matter: Matter }
  | { page: 'receipt'; number: string }
  | { page: 'follow' }
  /** Without a number: the case of a link that was just opened, whose number is not known yet. */
  | { page: 'case'; number: string | null }
  | { page: 'lost' };

export interface Address {
  slug: string | null;
  place: Place;
}

export function readAddress(path: string): Address {
  const [portal, slug, first, second, ...rest] = path.split('/').filter(Boolean).map(decodePart);
  if (portal !== 'portal' || !slug || rest.length > 0) return { slug: null, place: { page: 'lost' } };
  return { slug, place: readPlace(first, second) };
}

function readPlace(first?: string, second?: string): Place {
  if (first === undefined) return { page: 'first' };
  if (first === 'case') return { page: 'case', number: second ?? null };
  if (first === 'receipt' && second) return { page: 'receipt', number: second };
  if (second !== undefined) return { page: 'lost' };
  if (first === 'ask' || first === 'complain') return { page: 'submit', matter: first };
  return first === 'follow' ? { page: 'follow' } : { page: 'lost' };
}

/** A broken escape in an address must not stop the page that says so. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function addressOf(slug: string, ...parts: string[]): string {
  return ['/portal', slug, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/');
}

/** Gives the page that is shown a better address, without showing it anew. */
export function rename(address: string): void {
  history.replaceState(null, '', address);
}

const moved = 'portal:moved';

export function go(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  scrollTo(0, 0);
  dispatchEvent(new Event(moved));
}

export function usePath(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const read = () => setPath(location.pathname);
    addEventListener('popstate', read);
    addEventListener(moved, read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener(moved, read);
    };
  }, []);
  return path;
}
