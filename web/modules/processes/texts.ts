// The texts of processes, the modeller and tasks, which no first page needs; the faults of diagrams are put into words beside their rules.
import type { LateTexts } from '#web/lib/late-texts.ts';

export const processTexts: LateTexts = {
  ar: () =>
    together(
      import('./page-texts/messages.ar.ts'),
      import('./migration-texts/messages.ar.ts'),
      import('#engine/fault-words.ar.ts'),
    ),
  fa: () =>
    together(
      import('./page-texts/messages.fa.ts'),
      import('./migration-texts/messages.fa.ts'),
      import('#engine/fault-words.fa.ts'),
    ),
  en: () =>
    together(
      import('./page-texts/messages.en.ts'),
      import('./migration-texts/messages.en.ts'),
      import('#engine/fault-words.en.ts'),
    ),
};

type Texts = Record<string, string>;

async function together(
  pages: Promise<{ messages: Texts }>,
  migrations: Promise<{ messages: Texts }>,
  faults: Promise<{ faultWords: Texts }>,
): Promise<{ messages: Texts }> {
  const [{ messages }, moves, { faultWords }] = await Promise.all([pages, migrations, faults]);
  return { messages: { ...messages, ...moves.messages, ...faultWords } };
}
