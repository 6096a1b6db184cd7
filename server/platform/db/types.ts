// One table that says how PostgreSQL values become JavaScript values, for every connection we open.
import pg from 'pg';

const { builtins } = pg.types;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer ${text} is beyond what JavaScript counts exactly`);
  return value;
}

const asText = (text: string): string => text;

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  // A Date would shift the day by the time zone of the process; amounts must not pass through floats.
  [builtins.DATE, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.INTERVAL, asText],
  [builtins.NUMERIC, asText],
]);

/** Given to every pool as `types`. Arrays and everything else keep the driver's own parsers. */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
