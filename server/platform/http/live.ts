// GET /api/events/stream: server-sent events of the organisation, resumed by Last-Event-ID.
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';
import { may } from '../context.ts';
import { isDatabaseAway } from '../db/away.ts';
import { commonErrors } from '../errors.ts';
import { identify } from './request.ts';
import { headers as secureHeaders } from './secure-headers.ts';

/** `heartbeatMs`: proxies close silent connections; a comment this often keeps them open. */
export function serveLive(http: FastifyInstance, platform: Platform, heartbeatMs = 25_000): void {
  const open = new Set<() => void>();
  http.addHook('preClose', async () => {
    for (const end of open) end();
  });
  http.get('/api/events/stream', async (request, reply) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value);
    const { organisationId, actor } = await identify(platform, headers);
    if (!may(actor, 'case.read')) throw commonErrors.forbidden({ permission: 'case.read' });
    // The client's own reconnection cannot set a header, so it may ask by address.
    const after =
      headers.get('last-event-id') ?? new URL(request.url, 'http://rida').searchParams.get('lastEventId') ?? undefined;
    const stream = reply.raw;
    // Nothing is heard before the next turn of the event loop, when the head has been written.
    const unsubscribe = await platform.live.subscribe(
      {
        organisationId,
        personId: actor.kind === 'staff' ? actor.personId : null,
        hear: (events) => {
          for (const { position, ...event } of events)
            stream.write(`id: ${position}\ndata: ${JSON.stringify(event)}\n\n`);
        },
      },
      after,
    );
    reply.hijack();
    stream.writeHead(200, {
      ...secureHeaders,
      'x-request-id': request.id,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\n\n');
    // Whoever lost the right to listen in the meantime is let go at the next beat. While the database is away nobody can
    // say, and nothing is told.
    const stillHere = () => stream.write(': still here\n\n');
    const heartbeat = setInterval(() => {
      identify(platform, headers).then(stillHere, (error: unknown) => (isDatabaseAway(error) ? stillHere() : end()));
    }, heartbeatMs);
    const end = (): void => {
      clearInterval(heartbeat);
      unsubscribe();
      open.delete(end);
      stream.end();
    };
    open.add(end);
    request.raw.on('close', end);
    if (request.raw.socket.destroyed) end();
  });
}
