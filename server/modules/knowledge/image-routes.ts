// Pictures in documents and announcements, for staff; uploads go the way of all files.
import type { FastifyInstance } from 'fastify';
import { on } from '#platform/context.ts';
import { fileErrors, openFile } from '#platform/files/files.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import type { KnowledgeTables } from './tables.ts';

export function serveStaffImages(http: FastifyInstance, platform: Platform): void {
  http.get<{ Params: { id: string } }>('/api/knowledge/images/:id', async (request, reply) => {
    const { id } = request.params;
    if (!/^[0-9a-f-]{36}$/.test(id)) throw fileErrors.notFound({ ids: [id] });
    const file = await requestContext(platform, request).asStaff('knowledge.read', async (ctx) => {
      const held = await on<KnowledgeTables>(ctx)
        .selectFrom('knowledge_images')
        .select('file_id')
        .where('organisation_id', '=', ctx.organisationId)
        .where('file_id', '=', id)
        .executeTakeFirst();
      if (!held) throw fileErrors.notFound({ ids: [id] });
      return openFile(ctx, id);
    });
    return (
      reply
        .type(file.mediaType)
        .header('content-length', file.size)
        .header('cache-control', 'private, max-age=3600')
        // Somebody else's bytes: no script of theirs runs on our origin.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(file.bytes)
    );
  });
}
