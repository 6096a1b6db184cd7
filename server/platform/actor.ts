// Who acts: every transaction, event and row says it, and the database is told which kind it is.

export type StaffActor = { kind: 'staff'; personId: string; name: string; permissions: ReadonlySet<string> };
export type ApiKeyActor = { kind: 'api-key'; keyId: string; name: string; permissions: ReadonlySet<string> };
/** A customer before (no grant) or after proving the right to one case. */
export type CustomerActor = { kind: 'customer'; customerId: string | null; grantId: string | null };
/** Somebody who works for a dealer: an outsider, who sees what the dealer entered and nothing else. */
export type DealerActor = {
  kind: 'dealer';
  personId: string;
  dealerId: string;
  name: string;
  permissions: ReadonlySet<string>;
};
/** A job, an import, the sample generator: the name says which. */
export type SystemActor = { kind: 'system'; name: string };

export type Actor = StaffActor | ApiKeyActor | CustomerActor | DealerActor | SystemActor;

/** The database role that a kind of actor works under; it decides what PostgreSQL allows. */
export function databaseRole(actor: Actor): 'rida_staff' | 'rida_customer' | 'rida_dealer' | 'rida_system' {
  if (actor.kind === 'customer') return 'rida_customer';
  if (actor.kind === 'dealer') return 'rida_dealer';
  if (actor.kind === 'system') return 'rida_system';
  return 'rida_staff';
}

/** The id that rows and events keep of an actor; null for the system and for customers not yet known. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
    case 'dealer':
      return actor.personId;
    case 'api-key':
      return actor.keyId;
    case 'customer':
      return actor.customerId;
    case 'system':
      return null;
  }
}
