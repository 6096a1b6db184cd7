// A letter: what a caller says, and how it reads as a mail; subject, plain text and HTML are made from the same parts.
import { Liquid } from 'liquidjs';
import type { Language } from '#contract/common.ts';
import type { Purpose } from '#modules/customers/index.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { isolateLtr } from '#kernel/text/isolate.ts';
import { isolateIdentifiers, subjectLine } from './isolate-identifiers.ts';
import { letterColours } from './letter-colours.ts';
import { letterWords } from './letter-words.ts';
import { sealMarks, type Seal } from './seal.ts';

export type LetterAction = { label: string; url: string };
/** A line under the head: number, tracking code, date. `ltr` for identifiers; `secret` for a value that opens something. */
export type LetterFact = { label: string; value: string; ltr?: boolean; secret?: boolean };

export type Letter = {
  to: string;
  /** Why it is written. The door of the outbox refuses what needs a consent that its customer did not give. */
  purpose: Purpose;
  customerId?: string;
  language: Language;
  subject: string;
  /** The whole line of greeting, or only the name, which gets the language's own greeting. */
  greeting?: string;
  greetingName?: string;
  /** Plain text; a blank line begins a new paragraph. */
  paragraphs: readonly string[];
  /** The customer's or the staff's own words, shown as a block that finds its own direction. */
  quote?: string;
  /** Paragraphs that follow the quote. */
  after?: readonly string[];
  action?: LetterAction;
  secondAction?: LetterAction;
  facts?: readonly LetterFact[];
  /** Where the reader may turn when not content; at the foot. */
  recourse?: string;
  /** Values, such as a one-time code, that whoever reads the outbox must not see. Addresses of actions always are. */
  secrets?: readonly string[];
  /** Message-ID that it answers, when the caller knows better than the newest mail of the same subject. */
  inReplyTo?: string;
  /** The thing it speaks of; answers to the mail are threaded to it. */
  subjectType?: string;
  subjectId?: string;
};

/** What stands around every letter of an organisation. `date` is written in both calendars. */
export type LetterFrame = { organisation: string; date: string; primaryColour: string | null };

export type RenderedLetter = { subject: string; text: string; html: string; sealed: string[] };

// Everything is escaped unless the template says otherwise, and it never does.
const liquid = new Liquid({
  root: import.meta.dirname,
  outputEscape: 'escape',
  strictFilters: true,
  strictVariables: true,
  jsTruthy: true,
});
const template = liquid.parseFileSync('letter.html.liquid');

/** Pure. Secrets are replaced by marks; `sealed` holds them in the order of their marks. Throws for an action that is not a web address. */
export function renderLetter(letter: Letter, frame: LetterFrame): RenderedLetter {
  const { language } = letter;
  const actions = [letter.action, letter.secondAction].filter((action) => action !== undefined);
  for (const { url } of actions)
    if (!/^https?:$/.test(new URL(url).protocol)) throw new Error('the action of a letter must be a web address');
  const seal = sealMarks([
    ...actions.map((action) => ({ kind: 'link' as const, value: action.url })),
    ...(letter.facts ?? []).filter((fact) => fact.secret).map((fact) => ({ kind: 'code' as const, value: fact.value })),
    ...(letter.secrets ?? []).map((value) => ({ kind: 'code' as const, value })),
  ]);
  const parts = readParts(letter, frame, seal);
  return {
    subject: subjectLine(seal.hide(letter.subject), language),
    text: textOf(parts, letterWords[language]),
    html: String(
      liquid.renderSync(template, {
        ...parts,
        words: letterWords[language],
        colours: letterColours(frame.primaryColour),
      }),
    ),
    sealed: seal.values,
  };
}

function readParts(letter: Letter, frame: LetterFrame, seal: Seal) {
  const { language } = letter;
  const ours = (text: string): string => isolateIdentifiers(seal.hide(text));
  const theirs = (text: string): string => seal.hide(cleanText(text));
  const link = (action: LetterAction | undefined) =>
    action && { label: ours(action.label), url: seal.hide(action.url) };
  const greeting =
    letter.greeting ??
    (letter.greetingName ? letterWords[language].greeting(cleanText(letter.greetingName)) : undefined);
  return {
    language,
    dir: language === 'en' ? 'ltr' : 'rtl',
    // Mail programs know left and right only.
    side: language === 'en' ? 'left' : 'right',
    title: seal.hide(letter.subject),
    organisation: frame.organisation,
    date: frame.date,
    answerable: letter.subjectType !== undefined,
    greeting: greeting === undefined ? null : ours(greeting),
    paragraphs: blocks(letter.paragraphs, ours),
    quote: blocks(letter.quote ? [letter.quote] : [], theirs),
    after: blocks(letter.after ?? [], ours),
    action: link(letter.action) ?? null,
    secondAction: link(letter.secondAction) ?? null,
    facts: (letter.facts ?? []).map((fact) => ({
      label: fact.label,
      value: seal.hide(fact.value),
      ltr: fact.ltr === true,
    })),
    recourse: letter.recourse ? ours(letter.recourse) : null,
  };
}

/** Paragraphs of lines. */
function blocks(texts: readonly string[], clean: (text: string) => string): string[][] {
  return texts
    .flatMap((text) => text.split(/\n[^\S\n]*\n\s*/))
    .map((block) => clean(block).split('\n'))
    .filter((lines) => lines.some((line) => line.trim() !== ''));
}

/** Addresses stand on lines of their own and without isolates, which mail programs would take for a part of the address. */
function textOf(parts: ReturnType<typeof readParts>, words: (typeof letterWords)[Language]): string {
  const prose = (paragraphs: string[][], prefix = ''): string[] =>
    paragraphs.map((lines) => lines.map((line) => prefix + line).join('\n'));
  const sections = [
    parts.answerable ? words.replyMarker : null,
    `${parts.organisation}\n${parts.date}`,
    parts.facts.map((fact) => `${fact.label}: ${fact.ltr ? isolateLtr(fact.value) : fact.value}`).join('\n') || null,
    parts.greeting,
    ...prose(parts.paragraphs),
    prose(parts.quote, '> ').join('\n>\n') || null,
    ...prose(parts.after),
    ...[parts.action, parts.secondAction].map((action) => action && `${action.label}:\n${action.url}`),
    parts.recourse && `———\n${parts.recourse}`,
  ];
  return `${sections.filter((section) => section !== null && section !== undefined).join('\n\n')}\n`;
}
