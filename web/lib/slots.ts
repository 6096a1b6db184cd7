// Places in a page where a higher module shows something of its own: a lower module cannot import it, so the app hands it over.
import type { ComponentType } from 'react';
import { useSession } from './session.ts';

/** What each place hands to the panels in it. */
export type SlotProps = {
  /** Above every page, for what must not be missed. */
  'above-page': Record<never, never>;
  /** In the bar above every page, before the menus; 44 px wide at most. */
  'top-bar': object;
  /** Below what one's own profile says. */
  'profile-page': object;
  /** Below the record of a customer. */
  'customer-page': { customerId: string };
  /** Beside the search of the customer list, with the words of its filters. */
  'customer-list': { query: Record<string, string> };
  /** Below the form in which a new customer is entered. */
  'customer-entry': {
    entered: { kind: 'person' | 'company'; name: string; phone?: string | undefined; email?: string | undefined };
    /** Somebody who is here already is taken instead. */
    onTake: (customer: { id: string; name: string }) => void;
  };
};
export type Slot = keyof SlotProps;

export type Panel = {
  [Name in Slot]: {
    slot: Name;
    /** Draws its own heading; may be lazy. */
    component: ComponentType<SlotProps[Name]>;
    /** Not shown without it. */
    permission?: string;
    /** Within the place, small first. */
    order: number;
  };
}[Slot];

let all: readonly Panel[] = [];

/** Once, by the app, with the panels of all modules. */
export function setPanels(panels: readonly Panel[]): void {
  all = panels.toSorted((a, b) => a.order - b.order);
}

export function usePanels<Name extends Slot>(slot: Name): Array<ComponentType<SlotProps[Name]>> {
  const { permissions } = useSession();
  return all
    .filter((panel) => panel.slot === slot && (!panel.permission || permissions.includes(panel.permission)))
    .map((panel) => panel.component as ComponentType<SlotProps[Name]>);
}
