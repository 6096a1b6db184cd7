// Intake: a program registers cases over HTTP, through the whole pipeline, letter and jobs included; half the customers are known.
import { newId } from '#platform/ids.ts';
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import type { Load, Operation } from './load.ts';
import { measure } from './measure.ts';
import type { Server } from './server.ts';
import { passage, randomFrom, vocabulary } from './words.ts';

type Known = { id: string; name: string; email: string; point: string };

export async function intake(database: BenchDatabase, server: Server, load: Load): Promise<Figure[]> {
  const { rows: known } = await database.client.query<Known>(
    `select c.id, c.name, p.value as email, p.id as point
       from contact_points p join customers c on c.organisation_id = p.organisation_id and c.id = p.customer_id
      where p.organisation_id = $1 and p.channel = 'email' and p.removed_at is null
      order by p.id limit 50000`,
    [database.organisationId],
  );
  const { rows: categories } = await database.client.query<{ id: string }>(
    `select id from categories where organisation_id = $1 and unit_id is not null order by id limit 1`,
    [database.organisationId],
  );
  const random = randomFrom(performance.now());
  const words = vocabulary('ar');
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let turn = 0;
  const next = (): Operation => {
    turn += 1;
    const customer = turn % 2 === 0 ? oneOf(known) : { name: `${passage(words, 2, random)}`, email: newEmail() };
    const body = {
      kind: 'complaint',
      subject: passage(words, 6, random),
      description: passage(words, 14 + Math.floor(random() * 24), random),
      categoryId: categories[0]!.id,
      language: 'ar',
      customer: { name: customer.name, email: customer.email },
    };
    return [{ method: 'POST', path: '/api/cases', body, headers: { 'idempotency-key': newId() } }];
  };
  const instead = (recorded: readonly Operation[]) => {
    const emails = recorded.map(([call]) => (call!.body as { customer: { email: string } }).customer.email);
    const byEmail = new Map(known.map((one) => [one.email, one]));
    return (): ReadonlyMap<string, string> => {
      const pairs = emails.flatMap((email): [string, string][] => {
        const old = byEmail.get(email);
        if (!old) return [[email, newEmail()]];
        const other = oneOf(known);
        return [
          [email, other.email],
          [old.id, other.id],
          [old.point, other.point],
        ];
      });
      return new Map(pairs);
    };
  };
  return [await measure(database, server, load, { bench: 'intake', next, recordings: 8, instead })];
}

const newEmail = (): string => `${newId()}@example.com`;
