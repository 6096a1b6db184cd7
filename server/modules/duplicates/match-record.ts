// What of a customer is compared with another, and how it is made ready once for many comparisons.
import { parseName, type ParsedName } from '#kernel/names/parse-name.ts';

export type MatchRecord = {
  id: string;
  kind: 'person' | 'company';
  name: string;
  /** Lower case. */
  emails: readonly string[];
  /** E.164. */
  phones: readonly string[];
  nationalId: string | null;
  externalId: string | null;
  /** ISO day. */
  birthDate: string | null;
  regionId: string | null;
};

export type PreparedRecord = MatchRecord & { parsed: ParsedName };

export function prepare(record: MatchRecord): PreparedRecord {
  return { ...record, parsed: parseName(record.name, record.kind) };
}

/** Mailboxes of a role are nobody's own: they neither find nor prove. */
const roles =
  /^(?:info|admin|office|sales|contact|support|mail|hello|service|accounts?|hr|test|none|noemail|no-?reply)$/;

/** The part before the "@" when it can say whose it is. */
export function ownLocalPart(address: string): string | null {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '').replace(/[._-]/g, '');
  return local.length < 5 || roles.test(local) ? null : local;
}
