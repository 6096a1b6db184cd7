// Diagrams as files, byte for byte as they were written or came in.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { commonErrors } from '#platform/errors.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { draftRow } from './drafts.ts';
import { inert } from '../inert.ts';
import { requireModel } from './models.ts';
import { requireVersion } from './versions.ts';

const uuid = /^[0-9a-f-]{36}$/;

export function serveDiagrams(http: FastifyInstance, platform: Platform): void {
  http.get<{ Params: { id: string } }>('/api/process-models/:id/draft/diagram', async (request, reply) => {
    const id = idOf(request.params.id);
    const file = await requestContext(platform, request).asStaff('process.view', async (ctx) => {
      const { key } = await requireModel(ctx, id);
      return { name: `${key}.bpmn`, xml: (await draftRow(ctx, id)).xml };
    });
    return sendDiagram(reply, file);
  });
  http.get<{ Params: { id: string; number: string } }>(
    '/api/process-models/:id/versions/:number/diagram',
    async (request, reply) => {
      const id = idOf(request.params.id);
      const number = Number(request.params.number);
      if (!Number.isInteger(number) || number < 1 || number > 1_000_000) throw commonErrors.notFound({});
      const file = await requestContext(platform, request).asStaff('process.view', async (ctx) => {
        const { key } = await requireModel(ctx, id);
        return { name: `${key}-${number}.bpmn`, xml: (await requireVersion(ctx, id, number)).xml };
      });
      return sendDiagram(reply, file);
    },
  );
}

function idOf(text: string): string {
  if (!uuid.test(text)) throw commonErrors.notFound({});
  return text;
}

const sendDiagram = (reply: FastifyReply, { name, xml }: { name: string; xml: string }) =>
  inert(reply)
    .type('application/xml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(xml, 'utf8'));
