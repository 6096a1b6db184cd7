/** @jsxImportSource preact */
// A moment in the organisation's calendar, with the Gregorian day for whoever asks for it.
import { usePortal } from './portal-context.ts';

export function Moment({ at }: { at: string }) {
  const { formats } = usePortal();
  return (
    <time dateTime={at} title={formats.gregorian(at)}>
      {formats.moment(at)}
    </time>
  );
}
