// What the palette offers: the places of the navigation and the modules' commands, each known by its name in three languages.
import { normaliseText } from '#kernel/text/normalise.ts';
import { languages } from '#web/lib/direction.ts';
import { findMessage, loadLanguage, messageIn } from '#web/lib/i18n.ts';
import type { PaletteCommand, PaletteHit, PaletteSearch, WebModule } from '#web/lib/web-module.ts';
import { modules } from './modules.ts';

export type NamedCommand = PaletteCommand & { label: string; names: string };

/** Loads the texts of the other two languages: whoever types the English name in an Arabic page finds it too. */
export async function paletteCommands(): Promise<NamedCommand[]> {
  await Promise.all(languages.map(loadLanguage));
  const all = (modules as readonly WebModule[]).flatMap((module) => [
    ...(module.navigation ?? []).map(({ to, labelKey, icon, permission }): PaletteCommand => ({
      id: to,
      labelKey,
      icon,
      to,
      ...(permission ? { permission } : {}),
    })),
    ...(module.commands ?? []),
  ]);
  return all.map((command) => ({
    ...command,
    label: findMessage(command.labelKey) ?? '',
    names: normaliseText(languages.map((language) => messageIn(language, command.labelKey)).join(' ')),
  }));
}

/** Every word typed is somewhere in one of its names. */
export function commandMatches(command: NamedCommand, text: string): boolean {
  return normaliseText(text)
    .split(' ')
    .every((word) => command.names.includes(word));
}

export async function paletteSearches(
  permissions: readonly string[],
  text: string,
  signal: AbortSignal,
): Promise<Array<{ search: PaletteSearch; hits: readonly PaletteHit[] }>> {
  const searches = (modules as readonly WebModule[])
    .flatMap((module) => module.searches ?? [])
    .filter((search) => !search.permission || permissions.includes(search.permission));
  // One search that fails must not hide what the others found.
  return Promise.all(
    searches.map(async (search) => ({ search, hits: await search.find(text, signal).catch(() => []) })),
  );
}
