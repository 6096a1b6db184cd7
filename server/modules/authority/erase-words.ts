// Takes away what was said about subjects whose customer is erased; that something was decided stays.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

export async function eraseAuthorityWords(ctx: Context, subjectType: string, ids: readonly string[]): Promise<void> {
  await sql`select authority_erase_words(${subjectType}, ${[...ids]}::text[])`.execute(ctx.transaction);
}
