// The look of Rida as a Mantine theme: own green-teal, warm greys, Vazirmatn, sizes by script, density.
import { createTheme, type MantineColorsTuple } from '@mantine/core';
import type { Language } from '#contract/common.ts';
import type { Density } from '#web/lib/preferences.ts';
import { shadesOf } from '#web/lib/shades-of.ts';

// White on step 7 is 7.0:1, on step 6 5.3:1 (filled in dark); step 7 on step 0 6.3:1.
const teal: MantineColorsTuple = [
  '#edf7f4',
  '#d5ebe4',
  '#aed8cb',
  '#82c2af',
  '#56a990',
  '#338f76',
  '#1f7a63',
  '#17654f',
  '#11503f',
  '#0b3b2e',
];
// Warm neutrals; step 6 is the dimmed text of light (5.5:1 on white), step 2 of `night` that of dark.
const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#e9e6e1',
  '#dcd8d1',
  '#c9c4bb',
  '#a19b91',
  '#6b655c',
  '#56514a',
  '#3d3a35',
  '#24221f',
];
const night: MantineColorsTuple = [
  '#e4e1dc',
  '#c9c5be',
  '#aaa59d',
  '#857f76',
  '#4b4742',
  '#3a3733',
  '#2d2a27',
  '#1f1d1b',
  '#181715',
  '#121110',
];

export function ridaTheme(language: Language, density: Density, primaryColour: string | null) {
  const latin = language === 'en';
  const size = density === 'compact' ? 'xs' : 'sm';
  const font = "'Vazirmatn Variable', Vazirmatn, system-ui, 'Segoe UI', Tahoma, sans-serif";
  return createTheme({
    colors: { brand: primaryColour ? shadesOf(primaryColour) : teal, gray: stone, dark: night },
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 6 },
    autoContrast: true,
    black: '#24221f',
    fontFamily: font,
    fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
    // Arabic letters are small for their size and need room between the lines.
    fontSizes: latin ? rem(12, 13, 14, 16, 18) : rem(13, 14, 15, 17, 19),
    lineHeights: latin
      ? { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' }
      : { xs: '1.6', sm: '1.6', md: '1.6', lg: '1.6', xl: '1.6' },
    headings: {
      fontFamily: font,
      fontWeight: '650',
      sizes: {
        h1: heading(latin ? 22 : 23),
        h2: heading(latin ? 18 : 19),
        h3: heading(latin ? 16 : 17),
        h4: heading(latin ? 14 : 15),
      },
    },
    defaultRadius: 'md',
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
    respectReducedMotion: true,
    cursorType: 'pointer',
    // Plain objects, not `Modal.extend(…)`: naming a component here would put its code into every first load.
    components: {
      Button: { defaultProps: { size } },
      NavLink: { defaultProps: { variant: 'light' } },
      Tooltip: { defaultProps: { openDelay: 300, withArrow: true, multiline: true } },
      Popover: { defaultProps: { shadow: 'sm', transitionProps: { duration: 120 } } },
      Menu: {
        defaultProps: {
          shadow: 'sm',
          transitionProps: { duration: 120 },
          position: 'bottom-end',
          withInitialFocusPlaceholder: false,
        },
      },
      Modal: {
        defaultProps: {
          centered: true,
          transitionProps: { duration: 120 },
          overlayProps: { backgroundOpacity: 0.4 },
          attributes: { header: { role: 'presentation' } },
        },
      },
      ...Object.fromEntries(
        [
          'TextInput',
          'Textarea',
          'PasswordInput',
          'Select',
          'MultiSelect',
          'Checkbox',
          'Radio',
          'Switch',
          'SegmentedControl',
        ].map((name) => [name, { defaultProps: { size } }]),
      ),
    },
  });
}

function rem(xs: number, sm: number, md: number, lg: number, xl: number) {
  const of = (pixels: number) => `${pixels / 16}rem`;
  return { xs: of(xs), sm: of(sm), md: of(md), lg: of(lg), xl: of(xl) };
}

function heading(pixels: number) {
  return { fontSize: `${pixels / 16}rem`, lineHeight: '1.4' };
}
