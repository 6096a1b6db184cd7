// Builders for tests of mail: a real mail server on this machine that answers as told, and settings that point at it.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Context } from '#platform/context.ts';
import type { Letter } from './letter.ts';
import { updateMailSettings } from './update-mail-settings.ts';

/** What the server says once it has a whole mail: takes it, refuses it with a code, or drops the connection without a word. */
export type Answer = 'take' | 'hang-up' | number;
export type TestMailServer = {
  port: number;
  /** Raw mails that arrived in full, whatever was answered. */
  readonly arrived: string[];
  /** Answers to the next mails, one each; after them every mail is taken. */
  answers: Answer[];
  /** Code for the recipient, before any text is sent; 0 takes everybody. */
  recipientCode: number;
  /** Called with a whole mail before it is answered. */
  onArrival: (raw: string) => void;
  close(): Promise<void>;
};

/** Takes the password "right" only; asks for none unless one is offered. */
export async function startMailServer(): Promise<TestMailServer> {
  const refusal = (code: number): Error => Object.assign(new Error('refused'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (login, _session, done) =>
      login.password === 'right' ? done(null, { user: login.username }) : done(refusal(535)),
    onRcptTo: (_address, _session, done) => done(test.recipientCode ? refusal(test.recipientCode) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        test.arrived.push(raw);
        test.onArrival(raw);
        const answer = test.answers.shift() ?? 'take';
        if (answer === 'take') done();
        else if (answer !== 'hang-up') done(refusal(answer));
        else for (const connection of server.connections) if (connection.id === session.id) connection.close();
      });
    },
  });
  server.on('error', () => {}); // clients that die in the middle are what some tests are about
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const test: TestMailServer = {
    port: (server.server.address() as AddressInfo).port,
    arrived: [],
    answers: [],
    recipientCode: 0,
    onArrival: () => {},
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return test;
}

export function useMailServer(
  ctx: Context,
  port: number,
  changes: Partial<Parameters<typeof updateMailSettings>[1]> = {},
) {
  return updateMailSettings(ctx, {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    fromAddress: 'care@rida.example',
    fromName: 'عناية العملاء',
    ...changes,
  });
}

let count = 0;

export function letter(changes: Partial<Letter> = {}): Letter {
  count += 1;
  return {
    to: `reader-${count}@mail.example`,
    language: 'ar',
    purpose: 'service-messages',
    subject: 'رسالة بشأن معاملتكم رقم 1448-000123',
    paragraphs: ['لديكم رسالة.'],
    ...changes,
  };
}
