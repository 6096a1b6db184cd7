// Writes every module's tables.ts from a freshly migrated database; with --check only says whether they are up to date.
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import { startBundled } from '#platform/db/bundled.ts';
import { connect, type Db } from '#platform/db/connect.ts';
import { migrate, migrationFiles } from '#platform/db/migrate.ts';

type Column = {
  table_name: string;
  kind: 'r' | 'v';
  column_name: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  generated: boolean;
  checks: string[] | null;
};

const scalar: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  timestamptz: 'Date',
  date: 'string',
  datemultirange: 'string',
  jsonb: 'Json',
  tsvector: 'string',
  xid8: 'string',
  bytea: 'Buffer',
};

async function columnsOf(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table_name, c.relkind as kind, a.attname as column_name, t.typname as type,
           not a.attnotnull as nullable, a.atthasdef as has_default, a.attgenerated <> '' as generated,
           (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     order by c.relname, a.attnum`.execute(db);
  return rows;
}

/** `check (kind in ('a', 'b'))` becomes 'a' | 'b'; of arrays `<@ array['a', 'b']` likewise. */
function union(checks: string[] | null): string | undefined {
  for (const check of checks ?? []) {
    if (!/= ANY \(|<@ ARRAY\[/.test(check)) continue;
    const words = [...check.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`);
    if (words.length > 0) return words.join(' | ');
  }
  return undefined;
}

function typeOf(column: Column): string {
  const array = column.type.startsWith('_');
  const base = union(column.checks) ?? scalar[array ? column.type.slice(1) : column.type];
  if (!base)
    throw new Error(`no TypeScript type is known for ${column.type} of ${column.table_name}.${column.column_name}`);
  let type = array ? `${base.includes('|') ? `(${base})` : base}[]` : base;
  if (column.nullable && column.kind === 'r') type += ' | null';
  if (
    column.kind === 'v' &&
    !/^(organisation_id|id|kind|name|active|language|channel|value|customer_id|search_name)$/.test(column.column_name)
  )
    type += ' | null';
  if (column.has_default && base === 'Json') return 'DefaultedJson';
  if (column.generated) return `GeneratedAlways<${type}>`;
  return column.has_default ? `Generated<${type}>` : type;
}

function block(name: string, relations: Map<string, Column[]>): string {
  const lines = [...relations].map(
    ([relation, columns]) =>
      `  ${relation}: {\n${columns.map((column) => `    ${column.column_name}: ${typeOf(column)};`).join('\n')}\n  };`,
  );
  return `export type ${name} = {\n${lines.join('\n')}\n};\n`;
}

const pascal = (name: string): string =>
  name
    .split('-')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('');
const singular: Record<string, string> = {
  cases: 'Case',
  customers: 'Customer',
  channels: 'Channel',
  imports: 'Import',
  segments: 'Segment',
  notifications: 'Notification',
  processes: 'Process',
  'service-levels': 'ServiceLevel',
};

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const dataDir = mkdtempSync(join(tmpdir(), 'rida-tables-'));
  chmodSync(dataDir, 0o755);
  const bundled = await startBundled({ dataDir, settings: { fsync: 'off' }, log: () => {} });
  const stale: string[] = [];
  try {
    const connection = await connect(bundled.url, { max: 2, name: 'rida-tables' });
    await migrate(connection.db);
    const columns = await columnsOf(connection.db);
    const folders = new Map<string, Set<string>>();
    for (const path of (await migrationFiles()).values()) {
      const folder = dirname(dirname(path));
      const text = await readFile(path, 'utf8');
      const names = [...text.matchAll(/create (?:table|view) (?:if not exists )?(\w+)/g)].map((match) => match[1]!);
      folders.set(folder, new Set([...(folders.get(folder) ?? []), ...names]));
    }
    for (const [folder, names] of folders) {
      const platform = basename(folder) === 'db';
      const title = platform ? 'Platform' : (singular[basename(folder)] ?? pascal(basename(folder)));
      const mine = columns.filter((column) => names.has(column.table_name) && !column.table_name.startsWith('auth_'));
      const group = (kind: 'r' | 'v'): Map<string, Column[]> => {
        const map = new Map<string, Column[]>();
        for (const column of mine.filter((one) => one.kind === kind))
          map.set(column.table_name, [...(map.get(column.table_name) ?? []), column]);
        return map;
      };
      const body =
        block(`${title}Tables`, group('r')) +
        (group('v').size > 0 ? `\n/** What other modules may join. */\n${block(`${title}Views`, group('v'))}` : '');
      const helpers = ['Generated', 'GeneratedAlways'].filter((name) => new RegExp(`\\b${name}<`).test(body));
      const imports = [
        ...(helpers.length > 0 ? [`import type { ${helpers.join(', ')} } from 'kysely';`] : []),
        ...(body.includes('Json')
          ? [
              `import type { ${['DefaultedJson', 'Json'].filter((name) => new RegExp(`: ${name}\\b`).test(body)).join(', ')} } from '#platform/json.ts';`,
            ]
          : []),
      ];
      const text = `// Row types of the tables that ${platform ? 'the platform' : `the ${basename(folder)} module`} owns; generated from the migrated database by tools/generate-tables.ts.\n${imports.map((line) => `${line}\n`).join('')}\n${body}`;
      const target = platform ? join(dirname(folder), 'tables.ts') : join(folder, 'tables.ts');
      const existing = await readFile(target, 'utf8').catch(() => '');
      // The formatter may have rewrapped the file: compare the words, not the white space.
      if (existing.replace(/[\s;,|]+/g, '') === text.replace(/[\s;,|]+/g, '')) continue;
      stale.push(target);
      if (!check) await writeFile(target, text);
    }
    await connection.close();
  } finally {
    await bundled.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  for (const path of stale) console.log(`${check ? 'out of date' : 'written'}: ${path}`);
  if (check && stale.length > 0) process.exitCode = 1;
}

await main();
