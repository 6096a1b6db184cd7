// Reads the grant that a signed link carries in its fragment, keeps it, and takes it out of the address.
import { keepCase } from './device-store.ts';
import { addressOf, readAddress } from './place.ts';

export function takeGrantFromAddress(): boolean {
  const { slug, place } = readAddress(location.pathname);
  const grant = location.hash.slice(1);
  // Shorter fragments are places on the page.
  if (!slug || place.page !== 'case' || grant.length < 16) return false;
  keepCase(slug, { grant });
  // The secret must stay neither in the history nor in what is copied from the address bar.
  history.replaceState(null, '', addressOf(slug, 'case'));
  return true;
}
