// Finds what the build of the web has written, for the pages that the server writes itself.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const builtRoot = join(import.meta.dirname, '../../../web/dist');

/** The address of a built file by the name it was made from, "knowledge.css"; undefined when the web is not built. */
export function builtAddress(name: string): string | undefined {
  names ??= listed();
  const [stem = '', ending = ''] = name.split(/\.(?=[^.]+$)/);
  // The build puts a hash of eight characters between them.
  const found = names.find(
    (one) => one.startsWith(`${stem}-`) && one.endsWith(`.${ending}`) && one.length === name.length + 9,
  );
  return found && `/assets/${found}`;
}

let names: string[] | undefined;

function listed(): string[] {
  try {
    return readdirSync(join(builtRoot, 'assets'));
  } catch {
    return [];
  }
}
