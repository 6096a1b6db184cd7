// Finds the importer of a kind and asks whether the actor may use it.
import { authorize, may, type Context } from '#platform/context.ts';
import type { Importer } from '#platform/importer.ts';
import type { Platform } from '#platform/platform.ts';
import { importErrors } from './errors.ts';

/** Throws `import.kind-unknown`. */
export function findImporter(platform: Platform, kind: string): Importer {
  const importer = platform.modules.flatMap((module) => module.importers ?? []).find((one) => one.name === kind);
  if (!importer) throw importErrors.kindUnknown({ kind });
  return importer;
}

/** Throws `access.forbidden` too. */
export function authorizedImporter(ctx: Context, kind: string): Importer {
  const importer = findImporter(ctx.platform, kind);
  authorize(ctx, importer.permission);
  return importer;
}

export function allowedImporters(ctx: Context): Importer[] {
  return ctx.platform.modules
    .flatMap((module) => module.importers ?? [])
    .filter((importer) => may(ctx.actor, importer.permission));
}
