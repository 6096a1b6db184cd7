// Processes made through the API, for journeys that begin with one: drawn as templates are, with the names of the journey's language.
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { drawTemplate } from '#modules/processes/templates/draw-template.ts';
import type { DrawnTemplate, Words } from '#modules/processes/templates/template.ts';
import { post, type Office } from './office.ts';
import { appWords, type JourneyLanguage } from './words.ts';

export type DecisionNames = {
  process: string;
  /** Where the amount is said. */
  assess: string;
  choice: string;
  /** The way of small amounts, and of large ones. */
  small: string;
  large: string;
  end: string;
};

const step = (id: string, kind: DrawnTemplate['steps'][number]['kind'], name: string) => ({
  id,
  kind,
  role: 'desk',
  name: words(name),
});
const words = (name: string): Words => ({ ar: name, fa: name, en: name });

/** One step, then one of two by `amount`: up to 500, or more. Without an amount no way is left. */
export function decisionXml(office: Office, language: JourneyLanguage, names: DecisionNames): string {
  const template: DrawnTemplate = {
    key: 'decision',
    name: words(names.process),
    roles: [{ key: 'desk', name: words(office.department) }],
    values: [],
    steps: [
      step('begun', 'start', names.process),
      step('assess', 'task', names.assess),
      step('how-much', 'choice', names.choice),
      step('small', 'task', names.small),
      step('large', 'task', names.large),
      { id: 'either', kind: 'merge', role: 'desk' },
      step('done', 'end', names.end),
    ],
    flows: [
      { from: 'begun', to: 'assess' },
      { from: 'assess', to: 'how-much' },
      { from: 'how-much', to: 'small', when: 'amount <= 500', name: words('≤ 500') },
      { from: 'how-much', to: 'large', when: 'amount > 500', name: words('> 500') },
      { from: 'small', to: 'either' },
      { from: 'large', to: 'either' },
      { from: 'either', to: 'done' },
    ],
  };
  const units = new Map([['desk', { id: office.departmentId, name: office.department }]]);
  return drawTemplate(template, { id: 'Process_1', language, units });
}

let made = 0;

/** A model with that draft, owned by whoever makes it. */
export async function newProcess(
  owner: APIRequestContext,
  office: Office,
  { language, name, xml }: { language: JourneyLanguage; name: string; xml: string },
): Promise<{ id: string; key: string }> {
  made += 1;
  const { person } = (await (await owner.get('/api/session')).json()) as { person: { id: string } };
  const key = `journey-${process.pid}-${made}-${Date.now()}`;
  const { id } = await post<{ id: string }>(owner, '/api/process-models', {
    key,
    name: { [language]: name },
    unitId: office.departmentId,
    ownerId: person.id,
    xml,
  });
  return { id, key };
}

/** In the modeller, by its name. */
export async function chooseElement(page: Page, language: JourneyLanguage, name: string): Promise<void> {
  const find = page.getByRole('combobox', { name: appWords(language).say('diagram.find') });
  await find.click();
  await find.fill(name);
  await page.getByRole('option', { name }).last().click();
}

/** On the page of a task: it is taken and done, with nothing filled in. */
export async function claimAndComplete(page: Page, language: JourneyLanguage): Promise<void> {
  const { say } = appWords(language);
  const complete = { name: say('task.complete'), exact: true };
  await page.getByRole('button', { name: say('task.claim'), exact: true }).click();
  await page.getByRole('button', complete).click();
  await page.getByRole('dialog').getByRole('button', complete).click();
  await expect(page.getByText(say('task.state.completed'), { exact: true }).first()).toBeVisible();
}
