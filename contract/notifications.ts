// What the API says about notices to staff: one's own list, what of it is read, and how mail tells of it.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, LocaleText, Nothing, PageQuery, pageOf } from './common.ts';

/** Kinds of notices that people choose for: tasks and deadlines, knowledge, everything else. */
export const NotificationGroup = z.enum(['deadlines', 'knowledge', 'system']);
export type NotificationGroup = z.infer<typeof NotificationGroup>;

/** When a mail tells of a notice that was not read yet. */
export const NotificationDelivery = z.enum(['at-once', 'daily', 'never']);
export type NotificationDelivery = z.infer<typeof NotificationDelivery>;

/** `<noun>.<what-happened>`, such as `clock.breached`; the client puts it into words by `notification.type.<type>`. */
export const NotificationType = z
  .string()
  .max(80)
  .regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);

/** A number of a case, a code, an id, a moment: it has no spaces, so that nobody's words fit in. */
const Code = z.string().max(80).regex(/^\S*$/);
/**
 * What the words of a notice are made with. Nobody's words, but for `title`: a short name that belongs to the organisation, such
 * as that of an article.
 */
export const NotificationData = z
  .record(z.string(), z.union([Code, z.number(), z.boolean(), z.null(), LocaleText]))
  .refine((data) => Object.entries(data).every(([key, value]) => (key === 'title') === isText(value)), {
    error: 'only-title-has-words',
  });
export type NotificationData = z.infer<typeof NotificationData>;

const isText = (value: unknown): boolean => typeof value === 'object' && value !== null;

export const Notification = z.object({
  id: Id,
  type: NotificationType,
  subjectType: z.string(),
  subjectId: Id,
  data: NotificationData,
  at: Instant,
  readAt: Instant.nullable(),
});
export type Notification = z.infer<typeof Notification>;

export const NotificationPreferences = z.object({
  deadlines: NotificationDelivery,
  knowledge: NotificationDelivery,
  system: NotificationDelivery,
});
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

const tag = oc.route({ tags: ['notifications'] });

export const notificationsContract = {
  /** The newest first. */
  list: tag
    .route({ method: 'GET', path: '/notifications', summary: 'One’s own notices' })
    .input(PageQuery.extend({ state: z.enum(['all', 'unread']).default('all') }))
    .output(pageOf(Notification)),
  /** Counted up to 99; `more`: there are others. */
  counts: tag
    .route({ method: 'GET', path: '/notifications/counts', summary: 'How many of one’s own notices are unread' })
    .input(Nothing)
    .output(z.object({ unread: z.int(), more: z.boolean() })),
  read: tag
    .route({ method: 'PUT', path: '/notifications/{id}/read', summary: 'Mark one notice as read' })
    .input(IdParam)
    .output(Notification),
  /** What came after that moment has not been seen and stays unread. */
  readUntil: tag
    .route({ method: 'PUT', path: '/notifications/read-until', summary: 'Mark all notices until a moment as read' })
    .input(z.object({ until: z.coerce.date() }))
    .output(z.object({ read: z.int() })),
  getPreferences: tag
    .route({ method: 'GET', path: '/notifications/preferences', summary: 'When mail tells of one’s own notices' })
    .input(Nothing)
    .output(NotificationPreferences),
  putPreferences: tag
    .route({ method: 'PUT', path: '/notifications/preferences', summary: 'Choose when mail tells of notices' })
    .input(NotificationPreferences)
    .output(NotificationPreferences),
};
