// All Persian texts of the staff app in one file of the build, which only readers of Persian load.
export const texts = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, string>>(['../{app,ui}/messages.fa.ts', '../modules/*/messages.fa.ts'], {
      eager: true,
      import: 'messages',
    }),
  ),
) as Record<string, string>;
