// Talks to the organisation's mail server: one pool of connections an organisation, replaced when its settings change.
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { SMTPPoolSentMessageInfo } from 'nodemailer/lib/smtp-pool';
import { sha256 } from '#platform/crypto/secrets.ts';
import type { Platform } from '#platform/platform.ts';
import type { MailServer } from './mail-settings.ts';
import { faultOf, type HandOver, type SmtpError } from './smtp-fault.ts';

type Pool = { key: string; transport: Transporter<SMTPPoolSentMessageInfo> };

const pools = new WeakMap<Platform, Map<string, Pool>>();

/** Longest talk about one mail, milliseconds; the job that waits for it is given up after five minutes. */
const longest = 200_000;

/** Hands one mail to the server. Never throws: what went wrong is the answer. */
export async function handOver(
  platform: Platform,
  organisationId: string,
  server: MailServer,
  mail: SendMailOptions,
): Promise<HandOver> {
  let password: string | undefined;
  try {
    password = server.sealedPassword ? platform.secrets.decrypt(server.sealedPassword) : undefined;
  } catch {
    // The installation's secret was changed after the password was stored.
    return { kind: 'later', fault: 'password-unreadable' };
  }
  let body: { readableDidRead: boolean } | undefined;
  try {
    const info = await poolOf(platform, organisationId, server, password).sendMail({
      ...mail,
      signal: AbortSignal.timeout(longest),
      onBody: (stream: { readableDidRead: boolean }) => void (body = stream),
    } as SendMailOptions);
    const given = (info as { serverMessageId?: string }).serverMessageId;
    return { kind: 'sent', serverMessageId: given && given !== mail.messageId ? given : null };
  } catch (error) {
    return faultOf(error as SmtpError, body?.readableDidRead ?? false);
  }
}

function poolOf(
  platform: Platform,
  organisationId: string,
  server: MailServer,
  password: string | undefined,
): Pool['transport'] {
  const ofPlatform = pools.get(platform) ?? new Map<string, Pool>();
  pools.set(platform, ofPlatform);
  const key = sha256(JSON.stringify([server.host, server.port, server.security, server.user, password ?? null]));
  const known = ofPlatform.get(organisationId);
  if (known?.key === key) return known.transport;
  // Mails under way are finished; idle connections close now.
  known?.transport.close();
  const transport = newPool(server, password);
  ofPlatform.set(organisationId, { key, transport });
  return transport;
}

function newPool(server: MailServer, password: string | undefined): Pool['transport'] {
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user ? { auth: { user: server.user, pass: password ?? '' } } : {}),
    maxConnections: 3,
    // Its own second try would know less than we do about what the server may already have.
    maxRequeues: 0,
    idleTimeout: 3000,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The stream of the finished message tells whether the server has been given any of it.
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const make = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = make(options);
      (mail.data as { onBody?: (stream: unknown) => void }).onBody?.(stream);
      return stream;
    };
    done();
  });
  return transport;
}
