// A customer's case, submitted through the portal's own address, for journeys that begin later in its life.
import { request } from '@playwright/test';
import { post, type Office } from './office.ts';
import { ownAddress } from './own-address.ts';
import type { JourneyLanguage } from './words.ts';
import { readWorld } from './world.ts';

export type Submitted = { id: string; number: string; trackingCode: string; grant: string };
export type Submission = {
  language: JourneyLanguage;
  name: string;
  email?: string;
  phone?: string;
  text: string;
  kind?: string;
};

export async function submitCase(office: Office, { kind = 'complaint', ...given }: Submission): Promise<Submitted> {
  const { address, slug } = readWorld();
  const anonymous = await request.newContext({
    baseURL: address,
    extraHTTPHeaders: { origin: address, ...ownAddress() },
  });
  const made = await post<Omit<Submitted, 'id'>>(anonymous, `/api/portal/${slug}/cases`, {
    ...given,
    kind,
    categoryId: office.categoryId,
  });
  await anonymous.dispose();
  return { ...made, id: await caseIdOf(office, made.number) };
}

export async function caseIdOf(office: Office, number: string): Promise<string> {
  const found = await office.administrator.get(`/api/cases?q=${encodeURIComponent(number)}`);
  const { items } = (await found.json()) as { items: { id: string; number: string }[] };
  const one = items.find((item) => item.number === number);
  if (!one) throw new Error(`no case has the number ${number}`);
  return one.id;
}
