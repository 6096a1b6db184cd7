// How much an import takes: measured so that a million rows stay below 300 MB of memory, and that a file made to harm stops early.

/** Bytes of an uploaded CSV file; about eight million rows of the usual width, more than `rows` lets in. */
export const csvBytes = 1024 * 1024 * 1024;
/** Bytes of an uploaded XLSX file. It is packed: Excel's own limit of 1,048,576 rows fits in about a tenth of it. */
export const xlsxBytes = 256 * 1024 * 1024;
export const rows = 2_000_000;
export const columns = 500;
/** Characters of one row of a CSV file; a quote that is not closed would otherwise swallow the rest of the file. */
export const rowLength = 1_000_000;
/** Characters of one cell, as in Excel. */
export const cellLength = 32_767;
/** Bytes that the parts of an XLSX file may have when unpacked; a bomb ends here. */
export const xlsxUnpacked = 4 * 1024 * 1024 * 1024;
/** Bytes of the texts that an XLSX file keeps in one place and names by number: they are held in memory. */
export const sharedTextBytes = 64 * 1024 * 1024;
export const sharedTexts = 2_000_000;
/** Rows written in one transaction. */
export const batch = 2_000;
/** Rows of the trial run whose faults are kept. */
export const trialFaults = 1_000;
/** Days after which file, samples and refused rows are removed. */
export const keptDays = 30;
