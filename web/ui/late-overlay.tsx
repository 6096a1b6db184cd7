// A button whose menu or panel is loaded when somebody is about to use it: no first page waits for what may never be opened.
import { type ComponentType, cloneElement, type HTMLAttributes, type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export type OverlayProps = { opened: boolean; onChange: (opened: boolean) => void; target: ReactElement };

export type LateOverlayProps<Props extends object> = {
  /** Gives the component that draws the button (`target`) and what opens from it. */
  load: () => Promise<ComponentType<OverlayProps & Props>>;
  /** What the overlay needs besides. */
  with: Props;
  popup: 'menu' | 'dialog';
  /** The button, which looks the same before and after. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
};

export function LateOverlay<Props extends object>({ load, with: props, popup, children }: LateOverlayProps<Props>) {
  const [Overlay, setOverlay] = useState<ComponentType<OverlayProps & Props> | null>(null);
  const [opened, setOpened] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  // What could not be loaded is asked for again by the next press.
  const prepare = () => void load().catch(() => undefined);
  const open = () =>
    void load().then(
      (loaded) => {
        flushSync(() => setOverlay(() => loaded));
        // The button was drawn anew: it takes the keyboard back, so that closing can return it there.
        place.current?.querySelector('button')?.focus();
        setOpened(true);
      },
      () => undefined,
    );
  return (
    <span ref={place} style={{ display: 'contents' }}>
      {Overlay ? (
        <Overlay {...props} opened={opened} onChange={setOpened} target={children} />
      ) : (
        cloneElement(children, {
          'aria-haspopup': popup,
          'aria-expanded': false,
          onPointerEnter: prepare,
          onFocus: prepare,
          onClick: open,
        })
      )}
    </span>
  );
}
