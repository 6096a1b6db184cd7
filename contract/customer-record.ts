// The shapes of a customer's record: fields and their classes, choices, regions, relations, rights, retention, consents, timeline.
import { z } from 'zod';
import { ActorView, Id, Instant, IsoDate, Language, Line, LocaleText } from './common.ts';

export const CustomerKind = z.enum(['person', 'company']);
export type CustomerKind = z.infer<typeof CustomerKind>;
export const ContactChannel = z.enum(['email', 'phone']);
export const CustomerStage = z.enum(['prospective', 'current', 'lapsed']);
export type CustomerStage = z.infer<typeof CustomerStage>;
export const Gender = z.enum(['female', 'male']);

/** What rights and retention are set for. Name, kind, language, stage and who is responsible belong to none: work needs them. */
export const FieldClass = z.enum(['identity', 'contact', 'demographic', 'place', 'other']);
export type FieldClass = z.infer<typeof FieldClass>;

/** Whose customers: those the person is responsible for, those of the person's units and below, or all. */
export const RowScope = z.enum(['own', 'unit', 'all']);
export type RowScope = z.infer<typeof RowScope>;

export const CustomerRights = z.object({ read: z.array(FieldClass), write: z.array(FieldClass), rows: RowScope });
export type CustomerRights = z.infer<typeof CustomerRights>;
/** An administrator, who sets them, has them all. */
export const CustomerAccessSettings = z.object({
  'service-manager': CustomerRights,
  agent: CustomerRights,
  'api-key': CustomerRights,
});
export type CustomerAccessSettings = z.infer<typeof CustomerAccessSettings>;

export const CustomerFieldType = z.enum(['text', 'number', 'date', 'yes-no', 'choice']);
export const CustomerFieldChoice = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: LocaleText,
});
export const CustomerField = z.object({
  id: Id,
  /** How imports and the API name it. */
  key: z.string(),
  name: LocaleText,
  type: CustomerFieldType,
  choices: z.array(CustomerFieldChoice),
  fieldClass: FieldClass.exclude(['contact']),
  /** Null: of people and companies. */
  customerKind: CustomerKind.nullable(),
  required: z.boolean(),
  active: z.boolean(),
});
export type CustomerField = z.infer<typeof CustomerField>;
export const CustomerFieldInput = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: LocaleText,
  type: CustomerFieldType,
  choices: z.array(CustomerFieldChoice).max(200).default([]),
  fieldClass: FieldClass.exclude(['contact']).default('other'),
  customerKind: CustomerKind.nullable().default(null),
  required: z.boolean().default(false),
});
/** Of a field of the organisation's own: text, number, "YYYY-MM-DD", yes or no, key of a choice. */
export const FieldValue = z.union([z.string().max(2_000), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof FieldValue>;

export const ChoiceList = z.enum(['age-group', 'income-band', 'education', 'social-group']);
export const CustomerChoice = z.object({
  id: Id,
  list: ChoiceList,
  name: LocaleText,
  active: z.boolean(),
  /** Age groups only: whole years, the last one excluded; null is open. */
  fromAge: z.int().nullable(),
  untilAge: z.int().nullable(),
});
export type CustomerChoice = z.infer<typeof CustomerChoice>;

export const Region = z.object({
  id: Id,
  parentId: Id.nullable(),
  level: z.enum(['country', 'province', 'city']),
  /** ISO 3166-1 or 3166-2; of a city what another system calls it. */
  code: z.string().nullable(),
  name: LocaleText,
  active: z.boolean(),
});
export type Region = z.infer<typeof Region>;

export const RelationKind = z.enum(['works-at', 'family-of', 'agent-of', 'branch-of']);
export const CustomerRelation = z.object({
  id: Id,
  kind: RelationKind,
  /** Seen from the customer who was asked for: `from` says "works at", `to` says "employs". */
  direction: z.enum(['from', 'to']),
  other: z.object({ id: Id, kind: CustomerKind, name: z.string() }),
  recordedAt: Instant,
  endedAt: Instant.nullable(),
});
export type CustomerRelation = z.infer<typeof CustomerRelation>;

export const ConsentPurpose = z.enum(['service-messages', 'surveys', 'marketing']);
export const Consent = z.object({
  purpose: ConsentPurpose,
  channel: ContactChannel,
  given: z.boolean(),
  source: z.string(),
  at: Instant,
});

/** Months after the last sign of the customer; null keeps for ever. */
const Months = z.int().min(1).max(600).nullable();
export const RetentionSettings = z.object({
  identity: Months,
  contact: Months,
  demographic: Months,
  place: Months,
  other: Months,
});
export type RetentionSettings = z.infer<typeof RetentionSettings>;

/** Customers who would lose values of a class; more than 10,000 are not counted. */
export const RetentionCounts = z.record(FieldClass, z.int());

/** Everything about one customer: each module gives the sections of its own tables. */
export const CustomerDataExport = z.object({
  customerId: Id,
  exportedAt: Instant,
  hidden: z.array(FieldClass),
  sections: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/** What may change of a record; absent leaves, null empties. */
export const CustomerChanges = z.object({
  name: Line.optional(),
  language: Language.optional(),
  preferredChannel: ContactChannel.nullable().optional(),
  stage: CustomerStage.optional(),
  externalId: z.string().trim().max(100).nullable().optional(),
  nationalId: z.string().trim().max(40).nullable().optional(),
  gender: Gender.nullable().optional(),
  birthDate: IsoDate.nullable().optional(),
  ageGroupId: Id.nullable().optional(),
  incomeBandId: Id.nullable().optional(),
  educationId: Id.nullable().optional(),
  socialGroupId: Id.nullable().optional(),
  regionId: Id.nullable().optional(),
  address: z.string().trim().max(500).nullable().optional(),
  responsibleId: Id.nullable().optional(),
  responsibleUnitId: Id.nullable().optional(),
  /** By key of the organisation's own fields. */
  fields: z.record(z.string().max(40), FieldValue.nullable()).optional(),
});
export type CustomerChanges = z.infer<typeof CustomerChanges>;

/** Null or empty is also what is hidden: `hidden` names the classes that this reader may not see. */
export const CustomerRecord = z.object({
  stage: CustomerStage,
  nationalId: z.string().nullable(),
  gender: Gender.nullable(),
  birthDate: IsoDate.nullable(),
  ageGroupId: Id.nullable(),
  incomeBandId: Id.nullable(),
  educationId: Id.nullable(),
  socialGroupId: Id.nullable(),
  regionId: Id.nullable(),
  address: z.string().nullable(),
  responsible: z.object({ id: Id, name: z.string() }).nullable(),
  responsibleUnitId: Id.nullable(),
  fields: z.record(z.string(), FieldValue),
  hidden: z.array(FieldClass),
  readOnly: z.array(FieldClass),
  /** Other records that were merged into this one. */
  mergedIds: z.array(Id),
  changedAt: Instant.nullable(),
  erasedAt: Instant.nullable(),
});

/** Own fields as `fields[key]=value`; of numbers and dates also a span, `from..until`, open at either end. */
export const CustomerFilters = z.object({
  kind: CustomerKind.optional(),
  stage: CustomerStage.optional(),
  gender: Gender.optional(),
  ageGroupId: Id.optional(),
  incomeBandId: Id.optional(),
  educationId: Id.optional(),
  socialGroupId: Id.optional(),
  /** With all regions below it. */
  regionId: Id.optional(),
  responsibleId: z.union([Id, z.literal('me')]).optional(),
  /** With all units below it. */
  responsibleUnitId: Id.optional(),
  fields: z.record(z.string().max(40), z.string().max(200)).optional(),
});
export type CustomerFilters = z.infer<typeof CustomerFilters>;

export const TimelineKind = z.enum(['record', 'consent', 'case', 'message', 'purchase', 'other']);
export const CustomerTimelineItem = z.object({
  id: Id,
  at: Instant,
  kind: TimelineKind,
  type: z.string(),
  subjectType: z.string(),
  subjectId: Id,
  actor: ActorView,
  data: z.record(z.string(), z.unknown()),
});
export type CustomerTimelineItem = z.infer<typeof CustomerTimelineItem>;
