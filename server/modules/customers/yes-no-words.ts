// No and yes as files of ours write them, and read them again.
import type { ExportLanguage } from '#platform/exporter.ts';

export const yesNoWords: Record<ExportLanguage, readonly [no: string, yes: string]> = {
  ar: ['لا', 'نعم'],
  fa: ['خیر', 'بله'],
  en: ['no', 'yes'],
};
