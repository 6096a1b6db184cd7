// Refusals of the processes module.
import { refusals } from '#platform/errors.ts';

export const processErrors = refusals({
  notFound: ['process.not-found', 404],
  versionNotFound: ['process.version-not-found', 404],
  instanceNotFound: ['process-instance.not-found', 404],
  taskNotFound: ['task.not-found', 404],
  /** Models, tasks and hand-offs carry a person's name. */
  onlyPeople: ['process.only-people', 403],
  notOwner: ['process.not-owner', 403],
  keyTaken: ['process.key-taken', 409],
  retired: ['process.retired', 409],
  changedMeanwhile: ['process.changed-meanwhile', 409],
  /** A proposal waits: it is for the draft as it stands. */
  proposed: ['process.proposed', 409],
  notProposed: ['process.not-proposed', 409],
  /** Nothing to publish. */
  unchanged: ['process.unchanged', 409],
  /** `faults` name elements. */
  hasFaults: ['process.has-faults', 422],
  published: ['process.published', 409],
  notInForce: ['process.not-in-force', 409],
  /** The version has no such process, or it begins only by a message, a signal or a timer. */
  notStartable: ['process.not-startable', 409],
  /** Calls within calls, more than anybody draws: it calls itself. */
  callsTooDeep: ['process.calls-too-deep', 422],
  instanceEnded: ['process-instance.ended', 409],
  instanceChanged: ['process-instance.changed-meanwhile', 409],
  /** It stands elsewhere by now. */
  notThere: ['process-instance.not-there', 409],
  noIncident: ['process-instance.no-incident', 409],
  migrationNotFound: ['process-migration.not-found', 404],
  /** Neither owns the process nor may name its owner. */
  migrationNotYours: ['process-migration.not-yours', 403],
  sameVersion: ['process-migration.same-version', 409],
  /** One from this version goes on. */
  migrationGoesOn: ['process-migration.goes-on', 409],
  /** Stopped too late. */
  migrationEnded: ['process-migration.ended', 409],
  nothingToMove: ['process-migration.nothing-to-move', 409],
  /** It names an element that neither version has. */
  mappingUnknown: ['process-migration.mapping-unknown', 422],
  taskEnded: ['task.ended', 409],
  taskClaimed: ['task.claimed-by-another', 409],
  /** The expression of the amount that takes authority. */
  amountNotUnderstood: ['task.amount-not-understood', 422],
  taskNotYours: ['task.not-yours', 403],
  /** Neither holds a position in the unit nor in one above it. */
  notOfUnit: ['task.not-of-unit', 403],
  /** Neither holds the position that the diagram asks for, in the unit or above it, nor heads one of these. */
  notOfPosition: ['task.not-of-position', 403],
  notHead: ['task.not-head', 403],
  /** Handed over and not accepted, or refused and not offered again. */
  taskNotOpen: ['task.not-open', 409],
  notOffered: ['hand-off.not-offered', 409],
  notReturned: ['hand-off.not-returned', 409],
});
