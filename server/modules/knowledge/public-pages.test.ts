// The public knowledge base over HTTP: who sees what, in which language, and what a reader may say.
import type { FastifyInstance } from 'fastify';
import sax from 'sax';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#contract/common.ts';
import type { RichTextNode } from '#kernel/rich-text/rich-text.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { beginDraft } from './begin-draft.ts';
import { approveDraft, buildInForce, richText, versionText, type DraftWish } from './factory.ts';
import { retireDocument } from './retire-document.ts';
import { createTopic } from './topics.ts';

interface Text {
  title: string;
  summary?: string;
  body: string | RichTextNode[];
}
interface Wish {
  texts: Partial<Record<Language, Text>>;
  audience?: 'public' | 'staff';
  topicId?: string;
}

const textsOf = (texts: Wish['texts']): NonNullable<DraftWish['texts']> =>
  Object.entries(texts).map(([language, { title, summary = '', body }]) =>
    versionText({
      language: language as Language,
      title,
      summary,
      body: typeof body === 'string' ? richText(body) : { type: 'doc', content: body },
    }),
  );

async function publish(wish: Wish, of = organisation): Promise<{ id: string; number: number; author: BuiltPerson }> {
  const author = await of.buildPerson();
  const [language, first] = Object.entries(wish.texts)[0] as [Language, Text];
  const { topicId = null, audience = 'public' } = wish;
  const document = { kind: 'article' as const, audience, language, title: first.title, topicId };
  const id = await buildInForce(of, author, { document, texts: textsOf(wish.texts) });
  const { rows } = await app.platform.connection.pool.query<{ number: number }>(
    'select number from knowledge_documents where id = $1',
    [id],
  );
  return { id, number: rows[0]!.number, author };
}

let app: TestApp;
let http: FastifyInstance;
let organisation: BuiltOrganisation;
let topicId: string;
let refund: Awaited<ReturnType<typeof publish>>;
let meter: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  organisation = await buildOrganisation(app.platform, {
    language: 'ar',
    country: 'SA',
    settings: { calendar: 'islamic-umalqura' },
  });
  topicId = await organisation.run(
    async (ctx) => (await createTopic(ctx, { parentId: null, name: { ar: 'الفواتير', en: 'Bills' } })).id,
  );
  refund = await publish({
    topicId,
    texts: {
      ar: { title: 'استرداد المبالغ الزائدة', body: 'تُعاد المبالغ خلال خمسة أيام من إصدار الفاتورة.' },
      en: { title: 'Refunds & "credits"', summary: 'How money comes back', body: 'Within five days.' },
    },
  });
  meter = await publish({
    topicId,
    texts: { ar: { title: 'قراءة العدّاد', body: 'تُقرأ مرة في الشهر.' } },
  });
});
afterAll(async () => {
  await http.close();
  await app.close();
});

const at = (path: string, of = organisation): string => `/portal/${of.slug}/knowledge${path}`;
const get = async (path: string, headers: Record<string, string> = {}) => {
  const url = path.startsWith('/portal') ? path : at(path);
  const { statusCode, headers: answered, rawPayload, body } = await http.inject({ method: 'GET', url, headers });
  // Lines are broken where the source breaks them.
  const tight = body
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('> <', '><')
    .replaceAll(' >', '>');
  return { statusCode, headers: answered, rawPayload, source: body, body: tight };
};

const ownPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
let addresses = 0;
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = ownPage, from?: string) =>
  http.inject({
    method: 'POST',
    url: at(path),
    payload: new URLSearchParams(fields).toString(),
    headers,
    remoteAddress: from ?? `10.0.0.${(addresses += 1)}`,
  });
const yes = { version: '1', language: 'ar', helpful: 'yes' };

async function feedbackOf(documentId: string) {
  const { rows } = await app.platform.connection.pool.query(
    'select helpful, missing, language, version, from_kind, customer_id, source from knowledge_feedback where document_id = $1 order by given_at, id',
    [documentId],
  );
  return rows as Record<string, unknown>[];
}

describe('pages', () => {
  test('are whole HTML in the language of the address, with its direction, and links to the other languages', async () => {
    const { statusCode, body, headers } = await get(`/en/articles/${refund.number}`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="en" dir="ltr">');
    expect(body).toContain('<title>Refunds &amp; &quot;credits&quot; | Organisation');
    expect(body).toContain('<meta name="description" content="How money comes back" />');
    const site = `http://rida.test${at('')}`;
    expect(body).toContain(`<link rel="canonical" href="${site}/en/articles/${refund.number}" />`);
    expect(body).toContain(`hreflang="ar" href="${site}/ar/articles/${refund.number}"`);
    expect(body).toContain(`hreflang="x-default" href="${site}/ar/articles/${refund.number}"`);
    expect(body).not.toContain(`hreflang="fa" href="${site}`);
    expect(body).toContain(`<a href="${at(`/fa/articles/${refund.number}`)}" lang="fa" hreflang="fa">`);
    expect(body).toContain(`href="/portal/${organisation.slug}/ask?article=${refund.number}&amp;language=en"`);
  });

  test.each(['/ar', '/fa', '/en', '/ar/search?q=zzz', '/en/search', '/ar/nowhere', '/en/articles/999999'])(
    '%s is well-formed, small and without script',
    async (path) => {
      const { source, body, headers } = await get(path);
      wellFormed(source);
      expect(Buffer.byteLength(body)).toBeLessThan(30_000);
      expect(body).not.toContain('<script');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe/);
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  test('name the topics with their articles, and lead from the start page over the topic to the article', async () => {
    const start = await get('/en');
    expect(start.body).toContain(`${at(`/en/topics/${topicId}`)}"><strong dir="auto">Bills</strong>`);
    expect(start.body).toContain('2 articles');
    const topic = await get(`/en/topics/${topicId}`);
    expect(topic.body).toContain(at(`/en/articles/${meter.number}`));
    const article = await get(`/en/articles/${refund.number}`);
    expect(article.body).toContain(at(`/en/topics/${topicId}`));
    expect(article.body).toContain('<bdi lang="ar">قراءة العدّاد</bdi><span class="language">Arabic</span>');
  });

  test('give a text in another language where there is none, and say so', async () => {
    const { body } = await get(`/fa/articles/${refund.number}`);
    expect(body).toContain('<html lang="fa" dir="rtl">');
    expect(body).toContain('<h1 lang="ar" dir="auto">استرداد');
    expect(plain(body)).toContain('این صفحه به زبان فارسی در دسترس نیست و به زبان عربی نمایش داده می‌شود.');
    expect(body).toContain(`rel="canonical" href="http://rida.test${at(`/ar/articles/${refund.number}`)}"`);
  });

  test.each([
    ['fa-AF', undefined, 'fa'],
    ['prs', undefined, 'fa'],
    ['ur', 'ur, en;q=0.5, fa;q=0.8', 'fa'],
    ['de', undefined, 'ar'],
  ])('asked for in %s (%s) are given in %s', async (code, accepted, given) => {
    const { statusCode, body } = await get(
      `/${code}/articles/${refund.number}`,
      accepted ? { 'accept-language': accepted } : {},
    );
    expect(statusCode).toBe(200);
    expect(body).toContain(`<html lang="${given}"`);
    expect(plain(body)).toContain(code);
  });

  test('without a language lead to that of the reader', async () => {
    const article = await get(`/articles/${refund.number}`, { cookie: 'rida_language=fa' });
    expect([article.statusCode, article.headers.location]).toEqual([302, at(`/fa/articles/${refund.number}`)]);
    expect((await get('')).headers.location).toBe(at('/ar'));
  });

  test('write the day in the calendar of the organisation', async () => {
    const { body } = await get(`/ar/articles/${refund.number}`);
    expect(body).toMatch(/<time datetime="2026-11-22" title="[^"]*2026[^"]*">[^<]*1448[^<]*<\/time>/u);
  });

  test('of a long article begin with its contents', async () => {
    const heading = (words: string) => ({
      type: 'heading' as const,
      attrs: { level: 2 },
      content: [{ type: 'text' as const, text: words }],
    });
    const long = await publish({
      texts: { en: { title: 'Long', body: ['One', 'Two', 'Three <3'].map(heading) } },
    });
    const { body } = await get(`/en/articles/${long.number}`);
    expect(body).toContain('<a href="#section-3"><bdi>Three &lt;3</bdi></a>');
    expect(body).toContain('<h2 id="section-3" dir="auto">Three &lt;3</h2>');
    expect((await get(`/ar/articles/${meter.number}`)).body).not.toContain('contents-title');
  });

  test('are sent once: whoever has them hears that they are the same', async () => {
    const first = await get(`/ar/articles/${refund.number}`);
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    const again = await get(`/ar/articles/${refund.number}`, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const small = await get(`/ar/articles/${refund.number}`, { 'accept-encoding': 'gzip' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.rawPayload.length).toBeLessThan(first.rawPayload.length / 2);
  });
});

describe('what is not public', () => {
  test('is not there: for staff, never published, of another organisation', async () => {
    const inner = await publish({
      audience: 'staff',
      topicId,
      texts: { ar: { title: 'سرّي', body: 'للموظفين فقط' } },
    });
    expect((await get(`/ar/articles/${inner.number}`)).statusCode).toBe(404);
    expect((await get(`/ar/topics/${topicId}`)).body).not.toContain('سرّي');
    expect((await get(`/ar/search?q=${encodeURIComponent('سري')}`)).body).not.toContain('سرّي</');
    expect((await get('/sitemap.xml')).body).not.toContain(`articles/${inner.number}<`);
    const other = await buildOrganisation(app.platform);
    expect((await get(at(`/ar/articles/${refund.number}`, other))).statusCode).toBe(404);
    expect((await get(at(`/ar/search?q=${encodeURIComponent('استرداد')}`, other))).body).not.toContain(
      'استرداد المبالغ',
    );
  });

  test('any more answers that it is gone, with words and a search', async () => {
    const old = await publish({ texts: { en: { title: 'Old', body: 'x' } } });
    await organisation.run((ctx) => retireDocument(ctx, { id: old.id, reason: 'Out of date' }));
    const { statusCode, body } = await get(`/en/articles/${old.number}`);
    expect(statusCode).toBe(410);
    expect(body).toContain('<h1>This article is no longer valid</h1>');
    expect(body).toContain('name="q"');
    expect(body).toContain('<meta name="robots" content="noindex" />');
  });

  test.each([
    '/ar/topics/x',
    '/ar/articles/0',
    '/ar/articles/x',
    '/ar/articles/99999999999',
    `/ar/topics/${'0'.repeat(8)}-0000-4000-8000-000000000000`,
    '/ar/x/y/z',
  ])('%s is a page that says that there is none', async (path) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(404);
    expect(body).toContain('<h1>لا صفحة هنا</h1>');
  });
});

describe('searching', () => {
  const titles = async (language: string, words: string): Promise<string[]> => {
    const { body } = await get(`/${language}/search?q=${encodeURIComponent(words)}`);
    return [...body.matchAll(/<li><a [^>]*><bdi lang="\w\w">(.*?)<\/bdi>/g)].map(([, title]) => plain(title!));
  };

  test.each([
    ['ar', 'إسترداد المبالغ'],
    ['ar', 'الإسترداد'],
    ['fa', 'استرداد مبالغ'],
    ['ar', 'اِستِرداد'],
    ['ar', 'فاتورتي'],
    ['ar', 'للفواتير استرداد'],
    ['en', 'REFUND'],
  ])('in %s for %j finds the refund', async (language, words) => {
    expect((await titles(language, words))[0]).toMatch(/استرداد|Refunds/);
  });

  test('marks the words that it found, however they are written', async () => {
    const { body } = await get(`/ar/search?q=${encodeURIComponent('عداد')}`);
    expect(body).toContain('<bdi lang="ar">قراءة <mark>العدّاد</mark></bdi>');
  });

  test('without result says what to try, and shows the words harmlessly', async () => {
    const { statusCode, body } = await get(`/en/search?q=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('Search with fewer words');
    expect(body).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(body).not.toContain('<script');
  });

  test.each(["'", '!!! & |', ':*', '\\', 'a'.repeat(5000), '\u0000', '%', 'آ'])(
    'for %j does not fail',
    async (words) => {
      expect((await get(`/ar/search?q=${encodeURIComponent(words)}`)).statusCode).toBe(200);
    },
  );
});

describe('whether it helped', () => {
  test('is said in one press, kept with version and language, and answered with thanks', async () => {
    const sent = await post(`/ar/articles/${meter.number}/feedback`, yes);
    expect([sent.statusCode, sent.headers.location]).toEqual([
      303,
      `${at(`/ar/articles/${meter.number}`)}?thanks=yes#helped`,
    ]);
    expect(await feedbackOf(meter.id)).toEqual([
      {
        helpful: true,
        missing: null,
        language: 'ar',
        version: 1,
        from_kind: 'customer',
        customer_id: null,
        source: 'article',
      },
    ]);
    const thanked = await get(`/ar/articles/${meter.number}?thanks=yes`);
    expect(thanked.body).toContain('شكرًا لكم');
    expect(thanked.body).not.toContain('name="helpful"');
    expect(thanked.headers['cache-control']).toBe('no-store');
  });

  test('or what was missing, cleaned', async () => {
    const missing = 'رقم\u202e الفرع\r\nوالموعد';
    await post(`/en/articles/${refund.number}/feedback`, { ...yes, language: 'en', helpful: 'no', missing });
    expect((await feedbackOf(refund.id)).at(-1)).toMatchObject({
      helpful: false,
      missing: 'رقم الفرع\nوالموعد',
      language: 'en',
    });
  });

  test.each([
    ['of another site', { ...ownPage, 'sec-fetch-site': 'cross-site' }, yes, 403],
    ['of another origin', { 'content-type': ownPage['content-type'], origin: 'https://evil.example' }, yes, 403],
    ['of nobody knows where', { 'content-type': ownPage['content-type'] }, yes, 403],
    ['without an answer', ownPage, { version: '1', language: 'ar' }, 422],
    ['in another shape', { ...ownPage, 'content-type': 'text/plain' }, yes, 422],
    ['about another version', ownPage, { ...yes, version: '7' }, 409],
  ])('%s is refused with a page, and nothing is kept', async (_, headers, fields, status) => {
    const before = (await feedbackOf(refund.id)).length;
    const sent = await post(
      `/ar/articles/${refund.number}/feedback`,
      fields as Record<string, string>,
      headers as Record<string, string>,
    );
    expect(sent.statusCode).toBe(status);
    expect(sent.body).toContain('لم يُسجَّل شيء</h1>');
    expect(await feedbackOf(refund.id)).toHaveLength(before);
  });

  test('comes from older browsers by the origin that they name', async () => {
    const headers = { 'content-type': ownPage['content-type'], origin: 'http://rida.test' };
    expect((await post(`/ar/articles/${refund.number}/feedback`, yes, headers)).statusCode).toBe(303);
  });

  test('floods are stopped: of one article from one address, and from one address at all', async () => {
    const send = (number: number) => post(`/ar/articles/${number}/feedback`, yes, ownPage, '10.1.1.1');
    for (let count = 0; count < 5; count++) expect((await send(meter.number)).statusCode).toBe(303);
    const refused = await send(meter.number);
    expect(refused.statusCode).toBe(429);
    expect(refused.body).toContain('لم يُسجَّل شيء');
    expect((await send(refund.number)).statusCode).toBe(303);
  });

  test('of a newer version counts for that one', async () => {
    const changed = await publish({ texts: { ar: { title: 'أول', body: 'x' } } });
    await organisation.run((ctx) => beginDraft(ctx, changed.id), changed.author.actor);
    const texts = textsOf({ ar: { title: 'ثانٍ', body: 'y' } });
    await approveDraft(organisation, changed.author, changed.id, { audience: 'public', texts });
    expect((await get(`/ar/articles/${changed.number}`)).body).toContain('name="version" value="2"');
    expect((await post(`/ar/articles/${changed.number}/feedback`, yes)).statusCode).toBe(409);
    expect((await post(`/ar/articles/${changed.number}/feedback`, { ...yes, version: '2' })).statusCode).toBe(303);
  });

  test('puts what helped most of its readers before what few have read', async () => {
    const own = await buildOrganisation(app.platform);
    const make = (title: string) => publish({ texts: { en: { title, body: 'x' } } }, own);
    const [few, many, bad] = [await make('Few'), await make('Many'), await make('Bad')];
    const voices = [
      ...Array(2).fill([few, true]),
      ...Array(9).fill([many, true]),
      [many, false],
      ...Array(4).fill([bad, false]),
    ];
    for (const [article, helpful] of voices as [typeof few, boolean][])
      await app.platform.connection.pool.query(
        `insert into knowledge_feedback (organisation_id, id, document_id, version, language, helpful, from_kind, given_at)
         values ($1, gen_random_uuid(), $2, 1, 'en', $3, 'customer', $4)`,
        [own.organisationId, article.id, helpful, app.clock.now()],
      );
    const { body } = await get(at('/en', own));
    const section = body.slice(body.indexOf('helpful-title'));
    expect([...section.matchAll(/<bdi lang="en">(\w+)<\/bdi>/g)].map(([, title]) => title)).toEqual(['Many']);
  });
});

describe('the portal', () => {
  const suggest = async (text: string, of = organisation) =>
    (
      await http.inject({
        method: 'POST',
        url: `/api/portal/${of.slug}/knowledge/suggestions`,
        payload: { text, language: 'ar' },
      })
    ).json() as { items: { number: number; version: number; title: string }[] };

  test('is told what may answer a text, three at most, public only', async () => {
    const { items } = await suggest('مرحبا، دفعت مبالغ زائدة وأريد استرداد المبالغ من فضلكم');
    expect(items[0]).toMatchObject({ number: refund.number, version: 1, title: 'استرداد المبالغ الزائدة' });
    expect(items.length).toBeLessThanOrEqual(3);
    expect((await suggest('')).items).toEqual([]);
    expect((await suggest('للموظفين فقط سري')).items.map((one) => one.title)).not.toContain('سرّي');
    const other = await buildOrganisation(app.platform);
    expect((await suggest('استرداد المبالغ', other)).items).toEqual([]);
  });

  test('records that an article made a case needless', async () => {
    const sent = await http.inject({
      method: 'POST',
      url: `/api/portal/${organisation.slug}/knowledge/articles/${meter.number}/feedback`,
      payload: { version: 1, language: 'ar', helpful: true, source: 'portal-form' },
      remoteAddress: '10.2.2.2',
    });
    expect(sent.statusCode).toBe(201);
    expect((await feedbackOf(meter.id)).at(-1)).toMatchObject({ helpful: true, source: 'portal-form' });
  });
});

describe('search engines', () => {
  test('get every public article in its languages, and only those', async () => {
    const { source, body, headers } = await get('/sitemap.xml');
    expect(headers['content-type']).toContain('application/xml');
    wellFormed(source);
    const site = `http://rida.test${at('')}`;
    expect(body).toContain(`<loc>${site}/en/articles/${refund.number}</loc>`);
    expect(body).toContain(`<xhtml:link rel="alternate" hreflang="ar" href="${site}/ar/articles/${refund.number}" />`);
    expect(body).not.toContain(`<loc>${site}/en/articles/${meter.number}</loc>`);
  });

  test('are shown the articles and nothing else', async () => {
    const { body } = await http.inject({ method: 'GET', url: '/robots.txt' });
    expect(body).toContain('Disallow: /\n');
    expect(body).toContain('Allow: /portal/*/knowledge/\n');
    expect(body).toContain(`Sitemap: http://rida.test/portal/${organisation.slug}/knowledge/sitemap.xml`);
  });
});

function wellFormed(source: string): void {
  const parser = sax.parser(true, {});
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(source.replace('<!doctype html>', '').replaceAll(' crossorigin', '')).close();
}

/** As it reads, without the isolates around values. */
const plain = (source: string): string => source.replace(/<[^>]+>|[\u2066-\u2069]/g, '');
