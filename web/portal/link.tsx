/** @jsxImportSource preact */
// A link within the portal that changes the page without loading it again.
import type { ComponentChildren } from 'preact';
import { go } from './place.ts';

interface LinkProps {
  href: string;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}

export function Link({ href, class: look, current = false, children }: LinkProps) {
  function follow(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  }
  return (
    <a href={href} class={look} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
