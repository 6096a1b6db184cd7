// Holds a document of unknown origin against the closed schema and says every fault with its place.
import { markTypes, richTextLimits, type RichText, type RichTextNodeType } from './rich-text.ts';
import { linkRule, nodeRules, type AttributeRule } from './rich-text-rules.ts';

export type RichTextFaultCode =
  | 'not-a-document'
  | 'unknown-node'
  /** This node may not stand here. */
  | 'misplaced-node'
  /** Something must stand in this node: a list without items, a cell without a block. */
  | 'content-missing'
  | 'unknown-attribute'
  | 'bad-attribute'
  /** An image without words for those who do not see it, or with too many. */
  | 'alternative-text-missing'
  | 'unknown-mark'
  | 'unsafe-link'
  | 'bad-text'
  | 'unknown-variable'
  | 'too-deep'
  | 'too-many-nodes'
  | 'too-many-characters'
  | 'too-many-images';

export interface RichTextFault {
  code: RichTextFaultCode;
  /** From the document down: ['content', 2, 'attrs', 'alt']. */
  path: (string | number)[];
  /** What was found or how much is allowed, where that helps. */
  value?: string | number;
}

export interface CheckOptions {
  /** Names that `variable` may have; without them no variable may stand in the text. */
  variables?: readonly string[];
}

/** Somebody who mends a text reads a few faults, not thousands. */
const mostFaults = 20;

/** No faults: the value is a `RichText`. */
export function checkRichText(value: unknown, options: CheckOptions = {}): RichTextFault[] {
  const faults: RichTextFault[] = [];
  const sum = { nodes: 0, characters: 0, images: 0 };
  const say = (code: RichTextFaultCode, path: RichTextFault['path'], found?: unknown): void => {
    if (faults.length >= mostFaults) return;
    const told = typeof found === 'string' || typeof found === 'number' ? { value: shortened(found) } : {};
    faults.push({ code, path, ...told });
  };

  function checkAttributes(
    attrs: unknown,
    rules: Readonly<Record<string, AttributeRule>>,
    path: RichTextFault['path'],
  ) {
    if (attrs !== undefined && attrs !== null && !isRecord(attrs)) return say('bad-attribute', path);
    const given = attrs ?? {};
    for (const [name, rule] of Object.entries(rules)) {
      const found = Object.hasOwn(given, name) ? given[name] : null;
      if (rule(found)) continue;
      say(
        name === 'href' ? 'unsafe-link' : name === 'alt' ? 'alternative-text-missing' : 'bad-attribute',
        [...path, name],
        found,
      );
    }
    for (const name of Object.keys(given))
      if (!Object.hasOwn(rules, name) && given[name] != null) say('unknown-attribute', [...path, name]);
  }

  function checkMarks(marks: unknown, path: RichTextFault['path']) {
    if (marks === undefined) return;
    if (!Array.isArray(marks)) return say('unknown-mark', path);
    const seen = new Set<unknown>();
    marks.slice(0, 20).forEach((mark: unknown, index) => {
      const type = isRecord(mark) ? mark['type'] : undefined;
      if (
        !isRecord(mark) ||
        seen.has(type) ||
        !markTypes.some((known) => known === type) ||
        hasOther(mark, ['type', 'attrs'])
      )
        return say('unknown-mark', [...path, index], type);
      seen.add(type);
      checkAttributes(mark['attrs'], type === 'link' ? linkRule : {}, [...path, index, 'attrs']);
    });
    if (marks.length > 20) say('unknown-mark', [...path, 20]);
  }

  function checkNode(node: unknown, allowed: readonly RichTextNodeType[], path: RichTextFault['path'], depth: number) {
    if (!isRecord(node) || typeof node['type'] !== 'string' || !Object.hasOwn(nodeRules, node['type']))
      return say('unknown-node', path, isRecord(node) ? node['type'] : undefined);
    const type = node['type'] as RichTextNodeType;
    const inline = type === 'text' || type === 'hardBreak' || type === 'variable';
    if (!allowed.includes(type)) return say('misplaced-node', path, type);
    if (depth > richTextLimits.depth) return say('too-deep', path, richTextLimits.depth);
    sum.nodes += 1;
    if (type === 'image') sum.images += 1;
    const own = ['type', 'attrs', ...(inline ? ['marks'] : ['content']), ...(type === 'text' ? ['text'] : [])];
    const other = hasOther(node, own);
    if (other !== undefined) say('unknown-attribute', [...path, other]);

    const rule = nodeRules[type];
    checkAttributes(node['attrs'], rule.attrs, [...path, 'attrs']);
    if (inline) checkMarks(node['marks'], [...path, 'marks']);
    if (type === 'text') {
      if (typeof node['text'] !== 'string' || node['text'] === '') say('bad-text', [...path, 'text']);
      else sum.characters += node['text'].length;
    }
    const name = isRecord(node['attrs']) ? node['attrs']['name'] : undefined;
    if (type === 'variable' && !options.variables?.some((known) => known === name))
      say('unknown-variable', [...path, 'attrs', 'name'], name);

    const content = node['content'] ?? [];
    if (!Array.isArray(content)) return say('content-missing', [...path, 'content']);
    if (rule.filled && content.length === 0) return say('content-missing', [...path, 'content']);
    for (const [index, child] of content.entries()) {
      // Whoever sends a million nodes is not answered for each.
      if (sum.nodes > richTextLimits.nodes || faults.length >= mostFaults) return;
      const must = index === 0 && rule.first ? [rule.first] : rule.holds;
      checkNode(child, must, [...path, 'content', index], depth + 1);
    }
  }

  if (!isRecord(value) || value['type'] !== 'doc') return [{ code: 'not-a-document', path: [] }];
  checkNode(value, ['doc'], [], 0);
  if (sum.nodes > richTextLimits.nodes) say('too-many-nodes', [], richTextLimits.nodes);
  if (sum.characters > richTextLimits.characters) say('too-many-characters', [], richTextLimits.characters);
  if (sum.images > richTextLimits.images) say('too-many-images', [], richTextLimits.images);
  return faults;
}

export function isRichText(value: unknown, options?: CheckOptions): value is RichText {
  return checkRichText(value, options).length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOther(record: Record<string, unknown>, own: readonly string[]): string | undefined {
  return Object.keys(record).find((key) => !own.includes(key) && record[key] !== undefined);
}

const shortened = (found: string | number): string | number => (typeof found === 'string' ? found.slice(0, 80) : found);
