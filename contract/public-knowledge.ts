// What the API says to everybody about public knowledge: topics, articles, search, suggestions and feedback, without sign-in.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseKind } from './catalogue.ts';
import { Id, Instant, Language, Nothing, PageQuery, pageOf } from './common.ts';
import { DocumentKind, Found } from './knowledge.ts';
import { Topic } from './knowledge-topics.ts';
import { feedbackFields } from './knowledge-voices.ts';
import { RichText } from './rich-text.ts';

const portal = oc.route({ tags: ['portal'] });
const base = '/portal/{organisation}/knowledge';
const Organisation = z.object({ organisation: z.string().max(40) });

/** An article with what is needed to list it. Numbers are those of addresses. */
export const PublicArticleBrief = z.object({
  number: z.int(),
  kind: DocumentKind,
  topicId: Id.nullable(),
  language: Language,
  title: z.string(),
  summary: z.string(),
  inForceFrom: Instant,
});
export type PublicArticleBrief = z.infer<typeof PublicArticleBrief>;
export const PublicArticle = PublicArticleBrief.extend({
  version: z.int(),
  asked: Language,
  languages: z.array(Language),
  body: RichText,
  /** Of the same topic, at most five. */
  related: z.array(PublicArticleBrief),
});
export type PublicArticle = z.infer<typeof PublicArticle>;

export const SuggestedArticle = Found.omit({ number: true }).extend({ number: z.int(), version: z.int() });
export type SuggestedArticle = z.infer<typeof SuggestedArticle>;

/** Where a customer said that an article helped. */
export const FeedbackSource = z.enum(['article', 'portal-form']);
export type FeedbackSource = z.infer<typeof FeedbackSource>;

/** For everybody, without sign-in: public documents in force and nothing else. */
export const publicKnowledgeContract = {
  topics: portal
    .route({ method: 'GET', path: base, summary: 'Topics that have public articles, and how many' })
    .input(Organisation)
    .output(z.object({ topics: z.array(Topic), languages: z.array(Language) })),
  articles: portal
    .route({ method: 'GET', path: `${base}/articles`, summary: 'Public articles, of a topic and below it' })
    .input(Organisation.extend(PageQuery.shape).extend({ language: Language, topicId: Id.optional() }))
    .output(pageOf(PublicArticleBrief)),
  article: portal
    .route({ method: 'GET', path: `${base}/articles/{number}`, summary: 'A public article' })
    .input(Organisation.extend({ number: z.coerce.number().int().min(1), language: Language }))
    .output(PublicArticle),
  search: portal
    .route({ method: 'GET', path: `${base}/search`, summary: 'Public articles by words' })
    .input(Organisation.extend({ q: z.string().trim().min(1).max(200), language: Language }))
    .output(z.object({ items: z.array(Found) })),
  suggest: portal
    .route({ method: 'POST', path: `${base}/suggestions`, summary: 'Public articles that may help with a text' })
    .input(
      Organisation.extend({
        text: z.string().max(20_000),
        language: Language,
        caseKind: CaseKind.nullable().default(null),
        categoryId: Id.nullable().default(null),
      }),
    )
    .output(z.object({ items: z.array(SuggestedArticle) })),
  /** Thirty an hour from one address. */
  giveFeedback: portal
    .route({
      method: 'POST',
      path: `${base}/articles/{number}/feedback`,
      successStatus: 201,
      summary: 'Did it help, from a customer',
    })
    .input(
      Organisation.extend({
        number: z.coerce.number().int().min(1),
        version: z.int(),
        ...feedbackFields,
        /** `portal-form`: found while writing to us, so that no case was needed. */
        source: FeedbackSource.default('article'),
      }),
    )
    .output(Nothing),
};
