// Keeps the function that fills a new installation with the sample organisation; it needs modules above this one, so app.ts hands it in.
import type { Platform } from '#platform/platform.ts';

export type SampleLoader = (
  platform: Platform,
  input: { administrator: { name: string; email: string; password: string } },
) => Promise<{ organisationId: string; slug: string }>;

let loader: SampleLoader | undefined;

export function registerSampleLoader(load: SampleLoader): void {
  loader = load;
}

export function sampleLoader(): SampleLoader | undefined {
  return loader;
}
