// Uploads and downloads, streamed: staff by session, customers by slug and grant; a file is seen only through its case.
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countAttempt } from '#platform/access/attempts.ts';
import { on, type Context } from '#platform/context.ts';
import { fileErrors, keepFile, openFile, receiveFile } from '#platform/files/files.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { readGrant } from './grants.ts';
import { grantSecret } from './portal-routes.ts';
import type { CaseTables } from './tables.ts';

const hourMs = 3_600_000;
/** Shown in the browser; everything else is downloaded. */
const shown = /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)$/;

export function serveFiles(http: FastifyInstance, platform: Platform): void {
  void http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The bytes stay a stream; the limit is counted while they arrive.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    scope.post('/api/files', async (request, reply) => {
      const context = requestContext(platform, request);
      await context.asStaff('file.upload', async () => {});
      return upload(platform, request, reply, (work) => context.asStaff('file.upload', work));
    });
    scope.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
      const context = requestContext(platform, request);
      return download(
        reply,
        request.params.id,
        (work) => context.asStaff('case.read', work),
        () => Promise.resolve(null),
      );
    });
    scope.post<{ Params: { organisation: string } }>('/api/portal/:organisation/files', async (request, reply) => {
      const context = requestContext(platform, request);
      await countAttempt(platform, `file-upload:${request.ip}`, 100, hourMs);
      return upload(platform, request, reply, (work) => context.asCustomer(request.params.organisation, work));
    });
    scope.get<{ Params: { organisation: string; id: string } }>(
      '/api/portal/:organisation/files/:id',
      async (request, reply) => {
        const context = requestContext(platform, request);
        return download(
          reply,
          request.params.id,
          (work) => context.asCustomer(request.params.organisation, work),
          async (ctx) => (await readGrant(ctx, grantSecret(context.headers))).caseId,
        );
      },
    );
  });
}

type Run = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

async function upload(platform: Platform, request: FastifyRequest, reply: FastifyReply, run: Run): Promise<unknown> {
  const name = decoded(String(request.headers['x-file-name'] ?? 'file'));
  const received = await receiveFile(platform, request.body as Readable, {
    name,
    mediaType: String(request.headers['content-type'] ?? 'application/octet-stream'),
  });
  return reply.status(201).send(await run((ctx) => keepFile(ctx, received)));
}

/** A name that is not percent-encoded as it should be is taken as it stands. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `customersCase` gives the only case whose files may be seen, or null for staff; notes' files are never a customer's. */
async function download(
  reply: FastifyReply,
  id: string,
  run: Run,
  customersCase: (ctx: Context) => Promise<string | null>,
): Promise<unknown> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw fileErrors.notFound({ ids: [id] });
  const file = await run(async (ctx) => {
    const caseId = await customersCase(ctx);
    let query = on<CaseTables>(ctx)
      .selectFrom('case_attachments')
      .select('file_id')
      .where('organisation_id', '=', ctx.organisationId)
      .where('file_id', '=', id);
    if (caseId) query = query.where('case_id', '=', caseId).where('part', '<>', 'note');
    if (!(await query.executeTakeFirst())) throw fileErrors.notFound({ ids: [id] });
    return openFile(ctx, id);
  });
  const disposition = shown.test(file.mediaType) ? 'inline' : 'attachment';
  return (
    reply
      .header('content-type', file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      // Somebody else's bytes: no script of theirs runs on our origin.
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .send(file.bytes)
  );
}
