// Shows the HTML of a letter apart from the app, as tall as it is: no script runs in it, no link leads anywhere.
import { useEffect, useRef } from 'react';
import classes from './mail-preview.module.css';

export function LetterFrame({ title, html }: { title: string; html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    // A narrower frame breaks the lines anew.
    const watcher = new ResizeObserver(() => fit(element));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  return (
    <iframe
      ref={frame}
      title={title}
      // Without allow-scripts the same origin gives the letter nothing; it lets us measure how tall it is.
      sandbox="allow-same-origin"
      // Links would open outside the frame, which the sandbox refuses.
      srcDoc={html.replace('</head>', '<base target="_blank"></head>')}
      className={classes['frame']}
      onLoad={(event) => fit(event.currentTarget)}
    />
  );
}

function fit(frame: HTMLIFrameElement): void {
  const body = frame.contentDocument?.body;
  // Border of the frame above and below.
  if (body && body.offsetHeight > 0) frame.style.blockSize = `${body.offsetHeight + 2}px`;
}
