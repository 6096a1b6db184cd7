// Colours of a letter: the organisation's own, and for the words on its button whichever of white and black reads better.

const ours = '#1f7a63';
const white = '#ffffff';
// Anything lighter would leave middling colours without words that read at 4.5 to 1.
const black = '#000000';

export function letterColours(primary: string | null): { primary: string; onPrimary: string } {
  const colour = primary && /^#[0-9a-f]{6}$/i.test(primary) ? primary : ours;
  return { primary: colour, onPrimary: contrast(white, colour) >= contrast(black, colour) ? white : black };
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
