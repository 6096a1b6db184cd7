// The head answers a finding: explained, or accepted as it was found, with words. Answers are added, never changed.
import type { FindingDetail } from '#contract/authority.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { authorityErrors } from './errors.ts';
import { detailOf, visibleFinding } from './look-at-finding.ts';
import type { AuthorityTables } from './tables.ts';

/** Throws `authority.finding-not-found`; `authority.not-the-head` for the person whose decision it was. */
export async function answerFinding(
  ctx: Context,
  { id, kind, words }: { id: string; kind: 'explained' | 'accepted'; words: string },
): Promise<FindingDetail> {
  const finding = await visibleFinding(ctx, id);
  const me = actorId(ctx.actor);
  if (!finding.mayAnswer || me === null) throw authorityErrors.notTheHead({ id });
  await on<AuthorityTables>(ctx)
    .insertInto('authority_answers')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      finding_id: id,
      kind,
      words: cleanText(words),
      by_id: me,
      at: ctx.clock.now(),
    })
    .execute();
  append(ctx, {
    type: 'authority.finding-answered',
    subjectType: 'authority-finding',
    subjectId: id,
    data: { kind },
    onlyFor: [finding.personId, me],
  });
  return detailOf(ctx, { ...finding, answered: kind });
}
