// Where uploaded bytes live: a folder by default, an S3-compatible bucket when configured. Keys are ours, never a person's words.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient } from 'aws4fetch';
import type { Config } from '../config.ts';

export type FileStore = {
  /** Keeps a local file under the key; the local file is gone afterwards. */
  put(key: string, path: string, mediaType: string): Promise<void>;
  /** Throws when the key is not there. */
  read(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
  /** The bytes as a local file, for readers that jump about in it; `release` removes it where it was a copy. */
  local(key: string): Promise<{ path: string; release: () => Promise<void> }>;
  /** Folder for bytes that are still arriving. */
  readonly incoming: string;
};

export function createFileStore(config: Config): FileStore {
  const incoming = join(config.dataDir, 'files', 'incoming');
  return config.s3 ? bucketStore(config.s3, incoming) : folderStore(join(config.dataDir, 'files'), incoming);
}

function folderStore(root: string, incoming: string): FileStore {
  const pathOf = (key: string): string => join(root, key.slice(0, 2), key);
  return {
    incoming,
    async put(key, path) {
      await mkdir(dirname(pathOf(key)), { recursive: true });
      await rename(path, pathOf(key));
    },
    async read(key) {
      await stat(pathOf(key));
      return createReadStream(pathOf(key));
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async local(key) {
      await stat(pathOf(key));
      return { path: pathOf(key), release: () => Promise.resolve() };
    },
  };
}

function bucketStore(s3: NonNullable<Config['s3']>, incoming: string): FileStore {
  const client = new AwsClient({
    accessKeyId: s3.accessKey,
    secretAccessKey: s3.secretKey,
    region: s3.region,
    service: 's3',
  });
  const url = (key: string): string => `${s3.endpoint.replace(/\/+$/, '')}/${s3.bucket}/${key}`;
  const demand = (response: Response, what: string): Response => {
    if (!response.ok) throw new Error(`file store: ${what} answered ${response.status}`);
    return response;
  };
  return {
    incoming,
    async put(key, path, mediaType) {
      const { size } = await stat(path);
      const body = Readable.toWeb(createReadStream(path)) as ReadableStream;
      // The content is not signed, so that it can be streamed; the address and headers are.
      const signed = await client.sign(url(key), {
        method: 'PUT',
        headers: {
          'content-type': mediaType,
          'content-length': String(size),
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
      });
      demand(
        await fetch(signed.url, { method: 'PUT', headers: signed.headers, body, duplex: 'half' } as RequestInit),
        'put',
      );
      await rm(path, { force: true });
    },
    async read(key) {
      const response = demand(await client.fetch(url(key)), 'get');
      return Readable.fromWeb(response.body as import('node:stream/web').ReadableStream);
    },
    async remove(key) {
      const response = await client.fetch(url(key), { method: 'DELETE' });
      if (response.status !== 404) demand(response, 'delete');
    },
    async local(key) {
      const path = join(incoming, `copy-${randomUUID()}`);
      await receiveBytes(
        await this.read(key),
        path,
        Number.MAX_SAFE_INTEGER,
        () => new Error('a stored file has no limit'),
        () => {},
      );
      return { path, release: () => rm(path, { force: true }) };
    },
  };
}

/** Streams bytes to a fresh path, counting; throws whatever `onTooLarge` makes when the limit is passed, leaving nothing behind. */
export async function receiveBytes(
  source: Readable,
  path: string,
  limit: number,
  onTooLarge: () => Error,
  onChunk: (chunk: Buffer) => void,
): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  // Made here and not by the stream, which makes it some time later: then what is removed below may not be there yet. One that was
  // there before is not ours, and stays.
  const file = await open(path, 'wx');
  let size = 0;
  try {
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > limit) throw onTooLarge();
          onChunk(chunk);
          yield chunk;
        }
      },
      file.createWriteStream(),
    );
    return size;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
