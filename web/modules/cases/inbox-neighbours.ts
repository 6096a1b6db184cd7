// Which case stands next in the list, so that work moves on after one is done.
import { createContext } from 'react';

export const InboxNeighbours = createContext<{ next: string | null }>({ next: null });
