// What the actor may import, with the fields that a column can fill.
import type { ImportFieldView } from '#contract/imports.ts';
import type { Context } from '#platform/context.ts';
import { allowedImporters } from './importers.ts';

type Kind = { name: string; matchKeys: string[]; fields: ImportFieldView[] };

export async function listKinds(ctx: Context): Promise<{ items: Kind[] }> {
  const importers = allowedImporters(ctx);
  const items = await Promise.all(
    importers.map(async (importer) => ({
      name: importer.name,
      matchKeys: [...importer.matchKeys],
      fields: (await importer.fields(ctx)).map(({ key, names, type, required, unique, choices }) => ({
        key,
        names,
        type,
        required: required ?? false,
        unique: unique ?? false,
        choices: (choices ?? []).map((choice) => ({ value: choice.value, names: choice.names })),
      })),
    })),
  );
  return { items };
}
