// Settings of authority: how long a delegation may last.
import { AuthoritySettings } from '#contract/authority.ts';
import { append, type Context } from '#platform/context.ts';
import { readSettings, writeSettings, type SettingsDefinition } from '#platform/settings.ts';

const definition: SettingsDefinition<AuthoritySettings> = {
  key: 'authority',
  schema: AuthoritySettings,
  defaults: { longestDelegationMonths: 6 },
};

export const readAuthoritySettings = (ctx: Context): Promise<AuthoritySettings> => readSettings(ctx, definition);

/** Delegations of before last as they were given. */
export async function updateAuthoritySettings(ctx: Context, value: AuthoritySettings): Promise<AuthoritySettings> {
  await writeSettings(ctx, definition, value);
  append(ctx, {
    type: 'authority.settings-changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: value,
  });
  return value;
}
