/** @jsxImportSource preact */
// Starts the customers' portal.
import { render } from 'preact';
import { App } from './app.tsx';
import { takeGrantFromAddress } from './take-grant.ts';

takeGrantFromAddress();
// A link from a mail, opened in a tab that already shows the page, only changes the fragment.
addEventListener('hashchange', () => {
  if (takeGrantFromAddress()) location.reload();
});

const root = document.getElementById('portal');
if (root) render(<App />, root);
