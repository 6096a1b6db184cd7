// What the person who is signed in may do; what they may not do is not shown.
import { useSession } from './session.ts';

export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}
