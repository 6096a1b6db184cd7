// What cases hear: mails from the channels, and their own registrations, whose letter need not hold the intake up.
import { promisedBy } from '#modules/service-levels/index.ts';
import type { Subscriber } from '#platform/events/event.ts';
import { actOnAlarm } from './act-on-alarm.ts';
import { recordAcknowledgement } from './acknowledge-case.ts';
import { tellRegistered } from './letters.ts';
import { lockCase } from './lock-case.ts';
import { receiveMail } from './receive-mail.ts';
import { keepFirstSegment } from './segment-of-case.ts';
import { tellPerson } from './tell-person.ts';

export const caseSubscribers: readonly Subscriber[] = [
  { name: 'cases.receive-mail', event: 'message.received', handle: (ctx, event) => receiveMail(ctx, event.subjectId) },
  {
    name: 'cases.tell-registered',
    event: 'case.registered',
    handle: async (ctx, event) => {
      const row = await lockCase(ctx, event.subjectId);
      const told = await tellRegistered(ctx, row, await promisedBy(ctx, row.id));
      // Whoever registers it in the portal has the number before their eyes.
      if (row.channel === 'portal') await recordAcknowledgement(ctx, row, 'screen');
      else if (told) await recordAcknowledgement(ctx, row, 'mail');
    },
  },
  { name: 'cases.act-on-warning', event: 'clock.warned', handle: actOnAlarm },
  { name: 'cases.act-on-breach', event: 'clock.breached', handle: actOnAlarm },
  {
    name: 'cases.tell-disputed',
    event: 'case.resolution-disputed',
    handle: async (ctx, { subjectId, data }) => {
      const to = data['toPersonId'];
      if (typeof to === 'string') await tellPerson(ctx, await lockCase(ctx, subjectId), to, 'disputed');
    },
  },
  { name: 'cases.keep-first-segment', event: 'segment.members-moved', handle: keepFirstSegment },
];
