// Fits an organisation's own colour to a page: readable under white text, and as text on light and dark ground.

type Rgb = [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** --ground of the dark theme in web/portal/styles/tokens.css, one step lighter where cards lie on it. */
const darkSurface: Rgb = [0x20, 0x1e, 0x1b];
/** WCAG 2.2, 1.4.3: contrast of normal text; a little above, for tinted grounds. */
const readable = 4.8;

export interface BrandColours {
  /** Under white text, and as text on light ground. */
  fill: string;
  /** As text on dark ground. */
  textOnDark: string;
}

/** `colour` is "#rrggbb". */
export function brandColours(colour: string): BrandColours {
  const own = parse(colour);
  return {
    fill: hex(until(own, black, (tried) => contrast(tried, white) >= readable)),
    textOnDark: hex(until(own, white, (tried) => contrast(tried, darkSurface) >= readable)),
  };
}

function until(from: Rgb, towards: Rgb, good: (tried: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = from.map((part, index) => Math.round(part + ((towards[index] ?? part) - part) * share)) as Rgb;
    if (good(tried)) return tried;
  }
  return towards;
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2, definition of relative luminance. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(colour: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
