// What a failed handing-over means for the mail: try later, give up, or nobody knows. Codes only, never the server's words.

export type HandOver =
  | { kind: 'sent'; serverMessageId: string | null }
  | { kind: 'later' | 'failed' | 'uncertain'; fault: string };

export type SmtpError = { code?: string | undefined; command?: string | undefined; responseCode?: number | undefined };

const unreachable = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EPROXY', 'EABORT']);

/**
 * `bodyBegun`: the server had asked for the text and the first of it was read. If the connection breaks after that, the server
 * may have the mail, and sending it again could deliver it twice.
 */
export function faultOf(error: SmtpError, bodyBegun: boolean): HandOver {
  const { code = '', command, responseCode } = error;
  if (code === 'EAUTH' || code === 'ENOAUTH') return { kind: 'later', fault: 'smtp-auth' };
  if (code === 'ETLS' || code === 'EREQUIRETLS') return { kind: 'later', fault: 'smtp-tls' };
  // A reply to our own command is the server's word about this mail; a 421 out of the blue is only a goodbye.
  const answered = responseCode !== undefined && command !== 'CONN';
  if (bodyBegun && !answered) return { kind: 'uncertain', fault: 'connection-lost' };
  if (responseCode !== undefined && responseCode >= 400) {
    // 503 says that the talk went wrong, not that the mail was refused.
    const forGood = responseCode >= 500 && responseCode !== 503;
    return { kind: forGood ? 'failed' : 'later', fault: `smtp-${responseCode}` };
  }
  if (unreachable.has(code) || code === 'EPROTOCOL') return { kind: 'later', fault: 'smtp-unreachable' };
  if (code === 'EENVELOPE') return { kind: 'failed', fault: 'smtp-address' };
  return { kind: 'failed', fault: 'smtp-failed' };
}

/** Pauses before the next try, in minutes: about two days in all. */
const pauses = [1, 3, 10, 30, 60, 120, 240, 480, 720, 1440] as const;

/** Milliseconds until the next try after so many, or null when it is time to give up. */
export function pauseAfter(attempts: number): number | null {
  const minutes = pauses[attempts - 1];
  return minutes === undefined ? null : minutes * 60_000;
}
