// Puts a fault of a diagram into the reader's words; a newer server may find what this page has no words for yet.
import type { DiagramFault } from '#contract/processes.ts';
import { findMessage } from '#web/lib/i18n.ts';

export function faultWords({ code, params }: Pick<DiagramFault, 'code' | 'params'>): string {
  return findMessage(`fault.${code}`, params) ?? findMessage('fault.unknown', { code }) ?? code;
}
