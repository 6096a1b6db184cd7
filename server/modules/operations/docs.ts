// OpenAPI 3.1 of the whole contract at /api/openapi.json and a page to read it at /api/docs.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { contract } from '#contract/index.ts';
import { Problem } from '#contract/common.ts';
import { toJSONSchema } from 'zod';

/** The same document that `docs/api/openapi.json` holds; a test compares. */
export async function openApi(): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: {
      title: 'Rida',
      version: '1',
      description:
        'Customer operations, closed by the customer. Errors are RFC 9457 problems with a stable `code`. Send `Idempotency-Key` with every POST.',
    },
    servers: [{ url: '/api' }],
    components: {
      schemas: { Problem: toJSONSchema(Problem) as never },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'rida.session_token' },
        apiKey: { type: 'http', scheme: 'bearer' },
        grant: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Grant <secret>`, portal only' },
      },
    },
    security: [{ session: [] }, { apiKey: [] }],
  });
}

export function serveDocs(http: FastifyInstance): void {
  let document: Promise<object> | undefined;
  http.get('/api/openapi.json', async () => (document ??= openApi()));
  const assets = createRequire(import.meta.url);
  const assetPath = (name: string): string => assets.resolve(`swagger-ui-dist/${name}`);
  for (const [name, type] of [
    ['swagger-ui-bundle.js', 'text/javascript'],
    ['swagger-ui.css', 'text/css'],
  ] as const) {
    http.get(`/api/docs/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'max-age=3600')
        .send(await readFile(assetPath(name))),
    );
  }
  http.get('/api/docs/start.js', async (_request, reply) =>
    reply
      .type('text/javascript')
      .send(
        "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: false });",
      ),
  );
  http.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html')
      .send(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rida API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="docs"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>',
      ),
  );
}
