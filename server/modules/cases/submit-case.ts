// A customer submits a case without an account; the device that did it may follow it at once.
import type { z } from 'zod';
import type { PortalCaseInput } from '#contract/portal.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { Context } from '#platform/context.ts';
import type { Closing } from '#platform/db/closing.ts';
import { answerBy } from './answer-by.ts';
import { issueGrant } from './grants.ts';
import { registerCase } from './register-case.ts';

type Submitted = {
  number: string;
  trackingCode: string;
  grant: string;
  expiresAt: Date;
  answerBy: Date | null;
};

export async function submitCase(ctx: Context, input: z.infer<typeof PortalCaseInput>): Promise<Closing<Submitted>> {
  const registered = await registerCase(ctx, {
    kind: input.kind,
    subject: subjectOf(input.text),
    description: input.text,
    categoryId: input.categoryId ?? null,
    priority: 'normal',
    channel: 'portal',
    language: input.language,
    customer: {
      kind: 'person',
      name: input.name,
      language: input.language,
      ...(input.email ? { email: input.email } : {}),
      ...(input.phone ? { phone: input.phone } : {}),
    },
    attachmentIds: input.attachmentIds,
    ...(input.form ? { form: input.form } : {}),
  });
  const { id, customerId, trackingCode } = registered.known;
  const grant = await issueGrant(ctx, { caseId: id, customerId, contactPointId: null, method: 'portal-session' });
  return registered.completing({
    trackingCode,
    grant: grant.secret,
    expiresAt: grant.expiresAt,
    answerBy: await answerBy(ctx, id),
  });
}

/** The first sentence, cut at a word; customers are not asked for a title. */
export function subjectOf(text: string): string {
  const first =
    cleanText(text)
      .split(/[\n.؟?!]/)
      .map((part) => part.trim())
      .find((part) => part.length > 0) ?? cleanText(text);
  if (first.length <= 80) return first;
  const cut = first.slice(0, 80);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trim()}…`;
}
