// Blocking keys: two records are compared only when they share one, and only where few records do.
import { hash } from 'node:crypto';
import { nameKey, namePairKeys, runTogetherKey } from '#kernel/names/name-keys.ts';
import { ownLocalPart, type PreparedRecord } from './match-record.ts';

/** A key that more records have than this says nothing (a common name, the phone of an office) and makes no pairs. */
export const largestBlock = 40;

/**
 * `i` national id · `p` last eight digits of a phone (country codes come and go) · `e` local part of an e-mail · `b` birth date with
 * the given name, and with the last name · `n` pair of names · `y` whole name with the year of birth · `r` name run together.
 */
export function blockKeys(record: PreparedRecord): string[] {
  return [...new Set(keysOf(record))].map(numbered);
}

/** 64 bits of it, as the database writes them: a tenth of the room, and no phone or name is left to read. */
const numbered = (key: string): string => hash('sha256', key, 'buffer').readBigInt64BE().toString();

function keysOf(record: PreparedRecord): string[] {
  const { kind, parsed, birthDate } = record;
  const [first, last] = [parsed.words[0]?.code ?? '', parsed.words.at(-1)?.code ?? ''];
  const keys = [
    ...(record.nationalId ? [`i${record.nationalId}`] : []),
    ...record.phones.map((number) => `p${number.replace(/\D/g, '').slice(-8)}`),
    ...record.emails.flatMap((address) => ownLocalPart(address) ?? []).map((local) => `e${local}`),
    ...namePairKeys(parsed).map((pair) => `n${pair}`),
    ...(kind === 'person' && birthDate
      ? [`b${birthDate} ${first}`, `b${birthDate} ${last}`, `y${birthDate.slice(0, 4)} ${nameKey(parsed)}`]
      : []),
    `r${runTogetherKey(parsed)}`,
  ];
  return keys.map((key) => key.slice(0, 120));
}
