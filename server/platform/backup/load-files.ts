// Puts files of a backup into the store, one at a time, and takes them out again when the restore fails. Never replaces one.
import { createHash, randomUUID } from 'node:crypto';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../files/store.ts';
import { StartError } from '../start-error.ts';
import type { FileFacts } from './format.ts';

export type FileLoader = {
  part(bytes: Buffer): Promise<void>;
  end(facts: FileFacts): Promise<void>;
  undo(): Promise<void>;
};

export function openFileLoader(store: FileStore): FileLoader {
  const arriving = join(store.incoming, `restore-${randomUUID()}`);
  const put: string[] = [];
  let made = false;
  return {
    async part(bytes) {
      if (!made) await mkdir(store.incoming, { recursive: true });
      made = true;
      await appendFile(arriving, bytes, { mode: 0o600 });
    },
    async end(facts) {
      if (facts.state === 'missing') return rm(arriving, { force: true });
      const there = await hashOf(store, facts.key);
      if (there !== undefined && there !== facts.sha256) {
        throw new StartError(
          'restore.file-conflict',
          `The file store holds another file under the key ${facts.key}. Restore into an empty one; nothing was changed.`,
        );
      }
      if (there !== undefined) return rm(arriving, { force: true });
      put.push(facts.key);
      if (facts.size === 0) await appendFile(arriving, '');
      await store.put(facts.key, arriving, facts.mediaType);
    },
    async undo() {
      await rm(arriving, { force: true });
      for (const key of put) await store.remove(key);
    },
  };
}

async function hashOf(store: FileStore, key: string): Promise<string | undefined> {
  const source = await store.read(key).catch(() => undefined);
  if (!source) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of source) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
