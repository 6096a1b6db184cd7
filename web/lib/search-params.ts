// Reads what stands in the address of a page: whatever is not what it should be is as if it were not there.

/** A text of at most `longest` characters. */
export function textParam(value: unknown, longest = 200): string | undefined {
  // What looks like a number or a truth arrives as one.
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= longest ? text : undefined;
}

export function choiceParam<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice === value);
}

/** Without the absent ones, since an address should not say `?q=`. */
export function presentParams<Params extends Record<string, string | undefined>>(
  params: Params,
): { [Name in keyof Params]?: Exclude<Params[Name], undefined> } {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Params]?: Exclude<Params[Name], undefined>;
  };
}
