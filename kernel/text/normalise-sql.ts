// Writes the PostgreSQL twin of the text normaliser from the same rule table.
import { bracket } from './normalise.ts';
import { beforeLower, dropped, replaced, spaces } from './rules.ts';

// Only ASCII in the statement: a reviewer sees each code point, and no editor reorders right-to-left letters.
const literal = (text: string): string =>
  `E'${Array.from(text, (letter) => (/[a-z0-9 ]/.test(letter) ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}'`;

const pattern = (inside: string, suffix = ''): string => `E'[${inside.replaceAll('\\', '\\\\')}]${suffix}'`;

const from = (table: ReadonlyArray<readonly [string, string]>): string =>
  literal(table.map(([letter]) => letter).join(''));
const to = (table: ReadonlyArray<readonly [string, string]>): string =>
  literal(table.map(([, letter]) => letter).join(''));

/**
 * The statement that creates `rida_normalise(text)`; null in, null out. Immutable, so it may stand in a generated column or an
 * index: after a change of `rules.ts` those must be rebuilt by a migration. Needs a UTF-8 database whose ctype is neither C
 * (lower would see ASCII only) nor Turkish or Azeri (I would become dotless). PostgreSQL 15 and later.
 */
export function normaliseSql(): string {
  return `create or replace function rida_normalise(value text) returns text
language sql immutable parallel safe strict
as $rida$
  select btrim(
    regexp_replace(
      normalize(
        regexp_replace(
          translate(
            lower(translate(normalize(value, NFKC), ${from(beforeLower)}, ${to(beforeLower)})),
            ${from(replaced)},
            ${to(replaced)}
          ),
          ${pattern(bracket(dropped))}, '', 'g'
        ),
        NFC
      ),
      ${pattern(bracket(spaces), '+')}, ' ', 'g'
    ),
    ' '
  )
$rida$;
`;
}
