// Ten steps of an organisation's own colour, in which the filled steps always carry white text (4.5:1 or better).
import type { MantineColorsTuple } from '@mantine/core';

type Rgb = [red: number, green: number, blue: number];

/** `colour` is "#rrggbb". A colour too light to carry white text is darkened until it does. */
export function shadesOf(colour: string): MantineColorsTuple {
  const given: Rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;
  let six = given;
  while (contrastWithWhite(six) < 4.6) six = mix(six, [0, 0, 0], 0.05);
  const light = [0.92, 0.84, 0.68, 0.5, 0.32, 0.14].map((share) => mix(six, [255, 255, 255], share));
  const dark = [0.16, 0.32, 0.48].map((share) => mix(six, [0, 0, 0], share));
  return [...light, six, ...dark].map(hex) as unknown as MantineColorsTuple;
}

/** WCAG 2.2 contrast ratio. */
export function contrastWithWhite(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * share)) as Rgb;
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
