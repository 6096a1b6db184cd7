// Forms of the organisation and their versions, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type FormBrief = Awaited<ReturnType<typeof api.forms.list>>['items'][number];
export type FormView = Awaited<ReturnType<typeof api.forms.get>>;

export const formsQuery = orpc.forms.list.queryOptions({ input: {} });
export const formQuery = (id: string) => orpc.forms.get.queryOptions({ input: { id } });
/** Never changes. */
export const versionQuery = (id: string) =>
  orpc.forms.getVersion.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY });

/** A verb answered with how the form stands now. */
export async function showForm(form: FormView): Promise<void> {
  queryClient.setQueryData(formQuery(form.id).queryKey, form);
  await queryClient.invalidateQueries({ queryKey: formsQuery.queryKey });
}

export async function refreshForms(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: formsQuery.queryKey });
}

/** The version to fill in; null where there is none, undefined until it is known. */
export function useFormInUse(formId: string | null | undefined) {
  const form = useQuery({ ...formQuery(formId ?? ''), enabled: Boolean(formId) });
  const current = form.data && !form.data.retired ? form.data.current : null;
  const version = useQuery({ ...versionQuery(current?.id ?? ''), enabled: Boolean(current) });
  if (!formId || (form.data && !current)) return { version: null, error: null };
  return { version: current ? version.data : undefined, error: form.error ?? version.error };
}

/** All of them, also those out of use; empty until they came. */
export function useForms(): readonly FormBrief[] {
  useLive(['form.*'], () => void refreshForms());
  return useQuery(formsQuery).data?.items ?? [];
}
