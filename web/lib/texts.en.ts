// All English texts of the staff app in one file of the build, which only readers of English load.
export const texts = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, string>>(['../{app,ui}/messages.en.ts', '../modules/*/messages.en.ts'], {
      eager: true,
      import: 'messages',
    }),
  ),
) as Record<string, string>;
