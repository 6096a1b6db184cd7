// What the form for a new case holds, and what of it is sent.
import { z } from 'zod';
import type { CaseForms } from '#contract/case-forms.ts';
import { Priority } from '#contract/case-facts.ts';
import { CaseKind } from '#contract/cases.ts';
import { Email, FileView, Id, Language, Line, PhoneInput, Prose } from '#contract/common.ts';
import { CustomerKind } from '#contract/customers.ts';
import { answersToSend } from '#web/modules/forms/index.ts';

/** A known customer has an id and only shows the name; a new one is described. */
const customer = z
  .object({
    id: Id.nullable(),
    name: z.string().trim().max(300),
    kind: CustomerKind,
    phone: PhoneInput.optional(),
    email: Email.optional(),
    language: Language,
  })
  .refine(({ id, name }) => id !== null || name !== '', { path: ['name'], error: 'required' });

export const registerSchema = z.object({
  customer,
  channel: z.enum(['phone', 'visit', 'letter']),
  kind: CaseKind,
  categoryId: Id.nullable(),
  unitId: Id.nullable(),
  priority: Priority,
  subject: Line,
  description: Prose,
  files: z.array(FileView),
  /** What the form of the category asks: `versionId` is the one on the screen. */
  form: z.object({ versionId: Id.nullable(), answers: z.record(z.string(), z.unknown()) }),
});

export type RegisterValues = z.input<typeof registerSchema>;
type Checked = z.output<typeof registerSchema>;
type Asked = CaseForms['asked'] | undefined;

export function emptyValues(language: z.infer<typeof Language>): RegisterValues {
  return {
    customer: { id: null, name: '', kind: 'person', language },
    channel: 'phone',
    kind: 'complaint',
    categoryId: null,
    unitId: null,
    priority: 'normal',
    subject: '',
    description: '',
    files: [],
    form: { versionId: null, answers: {} },
  };
}

export function registerInput({ customer: given, files, form, ...rest }: Checked, version: Asked) {
  const { id, name, kind, phone, email, language } = given;
  return {
    ...rest,
    attachmentIds: files.map((file) => file.id),
    ...(version ? { form: { versionId: version.id, answers: answersToSend(form.answers) } } : {}),
    customer: id ? { id } : { name, kind, language, ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
    ...(id ? {} : { language }),
  };
}
