// Finds the exporter of a list and asks whether the actor may use it.
import { authorize, may, type Context } from '#platform/context.ts';
import type { Exporter } from '#platform/exporter.ts';
import { importErrors } from './errors.ts';

/** Throws `import.kind-unknown`, `access.forbidden`. */
export function authorizedExporter(ctx: Context, kind: string): Exporter {
  const exporter = ctx.platform.modules.flatMap((module) => module.exporters ?? []).find((one) => one.name === kind);
  if (!exporter) throw importErrors.kindUnknown({ kind });
  authorize(ctx, exporter.permission);
  return exporter;
}

export function allowedExporters(ctx: Context): Exporter[] {
  return ctx.platform.modules
    .flatMap((module) => module.exporters ?? [])
    .filter((exporter) => may(ctx.actor, exporter.permission));
}
