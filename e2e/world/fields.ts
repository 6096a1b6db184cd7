// Fields that a role and a name alone do not find.
import type { Locator, Page } from '@playwright/test';

/** A password has no role of its own; its label carries an asterisk where it is required. */
export function passwordField(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}\\s*\\*?$`, 'u'));
}

/** Opens a list to choose from and takes one of its options. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The same in a list of which several may be chosen; where a page has two fields of the name, in the first. */
export async function chooseSeveral(page: Page, field: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field, exact: true }).first();
  await box.fill(option);
  await page.getByRole('option', { name: option, exact: true }).first().click();
  await box.press('Escape');
}
