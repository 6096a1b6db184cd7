// Sends one file to the server, with progress: fetch cannot tell how much has left.
import type { FileView } from '#contract/common.ts';
import { ProblemError, problemFrom } from './problem-error.ts';

export type UploadOptions = {
  signal?: AbortSignal;
  /** Goes from 0 to 1. */
  progress?: (share: number) => void;
};

/** An attachment. */
export function uploadFile(file: File, options: UploadOptions = {}): Promise<FileView> {
  return upload<FileView>('/api/files', file, options);
}

/** The same to another address, which answers in its own way. */
export function upload<Answer>(path: `/api/${string}`, file: File, options: UploadOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && options.progress?.(event.loaded / event.total),
    );
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status < 300) resolve(body as Answer);
      else reject(new ProblemError(problemFrom(body, request.status)));
    });
    request.addEventListener('error', () => reject(new ProblemError(problemFrom({ code: 'network.unreachable' }, 0))));
    options.signal?.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('Upload taken back', 'AbortError'));
    });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
