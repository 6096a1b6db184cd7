// Images of public articles, for everybody; an image that no article in force shows is not there.
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { Context } from '#platform/context.ts';
import { fileErrors } from '#platform/files/files.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';

type ImageRow = { name: string; media_type: string; size: string; storage_key: string };
const shown = /^image\/(?:png|jpeg|gif|webp|avif)$/;

export function serveImages(http: FastifyInstance, platform: Platform, base: string): void {
  http.get<{ Params: { organisation: string; id: string } }>(`${base}/images/:id`, async (request, reply) => {
    const { organisation, id } = request.params;
    const { row, bytes } = await requestContext(platform, request).asCustomer(organisation, (ctx) =>
      openImage(ctx, id),
    );
    return (
      reply
        .type(row.media_type)
        .header('content-length', row.size)
        .header('cache-control', 'public, max-age=3600')
        // Somebody else's bytes: no script of theirs runs on our origin.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(bytes)
    );
  });
}

async function openImage(ctx: Context, id: string) {
  if (!/^[\da-f-]{36}$/.test(id)) throw fileErrors.notFound({ ids: [id] });
  const { rows } = await sql<ImageRow>`
    select name, media_type, size, storage_key from knowledge_public_image(${id}::uuid)`.execute(ctx.transaction);
  const row = rows[0];
  if (!row || !shown.test(row.media_type)) throw fileErrors.notFound({ ids: [id] });
  return { row, bytes: await ctx.platform.files.read(row.storage_key) };
}
