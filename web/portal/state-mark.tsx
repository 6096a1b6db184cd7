/** @jsxImportSource preact */
// The state of a case as it looks everywhere: icon, colour and word together.
import { Icon } from './icon.tsx';
import { useWording } from './portal-context.ts';
import type { StateLook } from './state-look.ts';

export function StateMark({ look }: { look: StateLook }) {
  const { t } = useWording();
  return (
    <span class={`mark ${look}`}>
      <Icon name={look} />
      {t(`state.${look}`)}
    </span>
  );
}
