// Says where an expression stops being FEEL: a condition that nobody can evaluate is found at the drawing board.
import { parseExpression, parseUnaryTests } from 'feelin';

/** The place of the first error, counted from 1; nothing where the text is FEEL. */
export const faultInExpression = (text: string): number | undefined => firstError(parseExpression, text);

export const faultInUnaryTest = (text: string): number | undefined => firstError(parseUnaryTests, text);

function firstError(parse: typeof parseExpression, text: string): number | undefined {
  let place: number | undefined;
  parse(text, {}, undefined).iterate({
    enter: (node) => {
      if (node.type.isError) place ??= node.from + 1;
    },
  });
  return place;
}
