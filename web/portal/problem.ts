// A refusal of the server, or of the network, as the pages handle it.
import type { TextKey } from './messages.ts';
import type { FieldFault, ProblemDocument } from './wire.ts';

export class Problem extends Error {
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly params: Record<string, unknown>;
  readonly faults: FieldFault[];
  readonly requestId: string | null;

  constructor(status: number, document: Partial<ProblemDocument> = {}) {
    super(document.code ?? `status ${status}`);
    this.status = status;
    this.code = document.code ?? '';
    this.params = document.params ?? {};
    this.faults = document.faults ?? [];
    this.requestId = document.requestId ?? null;
  }

  /** No answer, or one that leaves open whether the request was carried out. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export const codes = {
  grantExpired: 'portal.grant-expired',
  contradiction: 'case.confirmation-contradicts',
  keyReused: 'request.idempotency-key-reused',
};

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // A fault of our own must stay visible to whoever looks into it.
  reportError(error);
  return new Problem(500);
}

/** By code where the customer can do something particular about it, else by status. */
export function problemText(problem: Problem, reading = false): TextKey {
  if (problem.status === 0) return reading ? 'problem.network.read' : 'problem.network';
  if (problem.code.startsWith('portal.code')) return 'problem.code-refused';
  switch (problem.status) {
    case 401:
      return 'problem.expired';
    case 404:
      return 'problem.not-found';
    case 409:
      return 'problem.changed';
    case 413:
      return 'problem.too-large';
    case 429:
      return 'problem.too-many';
    default:
      return problem.status < 500 ? 'problem.invalid' : 'problem.server';
  }
}

/** The server's codes for one field, in the customer's words. */
export function faultText(fault: FieldFault): TextKey {
  if (fault.field.startsWith('form.')) return formFaults[fault.code] ?? 'fault.other';
  const field = fault.field.split('.').at(-1) ?? '';
  if (fault.code === 'contact-required') return 'fault.contact-required';
  if (/too[-_](?:big|long)/.test(fault.code)) return 'fault.too-long';
  if (/required|missing|too[-_](?:small|short)|invalid[-_]type/.test(fault.code)) {
    const particular = {
      text: 'fault.text.required',
      name: 'fault.name.required',
      reason: 'fault.reason.required',
      code: 'fault.code.required',
      trackingCode: 'fault.trackingCode.required',
    } as const;
    return particular[field as keyof typeof particular] ?? 'fault.required';
  }
  if (field === 'email') return 'fault.email';
  return field === 'phone' ? 'fault.phone' : 'fault.other';
}

/** Of forms that the organisation designed: by the rule alone, since nobody knows their fields. */
const formFaults: Readonly<Record<string, TextKey>> = {
  required: 'fault.required',
  'too-short': 'fault.form.too-short',
  'too-long': 'fault.too-long',
  'too-small': 'fault.form.too-small',
  'too-big': 'fault.form.too-big',
  'too-few': 'fault.form.too-few',
  'too-many': 'fault.form.too-many',
  'not-whole': 'fault.form.not-whole',
  'not-digits': 'fault.form.not-digits',
  'not-letters': 'fault.form.not-letters',
  'not-code': 'fault.form.not-code',
  'not-iban': 'fault.form.not-iban',
  'email-invalid': 'fault.email',
  'phone-invalid': 'fault.phone',
};
