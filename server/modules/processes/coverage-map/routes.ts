// Routes of the classification of processes and of the map of what the organisation covers.
import { implement } from '@orpc/server';
import { processCoverageContract } from '#contract/process-coverage.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { classification } from '../classification/classification.ts';
import { excludeElement, includeElement } from './exclude-element.ts';
import { readCoverage } from './read-coverage.ts';

const os = implement(processCoverageContract).$context<RequestContext>();

export const coverageRoutes = os.router({
  classification: os.classification.handler(({ context }) =>
    context.asStaff('process.view', async () => classification),
  ),
  map: os.map.handler(({ context }) => context.asStaff('process.view', readCoverage)),
  exclude: os.exclude.handler(({ context, input }) =>
    context.asStaff('process.classify', (ctx) => excludeElement(ctx, input)),
  ),
  include: os.include.handler(({ context, input }) =>
    context.asStaff('process.classify', (ctx) => includeElement(ctx, input.pcfId)),
  ),
});
