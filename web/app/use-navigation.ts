// What stands in the navigation: the places of all modules that the person may see, by section.
import type { NavigationEntry, Section } from '#web/lib/web-module.ts';
import { useSession } from '#web/lib/session.ts';
import { modules } from './modules.ts';
import type { WebModule } from '#web/lib/web-module.ts';

const sections: readonly Section[] = ['serve', 'run', 'listen', 'improve', 'direct', 'settings'];

/** Sections in the order of the product's five verbs, settings last; an empty section is not there. */
export function useNavigation(): Array<{ section: Section; entries: NavigationEntry[] }> {
  const { permissions } = useSession();
  const all = (modules as readonly WebModule[]).flatMap((module) => module.navigation ?? []);
  return sections
    .map((section) => ({
      section,
      entries: all
        .filter((entry) => entry.section === section && (!entry.permission || permissions.includes(entry.permission)))
        .toSorted((a, b) => a.order - b.order),
    }))
    .filter(({ entries }) => entries.length > 0);
}
