// What the API says about imports: a file of rows, how it is read, what its columns mean, its trial run, its run, its refused rows.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ActorView, FieldFault, Id, IdParam, Instant, LocaleText, Nothing, PageQuery, pageOf } from './common.ts';

export const ImportFormat = z.enum(['csv', 'xlsx']);
/** `windows-1256-fa` reads the same bytes and makes Persian ی and ک of the letters that this encoding has only in Arabic. */
export const ImportEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1256-fa']);
export type ImportEncoding = z.infer<typeof ImportEncoding>;
export const ImportDelimiter = z.enum([',', ';', '\t', '|']);
export type ImportDelimiter = z.infer<typeof ImportDelimiter>;

/** How the dates of a column are written. `excel-serial` counts days since 1899-12-30. */
export const DateReading = z.enum(['gregory', 'gregory-month-first', 'islamic-umalqura', 'persian', 'excel-serial']);
export type DateReading = z.infer<typeof DateReading>;

export const ImportState = z.enum(['described', 'checking', 'checked', 'running', 'cancelled', 'failed', 'finished']);
export type ImportState = z.infer<typeof ImportState>;

export const ImportFieldView = z.object({
  key: z.string(),
  names: LocaleText,
  type: z.enum(['text', 'number', 'date', 'yes-no', 'choice', 'email', 'phone', 'region']),
  required: z.boolean(),
  unique: z.boolean(),
  choices: z.array(z.object({ value: z.string(), names: LocaleText })),
});
export type ImportFieldView = z.infer<typeof ImportFieldView>;

export const ImportKind = z.object({
  name: z.string(),
  matchKeys: z.array(z.string()),
  fields: z.array(ImportFieldView),
});

export const ImportReading = z.object({
  /** Null for XLSX. */
  encoding: ImportEncoding.nullable(),
  /** From 0 to 1: how sure the guess of the encoding is; 1 when a person chose it. */
  confidence: z.number().min(0).max(1),
  delimiter: ImportDelimiter.nullable(),
  /** Sheets of an XLSX file, in order. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** The row that names the columns, from 1; 0: no row does. */
  headerRow: z.int().min(0).max(50),
});
export type ImportReading = z.infer<typeof ImportReading>;

export const ImportColumn = z.object({
  /** The place in the row, from 0. */
  index: z.int().min(0).max(499),
  header: z.string(),
  /** The first different values. */
  samples: z.array(z.string()),
  /** Key of the field it fills; null: the column is left out. */
  field: z.string().nullable(),
  /** Of dates only. */
  dates: DateReading.nullable(),
  /** Whether field and dates are a guess of the product or the word of a person. */
  guessed: z.boolean(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const ImportCounts = z.object({
  /** Rows looked at so far. */
  done: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** Of those written: rows of which something was left out. */
  warned: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** A row that was refused, or of which something was left out. */
export const FaultyRow = z.object({
  /** As the spreadsheet numbers it. */
  row: z.int(),
  /** What stands in the columns that are imported, by key of the field. */
  values: z.record(z.string(), z.string()),
  refused: z.boolean(),
  faults: z.array(FieldFault),
});
export type FaultyRow = z.infer<typeof FaultyRow>;

export const ImportBrief = z.object({
  id: Id,
  kind: z.string(),
  fileName: z.string(),
  /** bytes */
  fileSize: z.int(),
  state: ImportState,
  createdAt: Instant,
  createdBy: ActorView,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** Rows of the file that hold something; null until the trial run has counted them. */
  rowCount: z.int().nullable(),
  counts: ImportCounts,
});
export type ImportBrief = z.infer<typeof ImportBrief>;

export const Import = ImportBrief.extend({
  format: ImportFormat,
  reading: ImportReading,
  columns: z.array(ImportColumn),
  /** The first rows below the header as they are read now. */
  preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  matchBy: z.string().nullable(),
  emptyCells: z.enum(['keep', 'clear']),
  /** What the trial run found; null before it. */
  check: ImportCounts.nullable(),
  /** The first faults: of the trial run, or of the run. */
  firstFaults: z.array(FaultyRow),
  /** Why it failed. */
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  /** When file and refused rows are removed; null once they were. */
  keptUntil: Instant.nullable(),
});
export type Import = z.infer<typeof Import>;

const tag = oc.route({ tags: ['imports'] });
const changing = (path: `/${string}`, summary: string) =>
  tag.route({ method: 'POST', path, summary }).input(IdParam).output(Import);

export const importsContract = {
  listKinds: tag
    .route({ method: 'GET', path: '/import-kinds', summary: 'What can be imported, with its fields' })
    .input(Nothing)
    .output(z.object({ items: z.array(ImportKind) })),
  list: tag
    .route({ method: 'GET', path: '/imports', summary: 'Imports, newest first' })
    .input(PageQuery.extend({ kind: z.string().max(40).optional() }))
    .output(pageOf(ImportBrief)),
  get: tag.route({ method: 'GET', path: '/imports/{id}', summary: 'One import' }).input(IdParam).output(Import),
  changeReading: tag
    .route({
      method: 'PUT',
      path: '/imports/{id}/reading',
      summary: 'Read the file with another encoding, delimiter, sheet or header row',
    })
    .input(
      IdParam.extend({
        encoding: ImportEncoding.optional(),
        delimiter: ImportDelimiter.optional(),
        sheet: z.string().max(200).optional(),
        headerRow: z.int().min(0).max(50).optional(),
      }),
    )
    .output(Import),
  changeMapping: tag
    .route({ method: 'PUT', path: '/imports/{id}/mapping', summary: 'Say what the columns mean' })
    .input(
      IdParam.extend({
        columns: z
          .array(
            z.object({
              index: z.int().min(0).max(499),
              field: z.string().max(60).nullable(),
              dates: DateReading.nullable().optional(),
            }),
          )
          .max(500),
        matchBy: z.string().max(60).nullable(),
        emptyCells: z.enum(['keep', 'clear']),
      }),
    )
    .output(Import),
  check: changing('/imports/{id}/check', 'Run it on trial: everything is checked and nothing is written'),
  start: changing('/imports/{id}/start', 'Run it'),
  cancel: changing('/imports/{id}/cancellation', 'Stop it; what was written stays'),
  resume: changing('/imports/{id}/resumption', 'Go on after the last row that was written'),
  listFaults: tag
    .route({
      method: 'GET',
      path: '/imports/{id}/faulty-rows',
      summary: 'Refused rows, and rows cut short, in the order of the file',
    })
    .input(PageQuery.extend({ id: Id }))
    .output(pageOf(FaultyRow)),
  listExportKinds: tag
    .route({ method: 'GET', path: '/export-kinds', summary: 'Lists that can leave as a file, with their columns' })
    .input(Nothing)
    .output(
      z.object({
        items: z.array(
          z.object({
            name: z.string(),
            columns: z.array(z.object({ key: z.string(), names: LocaleText })),
            leftOut: z.array(z.object({ what: LocaleText, reason: z.enum(['no-right', 'merged']) })),
          }),
        ),
      }),
    ),
  requestExport: tag
    .route({
      method: 'POST',
      path: '/exports',
      successStatus: 201,
      summary: 'Ask for a list as a file; it can be fetched once, within ten minutes, at /api/exports/{id}/file',
    })
    .input(
      z.object({
        kind: z.string().max(40),
        format: ImportFormat,
        query: z.record(z.string().max(40), z.string().max(500)).default({}),
      }),
    )
    .output(z.object({ id: Id })),
  listExports: tag
    .route({ method: 'GET', path: '/exports', summary: 'Lists that left as files, newest first' })
    .input(PageQuery)
    .output(
      pageOf(
        z.object({
          id: Id,
          kind: z.string(),
          format: ImportFormat,
          requestedAt: Instant,
          requestedBy: ActorView,
          /** Null while it is being written, or when it was never fetched whole. */
          rowCount: z.int().nullable(),
        }),
      ),
    ),
};
