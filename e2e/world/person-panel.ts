// Finds a person in the list of people, as an administrator does, and opens the panel beside it.
import { expect, type Locator, type Page } from '@playwright/test';
import { appWords, type JourneyLanguage } from './words.ts';

/** Gives the panel of the person. */
export async function openPerson(
  page: Page,
  { language, name }: { language: JourneyLanguage; name: string },
): Promise<Locator> {
  const { say } = appWords(language);
  await page.goto('/people');
  await page.getByRole('searchbox', { name: say('organisation.search-people') }).fill(name);
  await page
    .getByRole('table', { name: say('organisation.people') })
    .getByRole('button', { name })
    .click();
  const panel = page.getByRole('region', { name });
  await expect(panel).toBeVisible();
  return panel;
}
