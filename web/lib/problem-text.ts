// Says a refusal in the reader's language: by its code, else by its kind, with the request id when nobody foresaw it.
import { findMessage, type Values } from './i18n.ts';
import { type Fault, isProblem } from './problem-error.ts';

export function problemText(error: unknown): string {
  if (!isProblem(error)) return findMessage('problem.unknown-here') ?? '';
  const values = error.params as Values;
  const byKind = error.status === 0 ? 'network.unreachable' : `http.${error.status}`;
  return (
    findMessage(`problem.${error.code}`, values) ??
    findMessage(`problem.${byKind}`, values) ??
    findMessage(error.requestId ? 'problem.unknown' : 'problem.unknown-here', { requestId: error.requestId }) ??
    ''
  );
}

/** One refused value; `code` is the server's, zod's or the contract's own word for the rule. */
export function faultText(code: string, params: Fault['params'] = {}): string {
  const count = params['minimum'] ?? params['maximum'];
  const values = { ...(typeof count === 'number' ? { count } : {}), ...params } as Values;
  return findMessage(`field.${code}`, values) ?? findMessage('field.invalid') ?? '';
}
