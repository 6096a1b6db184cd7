// The closed schema of rich text: what each node may hold and which attributes it may carry.
import { cleanText } from '../text/clean.ts';
import { blockTypes, calloutKinds, inlineTypes, type RichTextNodeType } from './rich-text.ts';
import { isSafeLink } from './safe-link.ts';

/** True when the value may stand there. A missing attribute is asked as null. */
export type AttributeRule = (value: unknown) => boolean;

export interface NodeRule {
  /** Nothing, for a leaf. */
  holds: readonly RichTextNodeType[];
  /** What must come first. */
  first?: RichTextNodeType;
  /** At least one child. */
  filled?: true;
  attrs: Readonly<Record<string, AttributeRule>>;
}

const orNull =
  (rule: AttributeRule): AttributeRule =>
  (value) =>
    value == null || rule(value);
const oneOf =
  (...values: readonly unknown[]): AttributeRule =>
  (value) =>
    values.includes(value);
const wholeNumber =
  (least: number, most: number): AttributeRule =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const matching =
  (pattern: RegExp): AttributeRule =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isUuid = matching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i);
/** As it will be kept: one of nothing but invisible characters says nothing. */
const isAlternativeText: AttributeRule = (value) =>
  typeof value === 'string' && cleanText(value) !== '' && value.length <= 300;

const dir = { dir: orNull(oneOf('rtl', 'ltr')) };
const spans = { colspan: orNull(wholeNumber(1, 100)), rowspan: orNull(wholeNumber(1, 1000)) };

export const nodeRules: Readonly<Record<RichTextNodeType, NodeRule>> = {
  doc: { holds: blockTypes, filled: true, attrs: {} },
  paragraph: { holds: inlineTypes, attrs: dir },
  heading: { holds: inlineTypes, attrs: { ...dir, level: oneOf(2, 3, 4) } },
  bulletList: { holds: ['listItem'], filled: true, attrs: dir },
  orderedList: { holds: ['listItem'], filled: true, attrs: { ...dir, start: orNull(wholeNumber(0, 9999)) } },
  listItem: { holds: blockTypes, first: 'paragraph', filled: true, attrs: dir },
  blockquote: { holds: blockTypes, filled: true, attrs: dir },
  callout: { holds: blockTypes, filled: true, attrs: { ...dir, kind: oneOf(...calloutKinds) } },
  image: { holds: [], attrs: { fileId: isUuid, alt: isAlternativeText, width: orNull(wholeNumber(1, 4000)) } },
  table: { holds: ['tableRow'], filled: true, attrs: dir },
  tableRow: { holds: ['tableHeader', 'tableCell'], attrs: dir },
  tableHeader: { holds: blockTypes, filled: true, attrs: { ...dir, ...spans } },
  tableCell: { holds: blockTypes, filled: true, attrs: { ...dir, ...spans } },
  horizontalRule: { holds: [], attrs: {} },
  text: { holds: [], attrs: {} },
  hardBreak: { holds: [], attrs: {} },
  variable: { holds: [], attrs: { name: matching(/^[\w.]{1,60}$/) } },
};

export const linkRule: Readonly<Record<string, AttributeRule>> = { href: isSafeLink };
