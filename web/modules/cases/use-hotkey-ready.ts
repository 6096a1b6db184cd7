// Keys of a page must be registered after those of the frame, which may be mounted in the same moment.
import { useDeferredValue } from 'react';

/** False while the page is drawn for the first time. */
export function useHotkeyReady(): boolean {
  return useDeferredValue(true, false);
}
