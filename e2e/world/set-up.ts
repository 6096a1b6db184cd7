// What an administrator does on the first day, through the API: set up, sign in, say how mail is sent.
import { request, type APIRequestContext } from '@playwright/test';
import { ownAddress } from './own-address.ts';
import type { JourneyLanguage } from './words.ts';

export type FirstDay = {
  address: string;
  setupLink: string;
  organisation: {
    name: Partial<Record<JourneyLanguage, string>>;
    slug: string;
    country: string;
    language: JourneyLanguage;
  };
  administrator: { name: string; email: string; password: string };
};

/** Sets the organisation up and gives the administrator's signed-in API. */
export async function setUpOrganisation({ address, setupLink, ...given }: FirstDay): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address, ...ownAddress() } });
  await demand(api, 'post', '/api/setup', { token: new URL(setupLink).searchParams.get('token'), ...given });
  const { email, password } = given.administrator;
  await demand(api, 'post', '/api/auth/sign-in/email', { email, password });
  return api;
}

export async function setMailServer(api: APIRequestContext, port: number): Promise<void> {
  await demand(api, 'put', '/api/mail-settings', {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    fromAddress: 'service@rida.example',
    fromName: 'Rida',
  });
}

async function demand(api: APIRequestContext, method: 'post' | 'put', path: string, data: object): Promise<void> {
  const answer = await api[method](path, { data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
}
