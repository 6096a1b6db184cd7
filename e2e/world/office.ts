// An office for a journey: a department with an agent and a head, made through the API by the administrator.
import { request, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { ownAddress } from './own-address.ts';
import type { JourneyLanguage } from './words.ts';
import { readWorld } from './world.ts';

export type Colleague = { name: string; email: string; password: string };
export type Office = {
  departmentId: string;
  department: string;
  categoryId: string;
  category: string;
  agent: Colleague;
  head: Colleague;
  administrator: APIRequestContext;
};

let made = 0;

export async function apiAs(who: { email: string; password: string }): Promise<APIRequestContext> {
  const { address } = readWorld();
  const api = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address, ...ownAddress() } });
  const answer = await api.post('/api/auth/sign-in/email', { data: { email: who.email, password: who.password } });
  if (!answer.ok()) throw new Error(`sign-in of ${who.email}: ${answer.status()} ${await answer.text()}`);
  return api;
}

/** Posts and demands success. */
export async function post<T>(
  api: APIRequestContext,
  path: string,
  data: object,
  method: 'post' | 'put' | 'patch' = 'post',
): Promise<T> {
  const answer = await api[method](path, { data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

type Hiring = { name: string; email: string; role: string; positionId?: string; language: JourneyLanguage };

/** Invites somebody and accepts for them. */
async function hireColleague(administrator: APIRequestContext, { role, ...given }: Hiring): Promise<Colleague> {
  const { name, email } = given;
  const invitation = await post<{ link: string }>(administrator, '/api/invitations', { ...given, roles: [role] });
  const password = `password-of-${role}`;
  const { address } = readWorld();
  const anonymous = await request.newContext({
    baseURL: address,
    extraHTTPHeaders: { origin: address, ...ownAddress() },
  });
  await post(anonymous, `/api/invitations/by-token/${invitation.link.split('/').at(-1)}/acceptance`, {
    name,
    password,
  });
  await anonymous.dispose();
  return { name, email, password };
}

/** Another administrator, who reads this language. */
export async function hireAdministrator(language: JourneyLanguage, name: string): Promise<Colleague> {
  made += 1;
  const email = `administrator-${language}-${process.pid}-${made}@example.org`;
  const administrator = await apiAs(readWorld().administrator);
  return hireColleague(administrator, { name, email, role: 'administrator', language });
}

/** `names` are in the journey's language so that its screens read as they would. */
export async function openOffice(
  language: JourneyLanguage,
  names: { department: string; category: string; agent: string; head: string },
): Promise<Office> {
  const world = readWorld();
  const administrator = await apiAs(world.administrator);
  made += 1;
  const tag = `${language}-${process.pid}-${made}`;
  const { items: units } = (await (await administrator.get('/api/units')).json()) as {
    items: { id: string; parentId: string | null }[];
  };
  const root = units.find((unit) => unit.parentId === null)!;
  const department = await post<{ id: string }>(administrator, '/api/units', {
    name: { [language]: names.department },
    parentId: root.id,
  });
  const category = await post<{ id: string }>(administrator, '/api/categories', {
    name: { [language]: names.category },
    unitId: department.id,
    kinds: [],
  });
  const hire = async (name: string, part: string, isHead: boolean): Promise<Colleague> => {
    const position = await post<{ id: string }>(administrator, '/api/positions', {
      unitId: department.id,
      title: { [language]: name },
      isHead,
    });
    return hireColleague(administrator, {
      name,
      email: `${part}-${tag}@example.org`,
      role: isHead ? 'service-manager' : 'agent',
      positionId: position.id,
      language,
    });
  };
  return {
    departmentId: department.id,
    department: names.department,
    categoryId: category.id,
    category: names.category,
    administrator,
    agent: await hire(names.agent, 'agent', false),
    head: await hire(names.head, 'head', true),
  };
}

/** A browser window of somebody who is signed in and reads this language. */
export async function pageAs(
  browser: Browser,
  who: { email: string; password: string },
  language: JourneyLanguage,
): Promise<Page> {
  const { address } = readWorld();
  const context = await browser.newContext({
    baseURL: address,
    extraHTTPHeaders: ownAddress(),
    viewport: { width: 1480, height: 900 },
    locale: { ar: 'ar-SA', fa: 'fa-IR', en: 'en-GB' }[language],
  });
  await context.addCookies([{ name: 'rida_language', value: language, url: address }]);
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email: who.email, password: who.password },
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`sign-in of ${who.email}: ${answer.status()}`);
  return context.newPage();
}

/** A customer's phone. */
export async function phoneOf(
  browser: Browser,
  language: JourneyLanguage,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const { address } = readWorld();
  const context = await browser.newContext({
    baseURL: address,
    extraHTTPHeaders: ownAddress(),
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    ...options,
    locale: { ar: 'ar-SA', fa: 'fa-IR', en: 'en-GB' }[language],
  });
  await context.addCookies([{ name: 'rida_language', value: language, url: address }]);
  return context.newPage();
}
