// Days as Excel counts them: whole numbers since the end of 1899, or since 1904 in files that come from old Macs.

const dayMs = 86_400_000;

/** "YYYY-MM-DD" of a serial number, whose fraction is the time of day; null outside of 1900 to 2199. */
export function isoOfSerial(serial: number, from1904 = false): string | null {
  // Excel counts a 29 February 1900 that never was: before it, numbers are one day short.
  const days = Math.floor(serial) + (from1904 ? 1462 : serial < 60 ? 1 : 0);
  if (days < 2 || days > 109_571) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * dayMs).toISOString().slice(0, 10);
}
