// Cuts a stream into parts of a few megabytes, so that each can be an entry of the archive whose size is known before it is written.

export const partBytes = 4 * 1024 * 1024;

/** Parts end at a line feed: each holds whole rows and can be loaded by itself. Holds one part, or one row where that is longer. */
export async function* cutLines(chunks: AsyncIterable<Buffer>, size = partBytes): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const end = bytes + chunk.length >= size ? chunk.lastIndexOf(10) + 1 : 0;
    if (end === 0) {
      held.push(chunk);
      bytes += chunk.length;
      continue;
    }
    yield Buffer.concat([...held, chunk.subarray(0, end)]);
    held = [chunk.subarray(end)];
    bytes = chunk.length - end;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/** Parts of about `size` bytes, cut anywhere. */
export async function* cutBytes(chunks: AsyncIterable<Buffer>, size = partBytes): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < size) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
