// Where files of imports come in and files of refused rows go out, streamed.
import { rm } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { LocaleText } from '#contract/common.ts';
import type { Import } from '#contract/imports.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { commonErrors } from '#platform/errors.ts';
import { identify, requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { createImport } from './create-import.ts';
import { describeFile } from './describe-file.ts';
import { exportFile } from './export-file.ts';
import { authorizedExporter } from './exporters.ts';
import { fileTexts } from './file-texts.ts';
import { requireImport } from './import-record.ts';
import { authorizedImporter } from './importers.ts';
import { formatOf, leaveBodiesAlone, receiveRowFile } from './receive-row-file.ts';
import { refusedFile } from './refused-file.ts';
import { noteExported, takeExport } from './request-export.ts';

export function serveFiles(http: FastifyInstance, platform: Platform): void {
  void http.register(async (scope) => {
    leaveBodiesAlone(scope);
    scope.post<{ Params: { kind: string } }>('/api/import-kinds/:kind/imports', async (request, reply) => {
      const context = requestContext(platform, request);
      await context.asStaff(null, async (ctx) => void authorizedImporter(ctx, request.params.kind));
      const file = await receiveRowFile(platform, request);
      try {
        const format = formatOf(file);
        const description = await describeFile(file.path, format);
        const made = await context.asStaff(null, (ctx) =>
          createImport(ctx, { kind: request.params.kind, format, file, description }),
        );
        return await reply.status(201).send(made satisfies Import);
      } catch (error) {
        await rm(file.path, { force: true });
        throw error;
      }
    });
    scope.get<{ Params: { id: string; format: string }; Querystring: { language?: string } }>(
      '/api/imports/:id/refused-rows.:format',
      async (request, reply) => {
        const [format, language] = [formatParam(request.params.format), languageParam(request.query.language)];
        const id = idParam(request.params.id);
        const context = requestContext(platform, request);
        const read: Read = (work) => context.asStaff(null, work);
        const { record, names } = await read(async (ctx) => {
          const found = await requireImport(ctx, id);
          const fields = await authorizedImporter(ctx, found.kind).fields(ctx);
          const named = fields.map((field) => [field.key, inLanguage(field.names, language)] as const);
          return { record: found, names: new Map(named) };
        });
        const name = `${record.file_name.replace(/\.[^.]*$/, '')}-${fileTexts[language].reasons}`;
        return reply.headers(fileHeaders(name, format)).send(refusedFile(record, { format, language, names, read }));
      },
    );
    scope.get<{ Params: { id: string }; Querystring: { language?: string } }>(
      '/api/exports/:id/file',
      async (request, reply) => {
        const language = languageParam(request.query.language);
        const id = idParam(request.params.id);
        // Fetching is noted, which a request that only reads could not do; the id is unguessable and good once.
        const who = await identify(platform, requestContext(platform, request).headers);
        const taken = await transact(platform, who, async (ctx) => {
          const wanted = await takeExport(ctx, id);
          const exporter = authorizedExporter(ctx, wanted.kind);
          return { ...wanted, exporter, ...(await exporter.columns(ctx)) };
        });
        const file = exportFile({
          ...taken,
          language,
          read: (work) => transact(platform, { ...who, readOnly: true }, work),
          done: (rows) => transact(platform, who, (ctx) => noteExported(ctx, id, rows)),
        });
        const day = isoDateAt(platform.clock.now(), 'UTC');
        return reply.headers(fileHeaders(`${taken.kind}-${day}`, taken.format)).send(file);
      },
    );
  });
}

type Read = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
type Language = keyof typeof fileTexts;

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function fileHeaders(name: string, format: 'csv' | 'xlsx'): Record<string, string> {
  return {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    'cache-control': 'no-store',
  };
}

function formatParam(text: string): 'csv' | 'xlsx' {
  if (text === 'csv' || text === 'xlsx') return text;
  throw commonErrors.notFound();
}

function languageParam(text: string | undefined): Language {
  return text === 'ar' || text === 'fa' ? text : 'en';
}

function idParam(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw commonErrors.notFound();
  return text;
}

const inLanguage = (names: LocaleText, language: Language): string =>
  names[language] ?? names.ar ?? names.fa ?? names.en ?? '';
