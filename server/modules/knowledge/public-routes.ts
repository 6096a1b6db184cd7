// Public knowledge as JSON, for the portal's form and for other sites of the organisation.
import { implement } from '@orpc/server';
import { publicKnowledgeContract } from '#contract/public-knowledge.ts';
import { countAttempt } from '#platform/access/attempts.ts';
import type { RequestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { knowledgeErrors } from './errors.ts';
import { givePublicFeedback } from './give-public-feedback.ts';
import { languagesInUse, publicArticle, publicArticles, publicTopics, withBelow } from './public-articles.ts';
import { searchPublicly, suggestPublicly } from './public-search.ts';

const hourMs = 3_600_000;

/** Against whoever would drown what readers say: from one address, on one article from it, and on one article from anywhere. */
export async function countFeedback(
  platform: Platform,
  from: { organisation: string; number: number; address: string },
): Promise<void> {
  const article = `${from.organisation}:${from.number}`;
  await countAttempt(platform, `knowledge-feedback:from:${from.address}`, 30, hourMs);
  await countAttempt(platform, `knowledge-feedback:of:${article}:${from.address}`, 5, hourMs);
  await countAttempt(platform, `knowledge-feedback:of:${article}`, 600, hourMs);
}

const os = implement(publicKnowledgeContract).$context<RequestContext>();

export const publicKnowledgeRoutes = os.router({
  topics: os.topics.handler(({ context, input }) =>
    context.asCustomer(input.organisation, async (ctx) => ({
      topics: await publicTopics(ctx),
      languages: await languagesInUse(ctx),
    })),
  ),
  articles: os.articles.handler(({ context, input }) =>
    context.asCustomer(input.organisation, async (ctx) => {
      const { topicId } = input;
      const topicIds = topicId && withBelow(await publicTopics(ctx), topicId);
      return publicArticles(ctx, { ...input, ...(topicIds && { topicIds }) });
    }),
  ),
  article: os.article.handler(({ context, input }) =>
    context.asCustomer(input.organisation, (ctx) => publicArticle(ctx, input.number, input.language)),
  ),
  search: os.search.handler(({ context, input }) =>
    context.asCustomer(input.organisation, async (ctx) => {
      const { found } = await searchPublicly(ctx, input);
      return { items: found.map(({ text: _text, version: _version, ...one }) => one) };
    }),
  ),
  suggest: os.suggest.handler(async ({ context, input }) => {
    await countAttempt(context.platform, `knowledge-suggest:${context.address}`, 1200, hourMs);
    return context.asCustomer(input.organisation, async (ctx) => ({ items: await suggestPublicly(ctx, input) }));
  }),
  giveFeedback: os.giveFeedback.handler(async ({ context, input }) => {
    await countFeedback(context.platform, { ...input, address: context.address });
    return context.asCustomer(input.organisation, async (ctx) => {
      if (!(await givePublicFeedback(ctx, input))) throw knowledgeErrors.notInForce();
      return {};
    });
  }),
});
