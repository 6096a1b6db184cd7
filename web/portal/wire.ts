// The contract's types as they travel: a moment is an ISO 8601 string in JSON.
import type {
  FieldFault as ContractFault,
  FileView as ContractFile,
  Problem as ContractProblem,
} from '#contract/common.ts';
import type {
  PortalCase as ContractCase,
  PortalCaseInput,
  PortalInfo as ContractInfo,
  portalContract,
} from '#contract/portal.ts';
import type { publicKnowledgeContract } from '#contract/public-knowledge.ts';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { z } from 'zod';

type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T;
type Outputs = InferContractRouterOutputs<typeof portalContract>;

type Knowledge = InferContractRouterOutputs<typeof publicKnowledgeContract>;

export type PortalInfo = Wire<ContractInfo>;
export type PortalCase = Wire<ContractCase>;
export type Step = PortalCase['steps'][number];
export type FileView = ContractFile;
export type FieldFault = z.infer<typeof ContractFault>;
export type ProblemDocument = ContractProblem;
export type Submission = z.input<typeof PortalCaseInput>;
export type FormVersion = Wire<NonNullable<Outputs['form']['version']>>;
export type AskedVersion = Wire<Outputs['form']>;
export type Submitted = Wire<Outputs['submit']>;
export type Granted = Wire<Outputs['redeemCode']>;
export type CodeSent = Wire<Outputs['requestCode']>;
export type Article = Wire<Knowledge['article']>;
export type Suggested = Wire<Knowledge['suggest']>;
export type Suggestion = Suggested['items'][number];
