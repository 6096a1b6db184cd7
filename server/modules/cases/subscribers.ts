// What cases hear: mails from the channels, and their own registrations, whose letter need not hold the intake up.
import type { Subscriber } from '#platform/events/event.ts';
import { tellRegistered } from './letters.ts';
import { lockCase } from './lock-case.ts';
import { receiveMail } from './receive-mail.ts';
import { keepFirstSegment } from './segment-of-case.ts';

export const caseSubscribers: readonly Subscriber[] = [
  { name: 'cases.receive-mail', event: 'message.received', handle: (ctx, event) => receiveMail(ctx, event.subjectId) },
  {
    name: 'cases.tell-registered',
    event: 'case.registered',
    handle: async (ctx, event) => tellRegistered(ctx, await lockCase(ctx, event.subjectId)),
  },
  { name: 'cases.keep-first-segment', event: 'segment.members-moved', handle: keepFirstSegment },
];
