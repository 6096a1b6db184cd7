// The addresses of the public knowledge base: pages that need no script, a form, images, and what search engines ask for.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Language } from '#contract/common.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { OrganisationEntry } from '#platform/access/directory.ts';
import { isDatabaseAway } from '#platform/db/away.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { requireOwnPage } from '#platform/http/origin.ts';
import { requestContext } from '#platform/http/request.ts';
import { languageOf } from '#platform/http/web.ts';
import type { Platform } from '#platform/platform.ts';
import { givePublicFeedback } from './give-public-feedback.ts';
import { articlePage } from './public-article-page.ts';
import {
  findPublicArticle,
  mostHelpful,
  publicArticles,
  publicTopics,
  wasPublic,
  withBelow,
} from './public-articles.ts';
import { serveCrawlers } from './public-crawler-routes.ts';
import { serveImages } from './public-image-routes.ts';
import { languageIn, nearestLanguage } from './public-language.ts';
import { refusalPage, searchPage, startPage, topicPage, type Refusal } from './public-pages.ts';
import { countFeedback } from './public-routes.ts';
import { searchPublicly } from './public-search.ts';
import { sendPage, type Page } from './public-send.ts';
import { addressOf, type PublicSite } from './public-site.ts';

const base = '/portal/:organisation/knowledge';
const mostOnStart = 8;
const mostOnPage = 50;

type Params = { organisation: string; language: string; id: string; number: string };
type Request = FastifyRequest<{ Params: Params; Querystring: Record<string, string | string[] | undefined> }>;

export function servePublicKnowledge(http: FastifyInstance, platform: Platform): void {
  serveCrawlers(http, platform, base);
  serveImages(http, platform, base);

  /** An address without a language, such as one that is read out on the phone, leads to the reader's. */
  const chooseLanguage = async (request: Request, reply: FastifyReply) => {
    const organisation = await platform.directory.organisationBySlug(request.params.organisation);
    if (!organisation) return reply.callNotFound();
    const page = request.params.number === undefined ? '' : `/articles/${encodeURIComponent(request.params.number)}`;
    const language = languageOf(request, organisation.language);
    return reply
      .header('vary', 'cookie, accept-language')
      .redirect(`/portal/${encodeURIComponent(organisation.slug)}/knowledge/${language}${page}`, 302);
  };
  http.get(base, chooseLanguage as never);
  http.get(`${base}/articles/:number`, chooseLanguage as never);

  http.get(`${base}/:language`, (request, reply) => answer(platform, request as Request, reply, start));
  http.get(`${base}/:language/topics/:id`, (request, reply) => answer(platform, request as Request, reply, topic));
  http.get(`${base}/:language/articles/:number`, (request, reply) =>
    answer(platform, request as Request, reply, article),
  );
  http.get(`${base}/:language/search`, (request, reply) => answer(platform, request as Request, reply, search));
  http.get(`${base}/:language/*`, (request, reply) => answer(platform, request as Request, reply, missing));

  void http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      // Two thousand characters take up to nine bytes each.
      { parseAs: 'string', bodyLimit: 40_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
    scope.post(`${base}/:language/articles/:number/feedback`, (request, reply) =>
      receiveFeedback(platform, request as Request, reply),
    );
  });
}

type Read = (ctx: Context, site: PublicSite, request: Request) => Promise<Page>;

async function answer(platform: Platform, request: Request, reply: FastifyReply, read: Read): Promise<unknown> {
  const found = await findSite(platform, request);
  if (!found) return reply.callNotFound();
  try {
    const page = await requestContext(platform, request).asCustomer(found.organisation.slug, async (ctx) => {
      const site = { ...found.site, organisation: await readOrganisation(ctx) };
      return { ...(await read(ctx, site, request)), site };
    });
    return await sendPage(request, reply, page.site, page);
  } catch (error) {
    if (error instanceof AppError && error.status < 500)
      return sendPage(request, reply, found.site, refused(found.site, 'missing', 404));
    if (!isDatabaseAway(error)) throw error;
    return sendPage(request, reply, found.site, refused(found.site, 'away', 503));
  }
}

/** The settings of the organisation are not read here; what a page without them needs is. */
async function findSite(
  platform: Platform,
  request: Request,
): Promise<{ organisation: OrganisationEntry; site: PublicSite } | undefined> {
  const { organisation: slug, language: code } = request.params;
  const organisation = await platform.directory.organisationBySlug(slug);
  // What cannot be a language is no address of ours.
  if (!organisation || !/^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i.test(code)) return undefined;
  const known = languageIn(code);
  const site: PublicSite = {
    slug: organisation.slug,
    origin: new URL(platform.config.publicUrl).origin,
    language: known ?? nearestLanguage(code, request.headers['accept-language'], organisation.language),
    unknown: known ? null : code,
    organisation: {
      name: { [organisation.language]: organisation.slug },
      language: organisation.language,
      calendar: 'gregory',
      digits: 'latn',
      timeZone: 'UTC',
      primaryColour: null,
    },
  };
  return { organisation, site };
}

const refused = (site: PublicSite, refusal: Refusal, status: number, path?: string): Page => ({
  status,
  body: refusalPage(site, refusal, path),
  kept: false,
});

const start: Read = async (ctx, site) => {
  const [topics, helpful] = await Promise.all([publicTopics(ctx), mostHelpful(ctx, site.language, mostOnStart)]);
  const articles =
    helpful.length > 0 ? helpful : (await publicArticles(ctx, { language: site.language, limit: mostOnStart })).items;
  return { status: 200, body: startPage(site, { topics, articles, helpful: helpful.length > 0 }), kept: true };
};

const topic: Read = async (ctx, site, request) => {
  const topics = await publicTopics(ctx);
  const shown = topics.find((one) => one.id === request.params.id);
  if (!shown) return refused(site, 'missing', 404);
  const { items, next } = await publicArticles(ctx, {
    language: site.language,
    topicIds: withBelow(topics, shown.id),
    cursor: textOf(request.query['after']) || undefined,
    limit: mostOnPage,
  });
  return { status: 200, body: topicPage(site, { topic: shown, topics, articles: items, next }), kept: true };
};

const article: Read = async (ctx, site, request) => {
  const number = numberOf(request.params.number);
  if (number === undefined) return refused(site, 'missing', 404);
  const [found, topics] = await Promise.all([findPublicArticle(ctx, number, site.language), publicTopics(ctx)]);
  if (!found) return (await wasPublic(ctx, number)) ? refused(site, 'gone', 410) : refused(site, 'missing', 404);
  const said = textOf(request.query['thanks']);
  const thanks = said === 'yes' || said === 'no' ? said : null;
  return { status: 200, body: articlePage(site, found, topics, thanks), kept: thanks === null };
};

const search: Read = async (ctx, site, request) => {
  const words = textOf(request.query['q']).trim().slice(0, 200);
  const [{ found, near }, topics] = await Promise.all([
    searchPublicly(ctx, { q: words, language: site.language }),
    publicTopics(ctx),
  ]);
  return { status: 200, body: searchPage(site, { words, found, near, topics }), kept: true };
};

const missing: Read = (_ctx, site) => Promise.resolve(refused(site, 'missing', 404));

const Feedback = z.object({
  version: z.coerce.number().int().min(1),
  language: Language,
  helpful: z.enum(['yes', 'no']),
  missing: z.string().max(4000).default(''),
});

/** Answers with the article again, so that a page loaded twice says nothing twice. */
async function receiveFeedback(platform: Platform, request: Request, reply: FastifyReply): Promise<unknown> {
  const number = numberOf(request.params.number);
  const path = `/articles/${number ?? 0}`;
  const refuse = (refusal: Refusal, status: number): Promise<unknown> =>
    answer(platform, request, reply, (_ctx, site) => Promise.resolve(refused(site, refusal, status, path)));
  try {
    requireOwnPage(platform, request.headers);
  } catch {
    return refuse('helped.refused.elsewhere', 403);
  }
  const found = await findSite(platform, request);
  if (!found || number === undefined) return refuse('missing', 404);
  const given = Feedback.safeParse(request.body);
  if (!given.success) return refuse('helped.refused.form', 422);
  const { slug } = found.organisation;
  try {
    await countFeedback(platform, { organisation: slug, number, address: request.ip });
  } catch (error) {
    if (error instanceof AppError && error.status === 429) return refuse('helped.refused.many', 429);
    if (isDatabaseAway(error)) return sendPage(request, reply, found.site, refused(found.site, 'away', 503));
    throw error;
  }
  const { helpful, ...said } = given.data;
  const feedback = { ...said, number, helpful: helpful === 'yes', source: 'article' as const };
  const kept = await requestContext(platform, request).asCustomer(slug, (ctx) => givePublicFeedback(ctx, feedback));
  if (!kept) return refuse('helped.refused.changed', 409);
  return reply.redirect(`${addressOf(found.site, path)}?thanks=${helpful}#helped`, 303);
}

/** A parameter given twice is no parameter. */
const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

function numberOf(given: string): number | undefined {
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  return number > 0 ? number : undefined;
}
