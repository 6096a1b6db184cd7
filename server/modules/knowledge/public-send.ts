// Sends a public page: with what it may load, how long it may be kept, and nothing when the reader has it already.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as gzipWith } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy } from './public-frame.ts';
import type { PublicSite } from './public-site.ts';

const gzip = promisify<string, { level: number }, Buffer>(gzipWith);

export interface Page {
  status: number;
  body: string;
  /** By browsers and whatever stands between, for a minute: longer, and an article would outlive its withdrawal. */
  kept: boolean;
}

const shortest = 1000;

export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  site: PublicSite,
  { status, body, kept }: Page,
): Promise<unknown> {
  // Weak: the same page compressed and not are one.
  const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  reply
    .header('content-security-policy', contentPolicy(site))
    .header('content-language', site.language)
    .header('cache-control', kept ? 'public, max-age=60' : 'no-store')
    .header('vary', 'accept-encoding');
  if (kept) {
    reply.header('etag', tag);
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
    if (known.includes(tag)) return reply.status(304).send();
  }
  reply.status(status).type('text/html; charset=utf-8');
  if (body.length < shortest || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
    return reply.send(body);
  return reply.header('content-encoding', 'gzip').send(await gzip(body, { level: 5 }));
}
