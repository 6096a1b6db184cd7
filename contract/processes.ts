// What the API says about models of processes: their catalogue, drafts, faults, versions, and how many wait where.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, Line, LocaleText, Nothing, PageQuery, PersonRef, Prose, pageOf } from './common.ts';

/** What call activities and programs say: `complaint-handling`. Never changed. */
export const ModelKey = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** BPMN 2.0 as it was written, with its white space and its byte order mark; a request takes a megabyte of it. */
export const Diagram = z.string().min(1).max(1_000_000);

/** At which element what is wrong; an empty id: the diagram as a whole. An error keeps it from being published, a warning does not. */
export const DiagramFault = z.object({
  code: z.string(),
  elementId: z.string(),
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DiagramFault = z.infer<typeof DiagramFault>;

const lines = z.array(Line).max(20);
/** Suppliers, inputs, steps, outputs, customers: the process on half a page. */
export const Sipoc = z.object({
  suppliers: lines,
  inputs: lines,
  steps: lines,
  outputs: lines,
  customers: lines,
});
export type Sipoc = z.infer<typeof Sipoc>;

/** `draft`: no version was published yet. `in-force`: new instances start. `retired`: none start, those that run go on. */
export const ModelStatus = z.enum(['draft', 'in-force', 'retired']);
export type ModelStatus = z.infer<typeof ModelStatus>;

export const UnitRef = z.object({ id: Id, name: LocaleText });
export type UnitRef = z.infer<typeof UnitRef>;

const catalogueFields = {
  name: LocaleText,
  /** The unit that answers for the process; tasks for which the diagram names no unit are its. */
  unitId: Id,
  /** Publishes, and approves what others propose. */
  ownerId: Id,
  sipoc: Sipoc,
  /** What customers may count on. */
  promise: LocaleText.nullable(),
  /** Which objective of the organisation it serves. */
  objective: LocaleText.nullable(),
  /** Number of the process in the Process Classification Framework, such as 10389. */
  pcfId: z.int().min(10_000).max(99_999).nullable(),
};
export const ModelInput = z.object(catalogueFields);
export type ModelInput = z.infer<typeof ModelInput>;

/** The owner is asked to publish this state of the draft. */
export const Proposal = z.object({
  id: Id,
  revision: z.int(),
  note: z.string().nullable(),
  proposedBy: PersonRef.nullable(),
  proposedAt: Instant,
  /** Null while it waits. */
  decision: z.enum(['approved', 'sent-back', 'withdrawn']).nullable(),
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

export const ModelBrief = z.object({
  id: Id,
  key: ModelKey,
  name: LocaleText,
  status: ModelStatus,
  unit: UnitRef,
  owner: PersonRef,
  pcfId: z.int().nullable(),
  /** The newest version, which new instances start with; null while there is none. */
  version: z.int().nullable(),
  publishedAt: Instant.nullable(),
  /** Whether the draft says something else than the newest version. */
  draftDiffers: z.boolean(),
  /** A proposal waits for the owner. */
  proposed: z.boolean(),
  /** Instances that run now, and those of them with an incident. */
  running: z.int(),
  incidents: z.int(),
  changedAt: Instant,
});
export type ModelBrief = z.infer<typeof ModelBrief>;

export const Model = ModelBrief.extend({
  sipoc: Sipoc,
  promise: LocaleText.nullable(),
  objective: LocaleText.nullable(),
  /** Rises with each change of the catalogue's words; a change names the one it was made from. */
  revision: z.int(),
  createdAt: Instant,
  retiredAt: Instant.nullable(),
  retireReason: z.string().nullable(),
  /** The newest first; the one that waits, if any, is the first. At most the last 20. */
  proposals: z.array(Proposal),
  /** Whether the reader may publish, which is deciding on proposals too. */
  mayPublish: z.boolean(),
});
export type Model = z.infer<typeof Model>;

export const Draft = z.object({
  xml: z.string(),
  revision: z.int(),
  savedAt: Instant,
  savedBy: PersonRef.nullable(),
  /** The version it began as; null: none. */
  basedOn: z.int().nullable(),
});
export type Draft = z.infer<typeof Draft>;

export const VersionBrief = z.object({
  number: z.int(),
  /** Of the bytes of the diagram, in hexadecimal. */
  sha256: z.string(),
  note: z.string().nullable(),
  publishedAt: Instant,
  publishedBy: PersonRef.nullable(),
  /** Null: the owner's own work. */
  proposedBy: PersonRef.nullable(),
  /** The executable processes in it; the first is started where nobody names one. */
  processes: z.array(z.object({ id: z.string(), name: z.string() })),
  running: z.int(),
});
export type VersionBrief = z.infer<typeof VersionBrief>;

export const Version = VersionBrief.extend({ xml: z.string(), faults: z.array(DiagramFault) });
export type Version = z.infer<typeof Version>;

const element = z.object({ id: z.string(), name: z.string().nullable(), type: z.string() });
/** What is executed in another way; where shapes stand is not compared. `fields`: what of a changed element is another. */
export const Comparison = z.object({
  from: z.int(),
  to: z.int(),
  added: z.array(element),
  removed: z.array(element),
  changed: z.array(element.extend({ fields: z.array(z.string()) })),
});
export type Comparison = z.infer<typeof Comparison>;

/** For the live diagram: what waits where, of all instances of a version that run. About the process, never about a person. */
export const VersionCounts = z.object({
  running: z.int(),
  elements: z.array(
    z.object({
      elementId: z.string(),
      waiting: z.int(),
      /** Of those that wait: past the due time of their task, or past the longest wait of their hand-off. */
      overdue: z.int(),
      incidents: z.int(),
    }),
  ),
});
export type VersionCounts = z.infer<typeof VersionCounts>;

const tag = oc.route({ tags: ['processes'] });
const model = '/process-models/{id}';
const number = z.coerce.number().int().min(1);

/** Reading: `process.view`. Catalogue and drafts: `process.model`. Publishing: the owner, with `process.publish`. */
export const processesContract = {
  listModels: tag
    .route({ method: 'GET', path: '/process-models', summary: 'Models of processes, the one changed last first' })
    .input(
      PageQuery.extend({
        /** Without: all but the retired ones. */
        status: ModelStatus.optional(),
        unitId: Id.optional(),
        owner: z.enum(['me']).optional(),
        /** A proposal waits. */
        proposed: z.enum(['yes']).optional(),
        /** Part of a name or key. */
        q: z.string().trim().max(200).optional(),
      }),
    )
    .output(pageOf(ModelBrief)),
  /** With an empty diagram, or with the one given: refused where it cannot be read as BPMN. */
  createModel: tag
    .route({ method: 'POST', path: '/process-models', successStatus: 201, summary: 'Begin a model' })
    .input(
      z.object({
        key: ModelKey,
        ...catalogueFields,
        sipoc: Sipoc.default({ suppliers: [], inputs: [], steps: [], outputs: [], customers: [] }),
        promise: catalogueFields.promise.default(null),
        objective: catalogueFields.objective.default(null),
        pcfId: catalogueFields.pcfId.default(null),
        xml: Diagram.optional(),
      }),
    )
    .output(Model),
  getModel: tag.route({ method: 'GET', path: model, summary: 'A model' }).input(IdParam).output(Model),
  /** Name, unit, owner, SIPOC, promise, objective. Another owner is named by the owner, or with `process.appoint`. */
  changeModel: tag
    .route({ method: 'PUT', path: model, summary: 'Change what the catalogue says' })
    .input(ModelInput.extend({ id: Id, revision: z.int() }))
    .output(Model),
  /** No new instance starts; those that run go on. */
  retireModel: tag
    .route({ method: 'POST', path: `${model}/retirement`, successStatus: 201, summary: 'Retire a model' })
    .input(IdParam.extend({ reason: Prose }))
    .output(Model),

  getDraft: tag
    .route({ method: 'GET', path: `${model}/draft`, summary: 'The draft' })
    .input(IdParam)
    .output(Draft),
  /** `revision`: the one it was made from; `process.changed-meanwhile` where another was first. Refused while a proposal waits. */
  saveDraft: tag
    .route({ method: 'PUT', path: `${model}/draft`, summary: 'Save the draft' })
    .input(IdParam.extend({ xml: Diagram, revision: z.int() }))
    .output(z.object({ revision: z.int(), faults: z.array(DiagramFault) })),
  /** A file made elsewhere becomes the draft; refused where it cannot be read as BPMN. It leaves again byte for byte. */
  importDiagram: tag
    .route({ method: 'PUT', path: `${model}/draft/import`, summary: 'A diagram from a file as the draft' })
    .input(IdParam.extend({ xml: Diagram, revision: z.int() }))
    .output(z.object({ revision: z.int(), faults: z.array(DiagramFault) })),
  /** Nothing is kept: what publishing this diagram would say. */
  checkDiagram: tag
    .route({ method: 'POST', path: `${model}/draft/check`, summary: 'What is wrong with a diagram' })
    .input(IdParam.extend({ xml: Diagram }))
    .output(z.object({ faults: z.array(DiagramFault) })),

  /** Refused with `process.has-faults`, whose faults name elements (`field` is the id of the element). */
  propose: tag
    .route({ method: 'POST', path: `${model}/proposals`, successStatus: 201, summary: 'Ask the owner to publish' })
    .input(IdParam.extend({ revision: z.int(), note: Prose.nullable().default(null) }))
    .output(Model),
  /** The owner approves, and with that publishes. */
  approveProposal: tag
    .route({ method: 'POST', path: `${model}/proposals/approval`, successStatus: 201, summary: 'Approve and publish' })
    .input(IdParam.extend({ proposalId: Id }))
    .output(VersionBrief),
  sendBackProposal: tag
    .route({ method: 'POST', path: `${model}/proposals/return`, successStatus: 201, summary: 'Send it back' })
    .input(IdParam.extend({ proposalId: Id, reason: Prose }))
    .output(Model),
  /** By whoever proposed, or who may publish. */
  withdrawProposal: tag
    .route({ method: 'DELETE', path: `${model}/proposals`, summary: 'Take the proposal back' })
    .input(IdParam)
    .output(Model),
  /** The owner's own work. Refused as a proposal is, and where nothing changed since the newest version. */
  publish: tag
    .route({ method: 'POST', path: `${model}/versions`, successStatus: 201, summary: 'Publish the draft' })
    .input(IdParam.extend({ revision: z.int(), note: Prose.nullable().default(null) }))
    .output(VersionBrief),

  listVersions: tag
    .route({ method: 'GET', path: `${model}/versions`, summary: 'Versions, newest first' })
    .input(IdParam.extend(PageQuery.shape))
    .output(pageOf(VersionBrief)),
  /** The file itself: `GET /api/process-models/{id}/versions/{number}/diagram`, the draft's `…/draft/diagram`. */
  getVersion: tag
    .route({ method: 'GET', path: `${model}/versions/{number}`, summary: 'A version with its diagram' })
    .input(IdParam.extend({ number }))
    .output(Version),
  /** With the version before it, unless another is named. */
  compareVersions: tag
    .route({ method: 'GET', path: `${model}/versions/{number}/comparison`, summary: 'What changed' })
    .input(IdParam.extend({ number, from: number.optional() }))
    .output(Comparison),
  countElements: tag
    .route({ method: 'GET', path: `${model}/versions/{number}/counts`, summary: 'How many wait where' })
    .input(IdParam.extend({ number }))
    .output(VersionCounts),
  /** A draft that was abandoned begins again as a version that was published. */
  resetDraft: tag
    .route({ method: 'POST', path: `${model}/draft/reset`, successStatus: 201, summary: 'Begin the draft anew' })
    .input(IdParam.extend({ number, revision: z.int() }))
    .output(Draft),
  /** Throws a model away that was never published. */
  discardModel: tag
    .route({ method: 'DELETE', path: model, summary: 'Throw away a model that was never published' })
    .input(IdParam)
    .output(Nothing),
};
