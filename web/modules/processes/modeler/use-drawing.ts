// Keeps the drawing tool in an element of a React page: begun when its diagram comes, ended with the page.
import { useEffect, useState } from 'react';
import { useLanguage } from '#web/lib/i18n.ts';
import type { Drawing, DrawingOptions } from './open-drawing.ts';

type Open<Services> = (options: DrawingOptions, xml: string) => Promise<Drawing<Services>>;

/** Another diagram or another view begins anew. `open` stays the same for the life of the component. */
export function useDrawing<Services>(open: Open<Services>, xml: string, mirrored: boolean) {
  const language = useLanguage();
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  const [drawing, setDrawing] = useState<Drawing<Services> | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (!host) return;
    const container = host.appendChild(document.createElement('div'));
    container.style.blockSize = '100%';
    let gone = false;
    let opened: Drawing<Services> | null = null;
    void open({ container, language, mirrored }, xml).then(
      (made) => {
        opened = made;
        if (gone) made.destroy();
        else {
          setError(null);
          setDrawing(made);
        }
      },
      (failure: unknown) => {
        if (!gone) setError(failure);
      },
    );
    return () => {
      gone = true;
      setDrawing(null);
      opened?.destroy();
      container.remove();
    };
  }, [host, open, xml, mirrored, language]);
  return { setHost, drawing, error };
}
