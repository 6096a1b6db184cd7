// A link to a page of the app, looking as links do; address and search parameters are checked by the router's types.
import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type PlainProps = AnchorProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> & { ref?: Ref<HTMLAnchorElement> };

function PlainAnchor(props: PlainProps) {
  return <Anchor {...props} />;
}

export const PageLink: LinkComponent<typeof PlainAnchor> = createLink(PlainAnchor);
