/** @jsxImportSource preact */
// Where the customer may turn outside the organisation, named by the regime of the case.
import { nameIn, usePortal } from './portal-context.ts';
import type { PortalCase } from './wire.ts';

export function Recourse({ recourse: { body, contact, after } }: { recourse: NonNullable<PortalCase['recourse']> }) {
  const { t, language } = usePortal();
  const to = { body: nameIn(language, body) };
  return (
    <section aria-labelledby="recourse-title">
      <h2 id="recourse-title">{t('recourse.title')}</h2>
      <p>{after ? t('recourse.after', { ...to, after: nameIn(language, after) }) : t('recourse.to', to)}</p>
      {contact && (
        <p>
          <a href={contact} rel="noreferrer">
            <bdi dir="ltr">{new URL(contact).host}</bdi>
          </a>
        </p>
      )}
    </section>
  );
}
