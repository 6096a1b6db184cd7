// The contract as the API client needs it. In the browser's bundle only methods and paths are left of it (see vite.config.ts).
export { contract as contractRoutes } from '#contract/index.ts';
