// Setting of the tree: whether members move as soon as their data change, or a person decides.
import { SegmentSettings } from '#contract/segments.ts';
import { append, type Context } from '#platform/context.ts';
import { readSettings, writeSettings, type SettingsDefinition } from '#platform/settings.ts';

const definition: SettingsDefinition<SegmentSettings> = {
  key: 'segments',
  schema: SegmentSettings,
  defaults: { moves: 'at-once' },
};

export function readSegmentSettings(ctx: Context): Promise<SegmentSettings> {
  return readSettings(ctx, definition);
}

/** Holds for changes from now on; what an open proposal holds stays for a person to decide. */
export async function updateSegmentSettings(ctx: Context, settings: SegmentSettings): Promise<SegmentSettings> {
  await writeSettings(ctx, definition, settings);
  append(ctx, {
    type: 'segment.settings-changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: settings,
  });
  return settings;
}
