// What the journeys know of the started product.
import { readFileSync } from 'node:fs';

export type World = {
  address: string;
  dataDir: string;
  /** Folder of .eml files, in the order in which they arrived. */
  mailbox: string;
  slug: string;
  administrator: { email: string; password: string };
};

export function readWorld(): World {
  return JSON.parse(readFileSync(process.env['RIDA_WORLD']!, 'utf8')) as World;
}
