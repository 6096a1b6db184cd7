// Says whether the mail server of an organisation answers and lets us in, without sending anything.
import { createTransport } from 'nodemailer';
import type { Secrets } from '#platform/crypto/secrets.ts';
import type { Connection } from '#platform/db/connect.ts';
import { isServer, mailSettings } from './mail-settings.ts';
import { faultOf } from './smtp-fault.ts';

/** `fault` null: it answered. `server` null: none is set, mails stay in the outbox. */
type MailServerProbe = { server: string | null; fault: string | null };

const patience = 8_000;

export async function probeMailServer(
  connection: Connection,
  secrets: Secrets,
  organisationId: string,
): Promise<MailServerProbe> {
  const { rows } = await connection.pool.query<{ value: object }>(
    'select value from settings where organisation_id = $1 and key = $2',
    [organisationId, mailSettings.key],
  );
  const settings = mailSettings.schema.safeParse({ ...mailSettings.defaults, ...rows[0]?.value }).data;
  if (!settings || !isServer(settings)) return { server: null, fault: null };
  const server = `${settings.host}:${settings.port}`;
  let password = '';
  try {
    if (settings.sealedPassword) password = secrets.decrypt(settings.sealedPassword);
  } catch {
    return { server, fault: 'password-unreadable' };
  }
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    ...(settings.user ? { auth: { user: settings.user, pass: password } } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
  try {
    await transport.verify();
    return { server, fault: null };
  } catch (error) {
    const outcome = faultOf(error as Parameters<typeof faultOf>[0], false);
    return { server, fault: 'fault' in outcome ? outcome.fault : null };
  } finally {
    transport.close();
  }
}
