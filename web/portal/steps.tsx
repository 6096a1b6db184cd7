/** @jsxImportSource preact */
// All that happened to the case, oldest first: words as letters on their writer's side, events as lines between them.
import { FileList } from './file-list.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Moment } from './moment.tsx';
import { usePortal } from './portal-context.ts';
import type { PortalCase, Step } from './wire.ts';

const icons: Record<Step['type'], IconName> = {
  registered: 'open',
  'message-from-customer': 'message',
  'message-to-customer': 'message',
  'resolution-claimed': 'claimed',
  disputed: 'disputed',
  confirmed: 'confirmed',
  lapsed: 'lapsed',
  reported: 'reported',
  withdrawn: 'withdrawn',
  closed_by_authority: 'closed_by_authority',
  reopened: 'open',
};

/** Whose words they are; the rest are the product's own acts or our staff's. */
const fromCustomer = new Set<Step['type']>([
  'registered',
  'message-from-customer',
  'disputed',
  'confirmed',
  'withdrawn',
  'reopened',
]);

export function Steps({ shown, grant }: { shown: PortalCase; grant: string }) {
  const { t } = usePortal();
  const claimed = shown.openClaim ? shown.steps.findLastIndex((step) => step.type === 'resolution-claimed') : -1;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">{t('steps.title')}</h2>
      <ol class="steps">
        {shown.steps.map((step, index) => {
          const above = index === claimed;
          const text = step.type === 'registered' ? (step.text ?? shown.description) : step.text;
          return (
            <li
              key={step.at + step.type + index}
              class={`step ${lookOf(step)} ${fromCustomer.has(step.type) ? 'own' : 'theirs'}`}
            >
              <p class="step-head">
                <Icon name={icons[step.type]} />
                <strong>{t(`step.${step.type}`)}</strong>
                <Moment at={step.at} />
              </p>
              {above ? (
                <p class="quiet">{t('step.above')}</p>
              ) : (
                <>
                  {text && (
                    <div class="words" dir="auto">
                      {text}
                    </div>
                  )}
                  <FileList files={step.attachments} grant={grant} />
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function lookOf({ type }: Step): string {
  if (type === 'resolution-claimed') return 'claimed';
  return type === 'registered' || type === 'reopened' || type.startsWith('message') ? 'open' : type;
}
