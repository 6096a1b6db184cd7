// The query cache of the app, and the API as query and mutation options: `orpc.cases.list.queryOptions({ input })`.
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { api } from './api.ts';
import { isProblem } from './problem-error.ts';

export const orpc = createTanstackQueryUtils(api);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Live events refresh what changed; this only covers what they missed.
      staleTime: 30_000,
      // A refusal stays a refusal; only an unreachable or failing server is worth another try.
      retry: (count, error) => count < 2 && isProblem(error) && (error.status === 0 || error.status >= 502),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
