// Processor time of a process and, where asked for, of all that it has started, read from /proc.
import { readFileSync, readdirSync } from 'node:fs';

/** The kernel's unit of process times on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Behind the name in brackets, which may hold spaces: state, parent, …; utime and stime are fields 14 and 15 of the whole. */
function fieldsOf(pid: number | undefined): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const milliseconds = (ticks: number): number => (ticks * 1000) / ticksPerSecond;

/** User and system time so far; null where there is no /proc. */
export function processorMs(pid: number | undefined): number | null {
  const fields = fieldsOf(pid);
  return fields && milliseconds(Number(fields[11]) + Number(fields[12]));
}

/** The same with its children: those that live, and those that have ended. */
export function processorMsOfFamily(pid: number | undefined): number | null {
  const own = fieldsOf(pid);
  if (!own) return null;
  let ticks = Number(own[11]) + Number(own[12]) + Number(own[13]) + Number(own[14]);
  for (const entry of readdirSync('/proc')) {
    const fields = /^\d+$/.test(entry) ? fieldsOf(Number(entry)) : null;
    if (fields && Number(fields[1]) === pid) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return milliseconds(ticks);
}
