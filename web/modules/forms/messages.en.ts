// English texts of the forms module that the navigation shows; its keys are the master for the other languages.
export const messages = {
  'form.title': 'Forms',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
