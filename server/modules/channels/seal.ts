// Seals secrets of a letter: marks stand in the stored text, the values are stored encrypted and put back when the mail leaves.

// Private-use characters only: letters or digits in a mark would be taken for words of the text.
const marks = /\ue000([\ue010\ue011])([\ue100-\ue1ff])\ue001/g;
const kinds = { link: '\ue010', code: '\ue011' } as const;
const firstNumber = 0xe100;

export type Secret = { kind: 'link' | 'code'; value: string };
export type Seal = { values: string[]; hide(text: string): string };

/** At most 256 secrets. The ends of a mark are first taken out of the text, so that nobody can write one. */
export function sealMarks(secrets: readonly Secret[]): Seal {
  const known = secrets.filter(
    ({ value }, at) => value !== '' && secrets.findIndex((other) => other.value === value) === at,
  );
  // A code may be a part of a link: the longest goes first.
  const order = known
    .map((secret, at) => ({ ...secret, at }))
    .toSorted((one, other) => other.value.length - one.value.length);
  return {
    values: known.map(({ value }) => value),
    hide(text) {
      let hidden = text.replace(/[\ue000\ue001]/g, '');
      for (const { kind, value, at } of order)
        hidden = hidden.replaceAll(value, `\ue000${kinds[kind]}${String.fromCharCode(firstNumber + at)}\ue001`);
      return hidden;
    },
  };
}

/** The text as it leaves. `escape` writes a value so that it is safe where it stands. */
export function unseal(
  text: string,
  values: readonly string[],
  escape: (value: string) => string = (value) => value,
): string {
  return text.replace(marks, (_, _kind: string, number: string) =>
    escape(values[number.charCodeAt(0) - firstNumber] ?? ''),
  );
}

/** The text as the outbox shows it: that there is a link or a code, and where it leads, but not what opens it. */
export function maskSeals(text: string, publicUrl: string): string {
  return text.replace(marks, (_, kind: string) => (kind === kinds.link ? `${publicUrl}/…` : '••••••'));
}

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
