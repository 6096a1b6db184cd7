/** @jsxImportSource preact */
// One page: its title, which takes the focus when the page opens, and its content.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageProps {
  title: string;
  /** Above the title: what the page belongs to. */
  before?: ComponentChildren;
  wide?: boolean;
  children: ComponentChildren;
}

/** The first page of a visit leaves the focus where the browser puts it; later ones announce themselves by it. */
let visited = false;

export function Page({ title, before, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main id="content" class={wide ? 'page wide' : 'page'}>
      {before}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      {children}
    </main>
  );
}
