// The forms of the sample organisation, published when it was set up.
import { countryPacks } from '#kernel/country-packs.ts';
import type { SampleCountry } from '#modules/organisation/index.ts';
import { asOf } from '#platform/as-of.ts';
import type { Context } from '#platform/context.ts';
import { createForm } from './create-form.ts';
import { publishForm } from './publish-form.ts';
import { sampleForms } from './sample/forms.ts';
import { saveDraft } from './save-draft.ts';

/** Answers with the id of each by its key. */
export async function writeSampleForms(
  ctx: Context,
  { country, since }: { country: SampleCountry; since: Date },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await asOf(ctx, since, async (past) => {
    for (const { key, name, note, sections } of sampleForms(countryPacks[country].currency)) {
      const { id, draft } = await createForm(past, { key, name });
      const definition = { sections };
      const saved = await saveDraft(past, { id, revision: draft!.revision, name, definition });
      await publishForm(past, { id, revision: saved.draft!.revision, note });
      ids.set(key, id);
    }
  });
  return ids;
}
