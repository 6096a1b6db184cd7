// What the address of the library says: which documents are listed, and which of them is open how.
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import { documentKinds, documentViews, listStates } from './choices.ts';

export function librarySearch(given: Record<string, unknown>) {
  return presentParams({
    q: textParam(given['q']),
    kind: choiceParam(given['kind'], documentKinds),
    state: choiceParam(given['state'], listStates),
    topic: textParam(given['topic'], 36),
    only: choiceParam(given['only'], ['mine', 'review-due'] as const),
    document: textParam(given['document'], 36),
    view: choiceParam(given['view'], documentViews),
    version: textParam(given['version'], 6),
    language: choiceParam(given['language'], ['ar', 'fa', 'en'] as const),
  });
}
export type LibrarySearch = ReturnType<typeof librarySearch>;
