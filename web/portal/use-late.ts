// Code that few visits need, loaded when it is first wanted; null until it came.
import { useEffect, useState } from 'preact/hooks';

export function useLate<Loaded>(load: () => Promise<Loaded>, wanted: boolean): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let current = true;
    // Without it the page is what it was; the next look at it tries again.
    if (wanted)
      load().then(
        (came) => current && setLoaded(() => came),
        () => {},
      );
    return () => {
      current = false;
    };
    // `load` is a function of the module, written in place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return loaded;
}
