// Takes a case up again before its waiting time is over.
import { notifications } from '#web/lib/notices.ts';
import { api } from '#web/lib/api.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { showChanged } from './case-queries.ts';

export function useEndWait(id: string): () => void {
  return () => {
    api.cases
      .endWait({ id })
      .then(showChanged)
      .catch((error: unknown) => notifications.show({ color: 'red', message: problemText(error) }));
  };
}
