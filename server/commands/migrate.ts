// rida migrate: brings the database to this version without serving.
import { readConfig } from '../platform/config.ts';
import { connect } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import { openDatabase, parse } from './command-line.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function run(argv: string[]): Promise<void> {
  const { values } = parse(argv, { data: { type: 'string' } });
  const config = readConfig({ data: values.data });
  const database = await openDatabase(config, say);
  try {
    const connection = await connect(database.url, { max: 2, name: 'rida-migrate' });
    const applied = await migrate(connection.db);
    await connection.close();
    say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  } finally {
    await database.stop();
  }
}
