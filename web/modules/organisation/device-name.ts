// A browser and its system from what the browser says of itself: enough to recognise one's own devices.

/** Most others name Chrome or Safari too, so they come first. */
const browsers: ReadonlyArray<readonly [pattern: RegExp, name: string]> = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: ReadonlyArray<readonly [pattern: RegExp, name: string]> = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** Empty when nothing is known. */
export function deviceName(userAgent: string | null | undefined): string {
  if (!userAgent) return '';
  const find = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(browsers) ?? userAgent.slice(0, 40), find(systems)].filter(Boolean).join(' · ');
}
