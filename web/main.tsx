// Starts the staff app: messages of the page's language first, so that nothing is ever shown untranslated.
import './app/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from '#web/app/app.tsx';
import { pageLanguage } from '#web/lib/direction.ts';
import { startI18n } from '#web/lib/i18n.ts';

const host = document.getElementById('root');
if (!host) throw new Error('The page has no #root');
await startI18n(pageLanguage());
createRoot(host).render(<App />);
