// What may happen to an instance from outside.
import type { ElementId } from './definition.ts';
import type { Variables } from './instance.ts';

export type Command =
  /** The first of every instance. `startId`: a start event with a trigger; otherwise the one without. */
  | { readonly type: 'start'; readonly startId?: ElementId; readonly variables: Variables }
  /** A user, manual or service task or a called process is done. */
  | { readonly type: 'complete'; readonly token: number; readonly variables: Variables }
  /** It ended with an error that the diagram may catch. */
  | { readonly type: 'throw-error'; readonly token: number; readonly code: string; readonly variables: Variables }
  | { readonly type: 'fire-timer'; readonly timer: number }
  /** A message or signal that the host has matched to this subscription. */
  | { readonly type: 'deliver'; readonly subscription: number; readonly variables: Variables }
  /** Tries the step of a token with an incident again. */
  | { readonly type: 'retry'; readonly token: number }
  /** A person sets variables right, in the scope of the token or of the process. */
  | { readonly type: 'set-variables'; readonly scope: number; readonly variables: Variables }
  /** Ends it from outside. */
  | { readonly type: 'cancel' };
