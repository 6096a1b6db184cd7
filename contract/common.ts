// The shapes that every part of the contract shares: ids, times, languages, pages and the problem document.
import { z } from 'zod';

/** UUIDv7 made by the server. */
export const Id = z.uuid();
/** A moment in UTC. On the wire an ISO 8601 string, in the server a Date. */
export const Instant = z.date();
/** A day without a time, always Gregorian ISO on the wire whatever calendar the screen shows. */
export const IsoDate = z.iso.date();

export const Language = z.enum(['ar', 'fa', 'en']);
export type Language = z.infer<typeof Language>;

export const CalendarName = z.enum(['gregory', 'islamic-umalqura', 'persian']);
export const DigitSet = z.enum(['latn', 'arab', 'arabext']);
/** 0 is Sunday, 6 is Saturday, as in JavaScript's getDay. */
export const Weekday = z.int().min(0).max(6);

/** A name that staff give to something, in the languages they have; at least one is there. */
export const LocaleText = z
  .object({
    ar: z.string().trim().max(200).optional(),
    fa: z.string().trim().max(200).optional(),
    en: z.string().trim().max(200).optional(),
  })
  .refine((text) => Boolean(text.ar || text.fa || text.en), { error: 'required' });
export type LocaleText = z.infer<typeof LocaleText>;

/** Short one-line text: names, subjects. */
export const Line = z.string().trim().min(1).max(300);
/** Long text of a person: messages, reasons, answers. */
export const Prose = z.string().trim().min(1).max(20_000);

export const Email = z.email().max(254);
/** As typed; the server parses it to E.164 by the country of the organisation. */
export const PhoneInput = z.string().trim().min(4).max(40);

/** Keyset paging: `cursor` is opaque and comes from `next` of the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const Nothing = z.object({});

export const IdParam = z.object({ id: Id });

/** One refused value of a request: which field, which rule. */
export const FieldFault = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

/** RFC 9457 problem document with our machine-readable code and its parameters; the client translates by code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  faults: z.array(FieldFault).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Who did something, as shown beside it. Staff carry a name for colleagues; the portal shows the unit instead. */
export const ActorView = z.object({
  kind: z.enum(['staff', 'customer', 'system', 'api-key', 'dealer']),
  id: Id.nullable(),
  name: z.string().nullable(),
});
export type ActorView = z.infer<typeof ActorView>;

export const FileView = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  /** bytes */
  size: z.int(),
});
export type FileView = z.infer<typeof FileView>;

/** A person of the staff, as shown to colleagues. */
export const PersonRef = z.object({ id: Id, name: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;
