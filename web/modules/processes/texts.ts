// The texts of processes, the modeller and tasks, which no first page needs; the faults of diagrams are put into words beside their rules.
import type { LateTexts } from '#web/lib/late-texts.ts';

export const processTexts: LateTexts = {
  ar: () =>
    together(
      import('#engine/fault-words.ar.ts'),
      import('./page-texts/messages.ar.ts'),
      import('./modeler/messages.ar.ts'),
      import('./templates/messages.ar.ts'),
      import('./coverage-map/messages.ar.ts'),
      import('./threads/messages.ar.ts'),
      import('./migration-texts/messages.ar.ts'),
    ),
  fa: () =>
    together(
      import('#engine/fault-words.fa.ts'),
      import('./page-texts/messages.fa.ts'),
      import('./modeler/messages.fa.ts'),
      import('./templates/messages.fa.ts'),
      import('./coverage-map/messages.fa.ts'),
      import('./threads/messages.fa.ts'),
      import('./migration-texts/messages.fa.ts'),
    ),
  en: () =>
    together(
      import('#engine/fault-words.en.ts'),
      import('./page-texts/messages.en.ts'),
      import('./modeler/messages.en.ts'),
      import('./templates/messages.en.ts'),
      import('./coverage-map/messages.en.ts'),
      import('./threads/messages.en.ts'),
      import('./migration-texts/messages.en.ts'),
    ),
};

type Texts = Record<string, string>;

async function together(
  faults: Promise<{ faultWords: Texts }>,
  ...pages: readonly Promise<{ messages: Texts }>[]
): Promise<{ messages: Texts }> {
  const [{ faultWords }, ...loaded] = await Promise.all([faults, ...pages]);
  return { messages: Object.assign({}, ...loaded.map(({ messages }) => messages), faultWords) as Texts };
}
