/** @jsxImportSource preact */
// The facts of a case that do not change often.
import type { ComponentChildren } from 'preact';
import { nameIn, usePortal } from './portal-context.ts';
import { Moment } from './moment.tsx';
import type { PortalCase } from './wire.ts';

export function CaseFacts({ shown }: { shown: PortalCase }) {
  const { t, formats, language } = usePortal();
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('case.facts')}</h2>
      <dl class="facts">
        <Fact name={t('case.kind')}>{t(`kind.${shown.kind}`)}</Fact>
        {shown.categoryName && <Fact name={t('case.category')}>{nameIn(language, shown.categoryName)}</Fact>}
        {shown.unitName && <Fact name={t('case.unit')}>{nameIn(language, shown.unitName)}</Fact>}
        {shown.disputeLevel > 0 && <Fact name={t('case.level')}>{formats.number(shown.disputeLevel)}</Fact>}
        <Fact name={t('case.registered')}>
          <Moment at={shown.registeredAt} />
        </Fact>
        {shown.answerBy && (
          <Fact name={t('case.answerBy')}>
            <Moment at={shown.answerBy} />
          </Fact>
        )}
        <Fact name={t('case.code')}>
          <bdi dir="ltr" class="latin-code">
            {shown.trackingCode}
          </bdi>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
