// Files of comments and of answers, to be saved by whoever may open them.
import type { FastifyInstance } from 'fastify';
import { Id } from '#contract/common.ts';
import { commonErrors } from '#platform/errors.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { inert } from '../inert.ts';
import { openTaskFile } from './files-of-tasks.ts';

export function serveTaskFiles(http: FastifyInstance, platform: Platform): void {
  http.get<{ Params: { id: string } }>('/api/tasks/files/:id', async (request, reply) => {
    const id = Id.safeParse(request.params.id);
    if (!id.success) throw commonErrors.notFound({});
    const file = await requestContext(platform, request).asStaff(null, (ctx) => openTaskFile(ctx, id.data));
    return inert(reply)
      .type(file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.bytes);
  });
}
