// The state of a mail as icon and word, the same in list and detail; colour only underlines what waits for a person.
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconHelpCircle,
  IconMailCheck,
  IconMailOff,
  IconPlayerPause,
  IconSend,
} from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import type { Icon } from '#web/lib/web-module.ts';
import classes from './mail-state.module.css';
import type { OutgoingState, ReceivedState } from './mail-states.ts';

const outgoing: Record<OutgoingState, Icon> = {
  held: IconPlayerPause,
  queued: IconClock,
  sending: IconSend,
  sent: IconCheck,
  failed: IconAlertTriangle,
  uncertain: IconHelpCircle,
};
const received: Record<ReceivedState, Icon> = { accepted: IconMailCheck, ignored: IconMailOff, refused: IconBan };

export function OutgoingStateText({ state }: { state: OutgoingState }) {
  const t = useT();
  return (
    <StateText state={state} icon={outgoing[state]} word={t(`channels.state.${state}`)} flips={state === 'sending'} />
  );
}

export function ReceivedStateText({ state }: { state: ReceivedState }) {
  const t = useT();
  return <StateText state={state} icon={received[state]} word={t(`channels.received.${state}`)} />;
}

function StateText({ state, icon: Icon, word, flips }: { state: string; icon: Icon; word: string; flips?: boolean }) {
  return (
    <span className={classes['state']} data-state={state}>
      <span className={classes['icon']} data-flips={flips || undefined}>
        <Icon size={16} stroke={1.8} aria-hidden />
      </span>
      {word}
    </span>
  );
}
