// Words that say what a case is and how it stands, for cases and for all that is decided by them.
import { z } from 'zod';

export const CaseChannel = z.enum(['portal', 'mail', 'phone', 'visit', 'api', 'letter']);
export type CaseChannel = z.infer<typeof CaseChannel>;
export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;
export const WaitReason = z.enum(['customer-information', 'outside-party', 'site-visit', 'later']);
export type WaitReason = z.infer<typeof WaitReason>;
