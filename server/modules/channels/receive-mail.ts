// Takes in one mail through named steps: readable? here already? bounce? automatic? thread, text, attachments. Each mail is stored once.
import { append, on, type Context } from '#platform/context.ts';
import { sha256 } from '#platform/crypto/secrets.ts';
import { transact } from '#platform/db/transact.ts';
import type { ReceivedFile } from '#platform/files/files.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { automaticReason } from './automatic.ts';
import { isBounce } from './bounce.ts';
import { cleanMailText } from './clean-mail-text.ts';
import { findEarlierMail, type TakenIn } from './find-earlier-mail.ts';
import { findThread, type Thread } from './find-thread.ts';
import { receiveAttachments } from './keep-attachments.ts';
import { dropMailFiles, keepMailFiles, receiveRaw } from './keep-raw.ts';
import { readMailServer } from './mail-settings.ts';
import { parseMail, type ParsedMail } from './parse-mail.ts';
import { recordBounce } from './record-bounce.ts';
import type { ChannelTables } from './tables.ts';

export type ReceiveResult = TakenIn & { duplicate: boolean };
/** `size`: bytes of the whole mail when `raw` is only its beginning, because it is too large to be taken in. */
export type ReceiveInput = { organisationId: string; raw: Buffer; via: 'import'; size?: number };

type Verdict = Pick<ReceiveResult, 'state' | 'reason'>;

const actor = { kind: 'system', name: 'mail' } as const;
/** Attachments grow by a third in a mail, and a mail may have several of the largest size. */
export const mailLimit = (platform: Platform): number => platform.config.fileLimit * 2;
/** As much of a mail that is too large as says who sent it. */
export const headLimit = 256 * 1024;

/** Never throws for what a mail holds: what cannot be read is stored as refused. Throws when database or file store fail. */
export async function receiveMail(platform: Platform, input: ReceiveInput): Promise<ReceiveResult> {
  const scope = { organisationId: input.organisationId, actor };
  const tooLarge = (input.size ?? input.raw.length) > mailLimit(platform);
  const raw = tooLarge ? input.raw.subarray(0, headLimit) : input.raw;
  const mail = await parseMail(raw, platform.clock.now());
  const hash = `sha256:${sha256(raw)}`;
  const keys = mail?.messageId ? { id: mail.messageId, spare: `${mail.messageId} ${hash}` } : { id: hash, spare: hash };
  const from = mail?.from?.address ?? '';
  const { earlier, ownAddress, isOwnMail } = await transact(platform, { ...scope, readOnly: true }, async (ctx) => ({
    earlier: await findEarlierMail(ctx, keys, from),
    ownAddress: (await readMailServer(ctx))?.fromAddress ?? null,
    isOwnMail: await isOwnMessageId(ctx, keys.id),
  }));
  if (earlier.found) return { ...earlier.found, duplicate: true };
  const verdict: Verdict = tooLarge
    ? { state: 'refused', reason: 'too-large' }
    : isOwnMail
      ? { state: 'ignored', reason: 'loop' }
      : judge(mail, ownAddress);
  const accepted = verdict.state === 'accepted' && mail !== null;
  const rawFile = tooLarge ? null : await receiveRaw(platform, raw);
  const { files, dropped } = accepted
    ? await receiveAttachments(platform, mail.attachments)
    : { files: [], dropped: 0 };
  const kept = { verdict, key: earlier.taken ? keys.spare : keys.id, raw: rawFile, files, dropped };
  try {
    const result = await transact(platform, scope, (ctx) => storeMail(ctx, mail, kept));
    if (result) return result;
  } catch (error) {
    await dropMailFiles(platform, rawFile ? [rawFile, ...files] : files);
    throw error;
  }
  // Another import of the same mail was faster.
  await dropMailFiles(platform, rawFile ? [rawFile, ...files] : files);
  const { found } = await transact(platform, { ...scope, readOnly: true }, (ctx) => findEarlierMail(ctx, keys, from));
  return { ...found!, duplicate: true };
}

function judge(mail: ParsedMail | null, ownAddress: string | null): Verdict {
  if (!mail) return { state: 'refused', reason: 'unreadable' };
  if (isBounce(mail)) return { state: 'ignored', reason: 'bounce' };
  const automatic = automaticReason(mail, ownAddress);
  if (automatic) return { state: 'ignored', reason: automatic };
  // Nobody could be answered.
  if (!mail.from) return { state: 'refused', reason: 'no-sender' };
  return { state: 'accepted', reason: null };
}

async function storeMail(
  ctx: Context,
  mail: ParsedMail | null,
  kept: { verdict: Verdict; key: string; raw: ReceivedFile | null; files: readonly ReceivedFile[]; dropped: number },
): Promise<ReceiveResult | null> {
  const { state, reason } = kept.verdict;
  const mailId = newId();
  let thread: Thread | null = null;
  if (mail && state === 'accepted') thread = await findThread(ctx, mail);
  if (mail && reason === 'bounce') thread = await recordBounce(ctx, mail);
  const stored = await on<ChannelTables>(ctx)
    .insertInto('received_mails')
    .values({
      organisation_id: ctx.organisationId,
      id: mailId,
      message_id: kept.key,
      from_address: mail?.from?.address ?? '',
      from_name: mail?.from?.name ?? null,
      subject: mail?.subject ?? '',
      body_text: mail && reason !== 'too-large' ? cleanMailText(mail, ctx.platform.config.publicUrl) : '',
      sent_at: mail?.sentAt ?? null,
      received_at: ctx.clock.now(),
      state,
      reason,
      thread_type: thread?.type ?? null,
      thread_id: thread?.id ?? null,
      raw_file_id: kept.raw?.id ?? null,
      attachment_file_ids: kept.files.map((file) => file.id),
      dropped_attachments: kept.dropped,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'message_id']).doNothing())
    .executeTakeFirst();
  if (stored.numInsertedOrUpdatedRows === 0n) return null;
  await keepMailFiles(ctx, kept.raw, kept.files);
  const threaded = { threadType: thread?.type ?? null, threadId: thread?.id ?? null };
  const type = state === 'accepted' ? 'message.received' : state === 'ignored' ? 'message.ignored' : 'message.refused';
  append(ctx, {
    type,
    subjectType: 'received-mail',
    subjectId: mailId,
    data: { ...threaded, ...(reason ? { reason } : {}) },
  });
  return { state, reason, mailId, duplicate: false };
}

/** A mail of ours that came back as it left. */
async function isOwnMessageId(ctx: Context, messageId: string): Promise<boolean> {
  const row = await on<ChannelTables>(ctx)
    .selectFrom('outgoing_mails')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row !== undefined;
}
