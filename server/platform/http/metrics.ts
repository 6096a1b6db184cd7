// Figures for Prometheus: requests by route and status, jobs by queue, the process itself. No personal data in labels.
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Platform } from '../platform.ts';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'rida_http_request_seconds',
  help: 'Time to answer a request, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});
const jobs = new Gauge({
  name: 'rida_jobs',
  help: 'Jobs that wait or failed for good, by queue',
  labelNames: ['queue', 'state'],
  registers: [registry],
});

const database = new Gauge({
  name: 'rida_database_up',
  help: 'Whether the database answers: 1 or 0',
  registers: [registry],
});

export function countRequests(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'unmatched', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
}

/** Jobs by queue; null when the database is away, undefined when it took too long to count them: then there are no figures of jobs. */
type Waiting = Awaited<ReturnType<Platform['jobs']['waiting']>> | null | undefined;

export const metrics = {
  contentType: registry.contentType,
  async text(waiting: Waiting): Promise<string> {
    database.set(waiting === null ? 0 : 1);
    jobs.reset();
    for (const { queue, waiting: count, failed } of waiting ?? []) {
      jobs.set({ queue, state: 'waiting' }, count);
      jobs.set({ queue, state: 'failed' }, failed);
    }
    return registry.metrics();
  },
};
