// What the portal shows before anybody says who they are.
import type { PortalInfo } from '#contract/portal.ts';
import { portalCategories } from '#modules/catalogue/index.ts';
import { hasPublicArticles } from '#modules/knowledge/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

export async function portalInfo(ctx: Context): Promise<PortalInfo> {
  const { name, slug, language, calendar, digits, timeZone, customerWord, primaryColour } = await readOrganisation(ctx);
  return {
    name,
    slug,
    language,
    calendar,
    digits,
    timeZone,
    customerWord,
    primaryColour,
    categories: await portalCategories(ctx),
    knowledge: await hasPublicArticles(ctx),
    fileLimit: ctx.platform.config.fileLimit,
  };
}
