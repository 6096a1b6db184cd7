// Forms made through the API, for journeys that begin with one.
import type { APIRequestContext } from '@playwright/test';
import { newField, type FormField } from '#kernel/forms/form-definition.ts';
import { post } from './office.ts';
import { readWorld } from './world.ts';

type Wish = Partial<FormField> & { key: string };
let made = 0;

/** A form with these fields as its draft; lines unless they say otherwise. */
export async function draftForm(api: APIRequestContext, fields: readonly Wish[]): Promise<string> {
  made += 1;
  const name = { en: `Form ${made}` };
  const { id } = await post<{ id: string }>(api, '/api/forms', {
    key: `form-${process.pid}-${made}-${Date.now()}`,
    name,
  });
  const whole = fields.map((wish) => ({
    ...newField(wish.type ?? 'line', wish.key),
    label: { en: wish.key },
    ...wish,
  }));
  const answer = await api.put(`/api/forms/${id}/draft`, {
    data: { revision: 1, name, definition: { sections: [{ key: 'main', title: {}, fields: whole }] } },
    headers: { origin: readWorld().address },
  });
  if (!answer.ok()) throw new Error(`saving a form: ${answer.status()} ${await answer.text()}`);
  return id;
}

export async function publishForm(api: APIRequestContext, fields: readonly Wish[]): Promise<string> {
  const id = await draftForm(api, fields);
  await post(api, `/api/forms/${id}/publication`, { revision: 2, note: null });
  return id;
}
