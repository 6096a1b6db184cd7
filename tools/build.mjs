// `npm run build`: builds the web pages into web/dist, also when they are up to date.
import { ensureDependencies, ensureWebBuild } from './prepare.mjs';

ensureDependencies();
ensureWebBuild({ force: true });
