// `npm start`: installs and builds what is missing, then runs the server on the pinned Node.
import { join } from 'node:path';
import { become, ensureDependencies, ensureWebBuild, pinnedNode, root, serverEnvironment } from './prepare.mjs';

ensureDependencies();
ensureWebBuild();
become(pinnedNode(), [join(root, 'server', 'main.ts'), 'start', ...process.argv.slice(2)], serverEnvironment());
