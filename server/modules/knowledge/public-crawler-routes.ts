// What search engines ask for: the list of all public articles in their languages, and which parts of this site are theirs.
import type { FastifyInstance } from 'fastify';
import { html } from '#platform/http/html.ts';
import { requestContext } from '#platform/http/request.ts';
import type { Platform } from '#platform/platform.ts';
import { sitemapRows, type SitemapRow } from './public-articles.ts';
import { publicLanguages } from './public-language.ts';

const keptHour = 'public, max-age=3600';

export function serveCrawlers(http: FastifyInstance, platform: Platform, base: string): void {
  const origin = new URL(platform.config.publicUrl).origin;

  http.get('/robots.txt', async (_request, reply) => {
    const organisations = await platform.directory.organisations();
    const maps = organisations.map(
      ({ slug }) => `Sitemap: ${origin}/portal/${encodeURIComponent(slug)}/knowledge/sitemap.xml`,
    );
    // A page of the portal shows nothing without script, and a case nothing without its owner.
    const lines = ['User-agent: *', 'Disallow: /', 'Allow: /portal/*/knowledge/', 'Allow: /assets/', ...maps];
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', keptHour)
      .send(`${lines.join('\n')}\n`);
  });

  http.get<{ Params: { organisation: string } }>(`${base}/sitemap.xml`, async (request, reply) => {
    const organisation = await platform.directory.organisationBySlug(request.params.organisation);
    if (!organisation) return reply.callNotFound();
    const rows = await requestContext(platform, request).asCustomer(organisation.slug, sitemapRows);
    const at = `${origin}/portal/${encodeURIComponent(organisation.slug)}/knowledge`;
    return reply.type('application/xml; charset=utf-8').header('cache-control', keptHour).send(sitemap(at, rows));
  });
}

function sitemap(at: string, rows: readonly SitemapRow[]): string {
  const starts = publicLanguages.map((language) => html`<url><loc>${at}/${language}</loc></url> `);
  const articles = rows.flatMap(({ number, languages, changedAt }) => {
    const address = (language: string): string => `${at}/${language}/articles/${number}`;
    const others = languages.map(
      (one) => html`<xhtml:link rel="alternate" hreflang="${one}" href="${address(one)}" />`,
    );
    return languages.map(
      (one) => html`<url><loc>${address(one)}</loc><lastmod>${changedAt.toISOString()}</lastmod>${others}</url> `,
    );
  });
  return html`<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      ${starts}${articles}</urlset
    > `.source;
}
