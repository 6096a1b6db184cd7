// Bytes of somebody else, such as a diagram or a file, sent so that no script of theirs runs on our origin.
import type { FastifyReply } from 'fastify';

export const inert = (reply: FastifyReply): FastifyReply =>
  reply.header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'private, no-store');
