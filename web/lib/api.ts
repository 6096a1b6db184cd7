// The typed client of the API: every refusal arrives as a ProblemError, every POST carries an idempotency key.
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { v7 as uuidv7 } from 'uuid';
import type { contract } from '#contract/index.ts';
import { contractRoutes } from './contract-routes.ts';
import { ProblemError, problemFrom } from './problem-error.ts';

/** Give the key of the attempt before when the same thing is sent again, so that it cannot happen twice. */
export type CallContext = { idempotencyKey?: string };
export type Api = JsonifiedClient<ContractRouterClient<typeof contract, CallContext>>;

const link = new OpenAPILink<CallContext>(contractRoutes, {
  url: () => `${location.origin}/api`,
  fetch: (request, init, { context }) => send(request, init, context.idempotencyKey),
  customErrorResponseBodyDecoder: (body, response) =>
    new ORPCError('PROBLEM', { status: response.status, data: problemFrom(body, response.status) }),
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw asProblemError(error);
      }
    },
  ],
});

export const api: Api = createORPCClient(link);

async function send(request: Request, init: RequestInit, idempotencyKey?: string): Promise<Response> {
  if (request.method === 'POST') request.headers.set('idempotency-key', idempotencyKey ?? uuidv7());
  const response = await fetch(request, {
    ...init,
    credentials: 'same-origin',
    // What an undo toast still held back is sent while the page goes away; the browser must let it finish.
    keepalive: document.visibilityState === 'hidden',
  });
  // The link would read application/problem+json as a file, and the refusal would lose its code.
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function asProblemError(error: unknown): unknown {
  if (error instanceof ORPCError && error.code === 'PROBLEM') return new ProblemError(error.data);
  // A signal that was aborted is nobody's fault; fetch says TypeError when the server cannot be reached.
  if (error instanceof TypeError) return new ProblemError(problemFrom({ code: 'network.unreachable' }, 0));
  return error;
}
