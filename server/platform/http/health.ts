// /health/live says the process answers; /health/ready says it can serve; /metrics counts for Prometheus.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { within } from '../db/away.ts';
import type { Platform } from '../platform.ts';
import { metrics } from './metrics.ts';

/** Whoever asks how we are has little time. */
const patienceMs = 3_000;

export function serveHealth(http: FastifyInstance, platform: Platform): void {
  const databaseAnswers = async (): Promise<boolean> =>
    !platform.pulse.away &&
    within(patienceMs, sql`select 1`.execute(platform.connection.db)).then(
      () => true,
      () => false,
    );
  http.get('/health/live', async () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) =>
    (await databaseAnswers()) ? { status: 'ready' } : reply.status(503).send({ status: 'database-unreachable' }),
  );
  http.get('/metrics', async (_request, reply) => {
    const waiting = (await databaseAnswers())
      ? await within(patienceMs, platform.jobs.waiting()).catch(() => undefined)
      : null;
    return reply.type(metrics.contentType).send(await metrics.text(waiting));
  });
}
