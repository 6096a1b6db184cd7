// Which statements are prepared: those that came before, up to a number, each under a name that PostgreSQL keeps its plan by.

/** Names of one process, and so of one connection at most. A plan takes some ten kilobytes of the database's memory. */
export const mostNames = 250;
/** Texts that came once and may never come again; forgotten together when there are so many. */
const mostSeen = 2_000;

export type StatementNames = {
  /** The name to prepare `text` under; undefined for what came for the first time, or when all names are given away. */
  nameOf(text: string, role: string): string | undefined;
  /** After a change of tables under our plans: all names are new ones from now on. */
  forget(): void;
};

/**
 * A plan under row-level security is of one role, and PostgreSQL makes it anew whenever another role asks: so each role has
 * names of its own. A name never comes back for another text.
 */
export function createStatementNames(): StatementNames {
  /** By role, then by text; null is a text that came once. */
  const roles = new Map<string, Map<string, string | null>>();
  let generation = 1;
  let named = 0;
  let seen = 0;
  return {
    nameOf(text, role) {
      let names = roles.get(role);
      if (!names) roles.set(role, (names = new Map()));
      const known = names.get(text);
      if (known) return known;
      if (known === undefined) {
        if (seen >= mostSeen) {
          for (const each of roles.values()) for (const [one, name] of each) if (name === null) each.delete(one);
          seen = 0;
        }
        names.set(text, null);
        seen += 1;
        return undefined;
      }
      if (named >= mostNames) return undefined;
      named += 1;
      seen -= 1;
      const name = `rida_${generation}_${named}`;
      names.set(text, name);
      return name;
    },
    forget() {
      roles.clear();
      named = 0;
      seen = 0;
      generation += 1;
    },
  };
}

/** A prepared statement whose columns a migration has changed since: it fails until it is prepared under another name. */
export function isStalePlan(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}
