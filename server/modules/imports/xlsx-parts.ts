// Opens an XLSX file as the zip archive it is and reads its parts as streams, so that no bomb is ever unpacked into memory.
import type { Readable } from 'node:stream';
import sax from 'sax';
import yauzl from 'yauzl';
import { importErrors } from './errors.ts';
import * as limits from './limits.ts';

export type XlsxParts = {
  has(name: string): boolean;
  /** The unpacked bytes of a part. */
  open(name: string): Promise<Readable>;
  close(): void;
};

const mostParts = 2_000;

/** Throws `import.format-refused` when it is no archive, `import.too-heavy` when its parts are too many or too large. */
export async function openXlsx(path: string): Promise<XlsxParts> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    // The library ends a part that unpacks to more bytes than it declares.
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) =>
      error ? reject(importErrors.formatRefused()) : resolve(file),
    );
  });
  try {
    const entries = await readDirectory(zip);
    return {
      has: (name) => entries.has(name),
      open: (name) =>
        new Promise((resolve, reject) => {
          const entry = entries.get(name);
          if (!entry) return reject(importErrors.formatRefused({ part: name }));
          zip.openReadStream(entry, (error, stream) =>
            error ? reject(importErrors.unreadable({ part: name })) : resolve(stream),
          );
        }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function readDirectory(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    let unpacked = 0;
    zip.on('entry', (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize;
      if (entries.size >= mostParts || unpacked > limits.xlsxUnpacked) return reject(importErrors.tooHeavy());
      if (entry.isEncrypted()) return reject(importErrors.formatRefused());
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(importErrors.formatRefused()));
    zip.readEntry();
  });
}

export type XmlHandlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Names come without their prefix. Yields after each piece of the part, so that the caller can give away what it gathered. */
export async function* readXml(source: Readable, handlers: XmlHandlers): AsyncGenerator<void, void, undefined> {
  // Strict: only the five entities of XML itself. A document type could define others that grow without end: refused.
  const parser = sax.parser(true, {});
  let fault: Error | undefined;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.ondoctype = () => (fault = importErrors.unreadable());
  parser.onerror = () => (fault ??= importErrors.unreadable());
  if (handlers.open) {
    const { open } = handlers;
    parser.onopentag = (tag) => open(local(tag.name), tag.attributes as Record<string, string>);
  }
  if (handlers.text) parser.ontext = parser.oncdata = handlers.text;
  if (handlers.close) {
    const { close } = handlers;
    parser.onclosetag = (name) => close(local(name));
  }
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (fault) throw fault;
      yield;
    }
    parser.close();
    if (fault) throw fault;
    yield;
  } finally {
    source.destroy();
  }
}

/** Runs through a part to its end. */
export async function readWhole(source: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(source, handlers)) {
    // The handlers do the work.
  }
}
