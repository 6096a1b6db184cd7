// What the API says about the customer tree: versions, segments and their rules, members, drift, personas.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, Instant, Line, LocaleText, Nothing, PageQuery, pageOf } from './common.ts';
import { CustomerKind } from './customers.ts';

export const RuleOperator = z.enum(['is', 'at-least', 'at-most', 'equals', 'from', 'until', 'in-last', 'known']);
export type RuleOperator = z.infer<typeof RuleOperator>;

/** One question about a customer. What cannot be answered, because nothing is known, is not fulfilled. */
export const RuleCondition = z.object({
  type: z.literal('condition'),
  /** A key of `fields`. */
  field: z.string().min(1).max(60),
  /** `is`: one of the values. `in-last`: no more than so many days ago. `known`: there is a value. */
  operator: RuleOperator,
  values: z.array(z.union([z.string().max(200), z.number()])).max(200),
  /** Fields that count within a window: the last so many days; null counts everything. */
  days: z.int().min(1).max(3660).nullable().default(null),
});
export type RuleCondition = z.infer<typeof RuleCondition>;

/** All: AND. Any: OR. None: NOT; no member is fulfilled. */
export type Rule = RuleCondition | RuleGroup;
export type RuleGroup = { type: 'all' | 'any' | 'none'; rules: Rule[] };

const mostInGroup = 30;
export const mostConditions = 100;
const group = (inner: z.ZodType<Rule>): z.ZodType<Rule> =>
  z.union([
    RuleCondition,
    z.object({ type: z.enum(['all', 'any', 'none']), rules: z.array(inner).max(mostInGroup) }),
  ]) as z.ZodType<Rule>;
/** Groups within groups, four deep: whoever needs more needs another segment. */
const inner: z.ZodType<Rule> = group(group(group(RuleCondition)));
export const deepestGroup = 4;

const conditionsIn = (rule: Rule): number =>
  rule.type === 'condition' ? 1 : rule.rules.reduce((sum, one) => sum + conditionsIn(one), 0);

export const Rule = z
  .object({ type: z.enum(['all', 'any', 'none']), rules: z.array(inner).max(mostInGroup) })
  .refine((rule) => conditionsIn(rule as Rule) <= mostConditions, { error: 'too-many' }) as z.ZodType<RuleGroup>;

export const RuleFieldType = z.enum(['choice', 'region', 'number', 'date', 'text', 'yes-no']);
export const RuleField = z.object({
  key: z.string(),
  type: RuleFieldType,
  /** Whether it counts within the last days of a condition. */
  window: z.boolean(),
  /** Of a field that the organisation defined; the others are named by the client. */
  name: LocaleText.nullable(),
  /** Null where the values are free, or named by the client (`names` null). */
  choices: z
    .array(z.object({ value: z.string(), name: LocaleText.nullable(), parent: z.string().nullable() }))
    .nullable(),
});
export type RuleField = z.infer<typeof RuleField>;

export const ServicePriority = z.enum(['low', 'normal', 'high', 'urgent']);

const nodeFields = {
  name: LocaleText,
  rule: Rule,
  servicePriority: ServicePriority,
  /** What these customers need, a line each. */
  needs: z.array(Line).max(20),
  /** From the smallest customer (0) to the largest; null is not compared by size. */
  sizeRank: z.int().min(0).max(999).nullable(),
};
export const SegmentNode = z.object({
  id: Id,
  parentId: Id.nullable(),
  order: z.int(),
  ...nodeFields,
  /** Customers placed here now, without those below; 0 in a draft for what is new. */
  members: z.int(),
  pinned: z.int(),
  personas: z.int(),
});
export type SegmentNode = z.infer<typeof SegmentNode>;

export const TreeVersionState = z.enum(['draft', 'published', 'retired']);
export const TreeVersion = z.object({
  number: z.int(),
  state: TreeVersionState,
  note: z.string().nullable(),
  basedOn: z.int().nullable(),
  draftedBy: z.string().nullable(),
  draftedAt: Instant,
  publishedBy: z.string().nullable(),
  publishedAt: Instant.nullable(),
  retiredAt: Instant.nullable(),
});
export type TreeVersion = z.infer<typeof TreeVersion>;

export const Recomputation = z.object({
  cause: z.enum(['published', 'nightly', 'asked']),
  startedAt: Instant,
  milliseconds: z.int(),
  customers: z.int(),
  placed: z.int(),
  moved: z.int(),
  misfits: z.int(),
});

export const CustomerTree = z.object({
  version: TreeVersion.nullable(),
  published: z.int().nullable(),
  draft: z.int().nullable(),
  /** The draft is being published: until everybody is placed it is not changed. */
  publishingSince: Instant.nullable(),
  /** Depth first, in the order in which rules are tried. */
  nodes: z.array(SegmentNode),
  /** Customers whom no rule fits. */
  unplaced: z.int(),
  lastRecomputation: Recomputation.nullable(),
});
export type CustomerTree = z.infer<typeof CustomerTree>;

export const NodeChange = z.object({
  id: Id,
  name: LocaleText,
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.enum(['name', 'rule', 'servicePriority', 'needs', 'sizeRank', 'place'])),
});
export const Move = z.object({
  /** Null: no segment. `unknown`, true: not looked at before. */
  from: LocaleText.nullable(),
  fromId: Id.nullable(),
  to: LocaleText.nullable(),
  toId: Id.nullable(),
  count: z.int(),
  examples: z.array(z.object({ id: Id, name: z.string() })),
});
export type Move = z.infer<typeof Move>;
export const TreePreview = z.object({
  changes: z.array(NodeChange),
  moves: z.array(Move),
  /** Customers who stay where they are. */
  stay: z.int(),
  pinnedKept: z.int(),
  /** Pinned to a segment that the draft no longer has. */
  pinnedReleased: z.int(),
});
export type TreePreview = z.infer<typeof TreePreview>;

export const SegmentPlace = z.object({
  segmentId: Id.nullable(),
  name: LocaleText.nullable(),
  treeVersion: z.int(),
  since: Instant,
  until: Instant.nullable(),
  pinned: z.object({ at: Instant, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
});
export const CustomerSegment = z.object({
  now: SegmentPlace.nullable(),
  /** Newest first, the last twenty. */
  history: z.array(SegmentPlace),
});
export type CustomerSegment = z.infer<typeof CustomerSegment>;

export const SegmentMember = z.object({
  id: Id,
  kind: CustomerKind,
  name: z.string(),
  since: Instant,
  pinned: z.boolean(),
});

export const SegmentProposal = z.object({
  id: Id,
  kind: z.enum(['drift']),
  state: z.enum(['open', 'approved', 'declined', 'superseded']),
  treeVersion: z.int(),
  openedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  /** All who are in the tree, and those of them who no longer fit. */
  members: z.int(),
  misfits: z.int(),
  /** Per segment: how many of its members no longer fit. Of an open one. */
  segments: z.array(z.object({ id: Id.nullable(), name: LocaleText.nullable(), members: z.int(), misfits: z.int() })),
  moves: z.array(Move),
});
export type SegmentProposal = z.infer<typeof SegmentProposal>;

export const PersonaChannel = z.enum(['portal', 'mail', 'phone', 'visit', 'letter']);
const lines = z.array(Line).max(20);
const personaFields = {
  name: Line,
  story: z.string().trim().max(2000).nullable(),
  goals: lines,
  needs: lines,
  frustrations: lines,
  channels: z.array(PersonaChannel),
  quotes: lines,
  /** Where it is known from: an interview, a survey, a figure. */
  evidence: z
    .array(
      z.object({
        note: Line,
        link: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .nullable(),
      }),
    )
    .max(20),
};
export const PersonaInput = z.object(personaFields);
export const Persona = z.object({ id: Id, segmentId: Id, ...personaFields, changedAt: Instant });
export type Persona = z.infer<typeof Persona>;

export const SegmentSettings = z.object({
  /** What happens to members whose data change: moved at once, or proposed to a person. */
  moves: z.enum(['at-once', 'propose']),
});
export type SegmentSettings = z.infer<typeof SegmentSettings>;

export const NodeInput = z.object({ parentId: Id.nullable(), ...nodeFields });
export type NodeInput = z.infer<typeof NodeInput>;

const tag = oc.route({ tags: ['segments'] });

export const segmentsContract = {
  tree: tag
    .route({ method: 'GET', path: '/segments/tree', summary: 'The customer tree: published, draft, or any version' })
    .input(z.object({ version: z.coerce.number().int().min(1).optional() }))
    .output(CustomerTree),
  versions: tag
    .route({ method: 'GET', path: '/segments/versions', summary: 'Versions of the tree, the newest first' })
    .input(PageQuery)
    .output(pageOf(TreeVersion)),
  fields: tag
    .route({ method: 'GET', path: '/segments/fields', summary: 'What rules may ask for' })
    .output(z.object({ items: z.array(RuleField) })),
  count: tag
    .route({ method: 'POST', path: '/segments/count', summary: 'How many customers a rule fits' })
    .input(z.object({ rule: Rule, parentId: Id.nullable() }))
    .output(z.object({ matching: z.int(), customers: z.int() })),
  createDraft: tag
    .route({ method: 'POST', path: '/segments/draft', successStatus: 201, summary: 'Draft a new version of the tree' })
    .output(CustomerTree),
  discardDraft: tag
    .route({ method: 'DELETE', path: '/segments/draft', summary: 'Throw the draft away' })
    .output(Nothing),
  addNode: tag
    .route({ method: 'POST', path: '/segments/draft/nodes', successStatus: 201, summary: 'Add a segment to the draft' })
    .input(NodeInput)
    .output(z.object({ id: Id })),
  updateNode: tag
    .route({ method: 'PUT', path: '/segments/draft/nodes/{id}', summary: 'Change a segment of the draft' })
    .input(NodeInput.extend({ id: Id }))
    .output(Nothing),
  moveNode: tag
    .route({
      method: 'POST',
      path: '/segments/draft/nodes/{id}/order',
      summary: 'Try a segment before or after its neighbour',
    })
    .input(z.object({ id: Id, direction: z.enum(['up', 'down']) }))
    .output(Nothing),
  removeNode: tag
    .route({
      method: 'DELETE',
      path: '/segments/draft/nodes/{id}',
      summary: 'Take a segment and all below it out of the draft',
    })
    .input(z.object({ id: Id }))
    .output(Nothing),
  preview: tag
    .route({ method: 'GET', path: '/segments/draft/preview', summary: 'What the draft changes, and who would move' })
    .output(TreePreview),
  publish: tag
    .route({
      method: 'POST',
      path: '/segments/draft/publication',
      summary: 'Publish the draft: everybody is placed anew, in the background',
    })
    .input(z.object({ note: z.string().trim().max(1000).nullable() }))
    .output(CustomerTree),
  members: tag
    .route({ method: 'GET', path: '/segments/members', summary: 'Customers of a segment, or those in none' })
    .input(PageQuery.extend({ segmentId: Id.optional() }))
    .output(pageOf(SegmentMember)),
  recompute: tag
    .route({ method: 'POST', path: '/segments/recomputation', summary: 'Look at every customer again, soon' })
    .output(Nothing),
  customerSegment: tag
    .route({
      method: 'GET',
      path: '/customers/{customerId}/segment',
      summary: 'Where a customer stands in the tree, and stood',
    })
    .input(z.object({ customerId: Id }))
    .output(CustomerSegment),
  pin: tag
    .route({
      method: 'PUT',
      path: '/customers/{customerId}/segment/pin',
      summary: 'Place a customer by hand, whatever the rules say',
    })
    .input(z.object({ customerId: Id, segmentId: Id, reason: Line }))
    .output(CustomerSegment),
  unpin: tag
    .route({
      method: 'DELETE',
      path: '/customers/{customerId}/segment/pin',
      summary: 'Let the rules place the customer again',
    })
    .input(z.object({ customerId: Id }))
    .output(CustomerSegment),
  proposals: tag
    .route({ method: 'GET', path: '/segments/proposals', summary: 'Proposals from drift, the newest first' })
    .input(PageQuery)
    .output(pageOf(SegmentProposal)),
  approve: tag
    .route({ method: 'POST', path: '/segments/proposals/{id}/approval', summary: 'Approve: the members move' })
    .input(z.object({ id: Id }))
    .output(SegmentProposal),
  decline: tag
    .route({ method: 'POST', path: '/segments/proposals/{id}/refusal', summary: 'Decline with a reason: they stay' })
    .input(z.object({ id: Id, reason: Line }))
    .output(SegmentProposal),
  personas: tag
    .route({ method: 'GET', path: '/segments/{segmentId}/personas', summary: 'Personas of a segment' })
    .input(z.object({ segmentId: Id }))
    .output(z.object({ items: z.array(Persona) })),
  addPersona: tag
    .route({
      method: 'POST',
      path: '/segments/{segmentId}/personas',
      successStatus: 201,
      summary: 'Describe a persona',
    })
    .input(PersonaInput.extend({ segmentId: Id }))
    .output(Persona),
  updatePersona: tag
    .route({ method: 'PUT', path: '/segments/personas/{id}', summary: 'Change a persona' })
    .input(PersonaInput.extend({ id: Id }))
    .output(Persona),
  removePersona: tag
    .route({ method: 'DELETE', path: '/segments/personas/{id}', summary: 'Remove a persona' })
    .input(z.object({ id: Id }))
    .output(Nothing),
  getSettings: tag
    .route({ method: 'GET', path: '/segments/settings', summary: 'What happens when data change' })
    .output(SegmentSettings),
  updateSettings: tag
    .route({ method: 'PUT', path: '/segments/settings', summary: 'Change what happens when data change' })
    .input(SegmentSettings)
    .output(SegmentSettings),
};
