// The portal's requests to the server: one function per endpoint of contract/portal.ts, what it needs of contract/knowledge.ts, and files.
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import { Problem } from './problem.ts';
import type {
  Article,
  AskedVersion,
  CodeSent,
  FileView,
  Granted,
  PortalCase,
  PortalInfo,
  ProblemDocument,
  Submission,
  Submitted,
  Suggested,
  Suggestion,
} from './wire.ts';

export type CaseAction = 'messages' | 'confirmation' | 'dispute' | 'withdrawal' | 'reopening';

interface Sending {
  body?: unknown;
  grant?: string | null;
  /** Idempotency key. */
  key?: string;
}

/** A phone on the edge of coverage may take long; after this nobody is still waiting. */
const patience = 60_000;

export type Api = ReturnType<typeof createApi>;

export function createApi(slug: string) {
  const base = `/api/portal/${encodeURIComponent(slug)}`;

  async function request<T>(method: 'GET' | 'POST', path: string, sending: Sending = {}): Promise<T> {
    const answer = await fetchAnswer(`${base}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(sending.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sending.key ? { 'idempotency-key': sending.key } : {}),
        ...authorization(sending.grant),
      },
      body: sending.body === undefined ? null : JSON.stringify(sending.body),
    });
    const text = await answer.text().catch(() => {
      throw new Problem(0);
    });
    if (!answer.ok) throw new Problem(answer.status, readProblem(text));
    try {
      return JSON.parse(text) as T;
    } catch {
      // A gateway between the phone and the server answered in its place.
      throw new Problem(502);
    }
  }

  return {
    form: (categoryId: string) => request<AskedVersion>('GET', `/categories/${encodeURIComponent(categoryId)}/form`),
    info: () => request<PortalInfo>('GET', ''),
    submit: (body: unknown, key: string) => request<Submitted>('POST', '/cases', { body: body as Submission, key }),
    requestCode: (trackingCode: string) => request<CodeSent>('POST', '/codes', { body: { trackingCode } }),
    redeemCode: (trackingCode: string, code: string) =>
      request<Granted>('POST', '/sessions', { body: { trackingCode, code } }),
    getCase: (grant: string) => request<PortalCase>('GET', '/case', { grant }),
    act: (action: CaseAction, body: unknown, grant: string, key: string) =>
      request<PortalCase>('POST', `/case/${action}`, { body, grant, key }),
    suggest: (text: string, language: Language, kind: CaseKind, categoryId: string | null) =>
      request<Suggested>('POST', '/knowledge/suggestions', { body: { text, language, caseKind: kind, categoryId } }),
    article: (number: number, language: Language) =>
      request<Article>('GET', `/knowledge/articles/${number}?language=${language}`),
    /** An article answered what somebody was about to write. */
    tellFound: ({ number, version, language }: Suggestion) =>
      request<object>('POST', `/knowledge/articles/${number}/feedback`, {
        body: { version, language, helpful: true, source: 'portal-form' },
      }),
    upload: (file: File, grant: string | null, onProgress: (share: number) => void) =>
      upload(`${base}/files`, file, grant, onProgress),
    async download(id: string, grant: string): Promise<Blob> {
      const answer = await fetchAnswer(`${base}/files/${encodeURIComponent(id)}`, { headers: authorization(grant) });
      if (!answer.ok) throw new Problem(answer.status, readProblem(await answer.text()));
      return answer.blob();
    },
  };
}

async function fetchAnswer(address: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    return await fetch(address, { ...init, signal: stop.signal });
  } catch {
    throw new Problem(0);
  } finally {
    clearTimeout(timer);
  }
}

/** XMLHttpRequest, because fetch does not tell how much of a photo has gone out. */
function upload(
  address: string,
  file: File,
  grant: string | null,
  onProgress: (share: number) => void,
): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', address);
    sending.setRequestHeader('content-type', file.type || 'application/octet-stream');
    sending.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    for (const [name, value] of Object.entries(authorization(grant))) sending.setRequestHeader(name, value);
    sending.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    sending.onerror = () => reject(new Problem(0));
    sending.onload = () => {
      if (sending.status < 200 || sending.status > 299)
        return reject(new Problem(sending.status, readProblem(sending.responseText)));
      try {
        resolve(JSON.parse(sending.responseText) as FileView);
      } catch {
        reject(new Problem(502));
      }
    };
    sending.send(file);
  });
}

function authorization(grant: string | null | undefined): Record<string, string> {
  return grant ? { authorization: `Grant ${grant}` } : {};
}

function readProblem(text: string): Partial<ProblemDocument> {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return {};
  }
}
