// Serves the built web apps: the staff app everywhere, the customers' portal under /portal; language and direction before first paint.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../db/away.ts';
import { commonErrors } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { builtRoot } from './built-web.ts';

const languages = ['ar', 'fa', 'en'] as const;
type Language = (typeof languages)[number];

/** `root`: another folder than the one the build writes, for tests. */
export async function serveWeb(http: FastifyInstance, platform: Platform, root = builtRoot): Promise<void> {
  const pages = { app: await page(join(root, 'index.html')), portal: await page(join(root, 'portal/index.html')) };
  if (pages.app) {
    await http.register(fastifyStatic, {
      root,
      index: false,
      wildcard: false,
      // The build has written texts smaller beside themselves; pages are sent below, in the reader's language.
      preCompressed: true,
      globIgnore: ['index.html', 'portal/index.html', '**/*.br', '**/*.gz'],
      setHeaders: (reply, path) =>
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  http.setNotFoundHandler(async (request, reply) => {
    const wantsPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !request.url.startsWith('/api/') &&
      !request.url.startsWith('/assets/');
    if (!wantsPage) throw commonErrors.notFound();
    const path = request.url.split('?')[0]!;
    // Without the database the page still comes, in the reader's own language, and says itself what is wrong.
    const organisations = await platform.directory.organisations().catch((error: unknown) => {
      if (isDatabaseAway(error)) return [];
      throw error;
    });
    if (path === '/portal' && organisations[0]) return reply.redirect(`/portal/${organisations[0].slug}`);
    const slug = /^\/portal\/([^/]+)/.exec(path)?.[1];
    const html = path.startsWith('/portal') ? pages.portal : pages.app;
    if (html === undefined)
      return reply.status(503).type('text/plain').send('The web app is not built. Run "npm run build".');
    const organisation = organisations.find((one) => one.slug === slug) ?? organisations[0];
    const language = languageOf(request, organisation?.language);
    return reply
      .type('text/html')
      .header('cache-control', 'no-cache')
      .send(
        html.replace(
          '<html lang="ar" dir="rtl"',
          `<html lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}"`,
        ),
      );
  });
}

async function page(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** The reader's choice, else the organisation's language, else what the browser asks for, else Arabic. */
function languageOf(request: FastifyRequest, organisationLanguage: Language | undefined): Language {
  const chosen = /(?:^|;\s*)rida_language=(ar|fa|en)/.exec(request.headers.cookie ?? '')?.[1] as Language | undefined;
  const asked = (request.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2));
  return (
    chosen ??
    organisationLanguage ??
    (asked.find((code) => (languages as readonly string[]).includes(code)) as Language | undefined) ??
    'ar'
  );
}
