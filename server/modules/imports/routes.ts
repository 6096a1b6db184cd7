// Routes of the imports module; files come and go by file-routes.ts.
import { implement } from '@orpc/server';
import { importsContract } from '#contract/imports.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { cancelImport } from './cancel-import.ts';
import { changeMapping } from './change-mapping.ts';
import { changeReading, requireEditable } from './change-reading.ts';
import { describeFile } from './describe-file.ts';
import { readImport } from './import-record.ts';
import { listExportKinds, listExports } from './list-exports.ts';
import { listImports } from './list-imports.ts';
import { listKinds } from './list-kinds.ts';
import { listFaults } from './list-faults.ts';
import { requestExport } from './request-export.ts';
import { checkImport, resumeImport, startImport } from './start-import.ts';

const os = implement(importsContract).$context<RequestContext>();

// Each verb asks for the permission of its kind of import.
export const routes = os.router({
  listKinds: os.listKinds.handler(({ context }) => context.asStaff(null, listKinds)),
  list: os.list.handler(({ context, input }) => context.asStaff(null, (ctx) => listImports(ctx, input))),
  get: os.get.handler(({ context, input }) => context.asStaff(null, (ctx) => readImport(ctx, input.id))),
  changeReading: os.changeReading.handler(async ({ context, input }) => {
    const { format, file_id } = await context.asStaff(null, (ctx) => requireEditable(ctx, input.id));
    // The file is read outside of the transaction.
    const file = await context.platform.files.local(file_id);
    try {
      const description = await describeFile(file.path, format, input);
      return await context.asStaff(null, (ctx) => changeReading(ctx, input.id, description));
    } finally {
      await file.release();
    }
  }),
  changeMapping: os.changeMapping.handler(({ context, input }) =>
    context.asStaff(null, (ctx) => changeMapping(ctx, input)),
  ),
  check: os.check.handler(({ context, input }) => context.asStaff(null, (ctx) => checkImport(ctx, input))),
  start: os.start.handler(({ context, input }) => context.asStaff(null, (ctx) => startImport(ctx, input))),
  cancel: os.cancel.handler(({ context, input }) => context.asStaff(null, (ctx) => cancelImport(ctx, input))),
  resume: os.resume.handler(({ context, input }) => context.asStaff(null, (ctx) => resumeImport(ctx, input))),
  listFaults: os.listFaults.handler(({ context, input }) => context.asStaff(null, (ctx) => listFaults(ctx, input))),
  listExportKinds: os.listExportKinds.handler(({ context }) => context.asStaff(null, listExportKinds)),
  requestExport: os.requestExport.handler(({ context, input }) =>
    context.asStaff(null, (ctx) => requestExport(ctx, input)),
  ),
  listExports: os.listExports.handler(({ context, input }) => context.asStaff(null, (ctx) => listExports(ctx, input))),
});
