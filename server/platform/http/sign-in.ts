// Mounts better-auth at /api/auth, with the caller's address set by us and our headers kept.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';

export function serveSignIn(scope: FastifyInstance, platform: Platform): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 20_000 }, (_request, body, done) => done(null, body));
  scope.all('/api/auth/*', async (request, reply) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value);
    headers.set('x-rida-address', request.ip);
    const body = request.body as Buffer | undefined;
    const answer = await platform.auth.handler(
      new Request(new URL(request.url, platform.config.publicUrl), {
        method: request.method,
        headers,
        ...(body && request.method !== 'GET' ? { body: new Uint8Array(body) } : {}),
      }),
    );
    reply.status(answer.status);
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
    for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
    return reply.send(answer.body ? Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream) : null);
  });
}
