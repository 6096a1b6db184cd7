// The HTTP server: contract routes under /api, sign-in, live stream, docs, health, metrics and the web apps.
import { randomUUID } from 'node:crypto';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Platform } from '../platform.ts';
import { commonErrors } from '../errors.ts';
import { serveHealth } from './health.ts';
import { serveLive } from './live.ts';
import { countRequests } from './metrics.ts';
import { checkOrigin } from './origin.ts';
import { problemOf } from './problem.ts';
import { requestContext, type RequestContext } from './request.ts';
import { secureHeaders, setHeaders } from './secure-headers.ts';
import { serveSignIn } from './sign-in.ts';
import { serveWeb } from './web.ts';

/** Largest JSON body, bytes. Files go through their own streaming route. */
const bodyLimit = 1_000_000;

export async function createHttp(platform: Platform): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: platform.config.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be decoded reaches no hook and no handler.
    frameworkErrors: (error, request: FastifyRequest, reply: FastifyReply) => {
      setHeaders(request, reply);
      const problem = problemOf(error, platform.log, request.id);
      void reply.status(problem.status).type('application/problem+json').send(problem);
    },
  });
  secureHeaders(http);
  countRequests(http);
  http.addHook('onRequest', async (request) => {
    // Answered at once: a call that is let in would wait for a connection that does not come.
    if (platform.pulse.away && request.url.startsWith('/api/')) throw commonErrors.unavailable();
    if (!isSafe(request.method)) checkOrigin(platform, request.headers);
  });
  // Whoever was answered while closing keeps the connection open, and with it the process, for more than a minute.
  let closing = false;
  http.addHook('preClose', async () => void (closing = true));
  http.addHook('onResponse', async (request, reply) => {
    if (closing) setImmediate(() => http.server.closeIdleConnections());
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unmatched',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  http.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 503) reply.header('retry-after', '5');
  });
  http.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, platform.log, request.id);
    return reply.status(problem.status).type('application/problem+json').send(problem);
  });
  serveHealth(http, platform);
  await http.register(async (scope) => serveSignIn(scope, platform));
  await http.register(async (scope) => serveContract(scope, platform));
  serveLive(http, platform);
  for (const module of platform.modules) module.plainRoutes?.(http, platform);
  await serveWeb(http, platform);
  return http;
}

/** Every module's part of the contract, validated on the way in and out, at /api. */
async function serveContract(scope: FastifyInstance, platform: Platform): Promise<void> {
  const router = Object.assign({}, ...platform.modules.map((module) => module.routes ?? {})) as object;
  const handler = new OpenAPIHandler<RequestContext>(router as never, {
    clientInterceptors: [
      async ({ next, context, input }) => {
        context.input = input;
        try {
          return await next();
        } catch (error) {
          const problem = problemOf(error, context.log, context.headers.get('x-request-id') ?? '');
          throw new ORPCError(problem.code, { status: problem.status, data: problem, cause: error });
        }
      },
    ],
    rootInterceptors: [
      async ({ next, context }) => {
        const result = await next();
        // Refused before the interceptors above: a body that cannot be read.
        const problem =
          result.matched && result.response.status >= 400
            ? (result.response.body as { requestId?: string })
            : undefined;
        if (problem?.requestId === '') problem.requestId = context.headers.get('x-request-id') ?? '';
        return result;
      },
    ],
    customErrorResponseBodyEncoder: (error) => error.data ?? problemOf(error, platform.log, ''),
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
  // Fastify's own limit does not reach bodies that oRPC reads: count here.
  scope.addHook('onRequest', async (request) => {
    if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw commonErrors.tooLarge({ limit: bodyLimit });
    if (request.headers['transfer-encoding']) throw commonErrors.tooLarge({ limit: bodyLimit });
  });
  scope.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode >= 400) reply.header('content-type', 'application/problem+json; charset=utf-8');
  });
  scope.all('/api/*', async (request, reply) => {
    request.headers['x-request-id'] = request.id;
    const { matched } = await handler.handle(request, reply, {
      prefix: '/api',
      context: requestContext(platform, request),
    });
    if (!matched) throw commonErrors.notFound();
  });
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
