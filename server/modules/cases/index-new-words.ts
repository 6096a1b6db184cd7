// Puts the words of new cases into the index beside the intake, before an intake would have to do it while others wait for its number.
import type { Platform } from '#platform/platform.ts';

/**
 * PostgreSQL gathers new words in a list that every search reads, and empties it into the index when it has grown to four
 * megabytes: about 2500 cases, which one intake then spends a second on. Less often is cheaper, for many cases share their words.
 */
const casesAtOnce = 1000;

const counts = new WeakMap<Platform, { since: number; running: boolean }>();

/** Call after each registration. Nobody waits for it; if it fails, PostgreSQL does it in its own time. */
export function indexNewWords(platform: Platform): void {
  const count = counts.get(platform) ?? { since: 0, running: false };
  counts.set(platform, count);
  count.since += 1;
  if (count.since < casesAtOnce || count.running) return;
  count.since = 0;
  count.running = true;
  platform.connection.pool
    .query(`select gin_clean_pending_list('cases_search')`)
    .catch((error: unknown) => platform.log.warn({ err: error }, 'new words were not indexed; the database will do it'))
    .finally(() => (count.running = false));
}
