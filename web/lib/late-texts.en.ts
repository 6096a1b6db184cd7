// All English texts of the staff app that no first page needs, in one file of the build: pages that do wait for it.
export const texts = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, string>>('../modules/*/late-messages.en.ts', { eager: true, import: 'messages' }),
  ),
) as Record<string, string>;
