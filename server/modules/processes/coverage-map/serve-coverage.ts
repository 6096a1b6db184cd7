// The map of coverage as a file.
import type { FastifyInstance } from 'fastify';
import type { Language } from '#contract/common.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { coverageFile } from './coverage-file.ts';
import { readCoverage } from './read-coverage.ts';

export function serveCoverage(http: FastifyInstance, platform: Platform): void {
  http.get<{ Querystring: { language?: string } }>('/api/process-coverage/file', async (request, reply) => {
    const { language } = request.query;
    const wanted: Language = language === 'ar' || language === 'fa' ? language : 'en';
    const coverage = await requestContext(platform, request).asStaff('process.view', readCoverage);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="process-coverage.csv"')
      .header('cache-control', 'private, no-store')
      .send(coverageFile(coverage, wanted));
  });
}
