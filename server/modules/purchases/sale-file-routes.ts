// Where a dealer's file of sales comes in: looked at, shown back, and removed at once.
import { rm } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { SaleFile } from '#contract/purchases.ts';
import { formatOf, leaveBodiesAlone, receiveRowFile } from '#modules/imports/index.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { checkSaleFile, readSaleFile, saleFileSettings } from './sale-file.ts';

const mostBytes = { csv: 4 * 1024 * 1024, xlsx: 4 * 1024 * 1024 };

export function serveSaleFiles(http: FastifyInstance, platform: Platform): void {
  void http.register(async (scope) => {
    leaveBodiesAlone(scope);
    scope.post('/api/sales/files', async (request, reply) => {
      const context = requestContext(platform, request);
      // Before a byte is taken in: whoever may not sell sends no file.
      const settings = await context.asStaff('sale.record', saleFileSettings);
      const file = await receiveRowFile(platform, request, mostBytes);
      try {
        const read = await readSaleFile({ ...file, format: formatOf(file) }, settings);
        const checked: SaleFile = await context.asStaff('sale.record', (ctx) => checkSaleFile(ctx, read));
        return await reply.send(checked);
      } finally {
        await rm(file.path, { force: true });
      }
    });
  });
}
