// All Arabic texts of the staff app in one file of the build, which only readers of Arabic load.
export const texts = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, string>>(['../{app,ui}/messages.ar.ts', '../modules/*/messages.ar.ts'], {
      eager: true,
      import: 'messages',
    }),
  ),
) as Record<string, string>;
