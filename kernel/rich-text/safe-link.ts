// Decides which addresses a link in a text may have: web, mail, telephone, or a page of this site.

// White space, controls, bidi marks and backslashes: browsers drop or turn them, so that "/\t/evil" would leave the site.
const disguise = /[\s\\\p{Cc}\p{Cf}]/u;
const shapes = [
  // A name before an @ would make the address look like another site's.
  /^https?:\/\/[^/?#@]+(?:[/?#].*)?$/i,
  /^mailto:[^@]+@[^@]+$/i,
  /^tel:[+\d][\d().-]*$/i,
  /^\/(?!\/).*$/,
];

export function isSafeLink(href: unknown): href is string {
  return (
    typeof href === 'string' && href.length <= 2000 && !disguise.test(href) && shapes.some((shape) => shape.test(href))
  );
}
