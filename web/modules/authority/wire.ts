// What the API of authority answers with, as it arrives.
import type { api } from '#web/lib/api.ts';

export type WireRule = Awaited<ReturnType<typeof api.authority.listRules>>['items'][number];
export type WireDelegation = Awaited<ReturnType<typeof api.authority.listDelegations>>['items'][number];
export type WireDetail = Awaited<ReturnType<typeof api.authority.look>>;
export type WireTest = Awaited<ReturnType<typeof api.authority.test>>;
