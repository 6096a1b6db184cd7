// What the API says about announcements: said to staff for a time, whom they concern and whom they reached.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, Language, LocaleText, Nothing, PageQuery, PersonRef, Prose, pageOf } from './common.ts';
import { Concerns } from './knowledge.ts';
import { RichText } from './rich-text.ts';

export const AnnouncementText = z.object({
  language: Language,
  title: z.string().trim().min(1).max(200),
  body: RichText,
});
export type AnnouncementText = z.infer<typeof AnnouncementText>;

const announcementFields = {
  texts: z.array(AnnouncementText).min(1).max(3),
  /** Null: from the moment it is published. */
  from: Instant.nullable(),
  /** Null: until it is withdrawn. */
  until: Instant.nullable(),
  /** Whoever it concerns says that it was read; otherwise it is enough that it was seen. */
  mustConfirm: z.boolean(),
  concerns: Concerns,
};
/** `until` after `from`; nobody concerned is refused at publication. */
export const AnnouncementInput = z.object(announcementFields);
export type AnnouncementInput = z.infer<typeof AnnouncementInput>;

export const AnnouncementState = z.enum(['draft', 'planned', 'running', 'over', 'withdrawn']);
export const Announcement = z.object({
  id: Id,
  ...announcementFields,
  state: AnnouncementState,
  createdBy: PersonRef.nullable(),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
});
export type Announcement = z.infer<typeof Announcement>;

export const OwnAnnouncement = z.object({
  id: Id,
  language: Language,
  title: z.string(),
  body: RichText,
  from: Instant,
  until: Instant.nullable(),
  mustConfirm: z.boolean(),
  seenAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
});
export type OwnAnnouncement = z.infer<typeof OwnAnnouncement>;

/** Of `concerned`: it stood in front of so many, so many opened it, so many confirmed. */
const ReachCount = z.object({ concerned: z.int(), reached: z.int(), seen: z.int(), confirmed: z.int() });
export const Reach = ReachCount.extend({
  /** By unit of the first position held. A unit with fewer than five has no numbers. */
  units: z.array(z.object({ unitId: Id.nullable(), name: LocaleText.nullable(), count: ReachCount.nullable() })),
});
export type Reach = z.infer<typeof Reach>;

const announcements = oc.route({ tags: ['announcements'] });
const announcement = '/announcements/{id}';

/** `mine` and `view`: all staff. The rest: `announcement.publish`. */
export const announcementsContract = {
  mine: announcements
    .route({ method: 'GET', path: '/announcements/mine', summary: 'Announcements that concern me now' })
    .input(z.object({ language: Language, /** Those that wait for me alone. */ open: z.enum(['yes']).optional() }))
    .output(z.object({ items: z.array(OwnAnnouncement) })),
  view: announcements
    .route({ method: 'POST', path: `${announcement}/view`, successStatus: 201, summary: 'It reached me, I saw it' })
    .input(IdParam.extend({ step: z.enum(['reached', 'seen', 'confirmed']) }))
    .output(Nothing),
  list: announcements
    .route({ method: 'GET', path: '/announcements', summary: 'All announcements, the newest first' })
    .input(PageQuery.extend({ state: AnnouncementState.optional() }))
    .output(pageOf(Announcement)),
  create: announcements
    .route({ method: 'POST', path: '/announcements', successStatus: 201, summary: 'Draft an announcement' })
    .input(AnnouncementInput)
    .output(Announcement),
  get: announcements
    .route({ method: 'GET', path: announcement, summary: 'An announcement' })
    .input(IdParam)
    .output(Announcement),
  /** While it is a draft. */
  update: announcements
    .route({ method: 'PUT', path: announcement, summary: 'Change the draft of an announcement' })
    .input(AnnouncementInput.extend({ id: Id }))
    .output(Announcement),
  discard: announcements
    .route({ method: 'DELETE', path: announcement, summary: 'Throw the draft away' })
    .input(IdParam)
    .output(Nothing),
  publish: announcements
    .route({ method: 'POST', path: `${announcement}/publication`, successStatus: 201, summary: 'Publish it' })
    .input(IdParam)
    .output(Announcement),
  withdraw: announcements
    .route({ method: 'POST', path: `${announcement}/withdrawal`, successStatus: 201, summary: 'Withdraw it' })
    .input(IdParam.extend({ reason: Prose }))
    .output(Announcement),
  reach: announcements
    .route({ method: 'GET', path: `${announcement}/reach`, summary: 'Whom it reached, in counts' })
    .input(IdParam)
    .output(Reach),
};
