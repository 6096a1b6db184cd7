// What the form for a new case holds, what of it is sent, and what is plainly missing.
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { NamedFault } from './faults.tsx';
import { plainDigits } from './formats.ts';
import type { ReadArticle } from './read-article.tsx';
import type { FileView, Submission } from './wire.ts';

export interface Values {
  kind: CaseKind;
  categoryId: string;
  text: string;
  name: string;
  email: string;
  phone: string;
  language: Language;
  files: FileView[];
  /** By the id of the form: whoever chooses another subject and back finds what was entered. */
  forms: Record<string, Record<string, unknown>>;
  /** The article that did not answer. */
  article: ReadArticle | null;
}

export function submissionOf(values: Values): Submission {
  const email = values.email.trim();
  const phone = plainDigits(values.phone);
  return {
    kind: values.kind,
    categoryId: values.categoryId || null,
    text: values.text.trim(),
    name: values.name.trim(),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    language: values.language,
    attachmentIds: values.files.map((file) => file.id),
  };
}

/** The plain cases only, so that a slow network is not needed to hear of them; the server has the last word. */
export function findFaults(values: Values): NamedFault[] {
  const { text, name, email, phone } = submissionOf(values);
  const faults: NamedFault[] = [];
  if (!text) faults.push({ field: 'text', code: 'required' });
  if (!name) faults.push({ field: 'name', code: 'required' });
  if (!email && !phone) faults.push({ field: 'email', code: 'contact-required' });
  if (email && !/^\S+@\S+\.\S+$/.test(email)) faults.push({ field: 'email', code: 'invalid' });
  if (phone && phone.replace(/\D/g, '').length < 4) faults.push({ field: 'phone', code: 'invalid' });
  return faults;
}
