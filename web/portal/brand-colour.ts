// Gives the page the organisation's own colour.
import { brandColours } from '#kernel/brand-colour.ts';

export function applyBrandColour(colour: string | null): void {
  if (!colour) return;
  const { fill, textOnDark } = brandColours(colour);
  const style = document.documentElement.style;
  style.setProperty('--brand-fill', fill);
  style.setProperty('--brand-text-dark', textOnDark);
}
