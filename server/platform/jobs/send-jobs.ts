// Sends the jobs of a transaction inside it, one statement a queue, so that they exist exactly when the change does.
import type { Context } from '../context.ts';
import type { Session } from '../db/session.ts';

/** Returns when the statements have gone out: they are answered with the commit, which fails when one of them does. */
export async function sendJobs(ctx: Context, session: Session): Promise<void> {
  const byQueue = new Map<string, Context['jobs']>();
  for (const request of ctx.jobs) {
    const queue = byQueue.get(request.queue) ?? [];
    queue.push(request);
    byQueue.set(request.queue, queue);
  }
  await Promise.all(
    Array.from(
      byQueue,
      ([queue, requests]) =>
        new Promise<void>((sent, failed) => {
          const executeSql = async (sql: string, parameters: readonly unknown[] = []) => {
            const answer = session.send({ sql, parameters });
            sent();
            return { rows: (await answer).rows };
          };
          ctx.platform.jobs.send({ executeSql }, queue, requests).then(sent, failed);
        }),
    ),
  );
}
