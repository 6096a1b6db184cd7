// Settings of cases: how long silence lasts, when reminders go, how long a customer may reopen.
import { CaseSettings } from '#contract/cases.ts';
import { append, type Context } from '#platform/context.ts';
import { readSettings, writeSettings, type SettingsDefinition } from '#platform/settings.ts';

const definition: SettingsDefinition<CaseSettings> = {
  key: 'cases',
  schema: CaseSettings,
  defaults: { lapseDays: 10, reminderDays: [3, 7], reopenDays: 30 },
};

export function readCaseSettings(ctx: Context): Promise<CaseSettings> {
  return readSettings(ctx, definition);
}

/** Holds for claims from now on; a claim already made keeps the days its customer was told. */
export async function updateCaseSettings(ctx: Context, settings: CaseSettings): Promise<CaseSettings> {
  const sorted = { ...settings, reminderDays: [...new Set(settings.reminderDays)].sort((a, b) => a - b) };
  await writeSettings(ctx, definition, sorted);
  append(ctx, {
    type: 'case.settings-changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: sorted,
  });
  return sorted;
}
