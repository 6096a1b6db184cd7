#!/usr/bin/env node
// `npm run rida -- COMMAND`: the command line, on the pinned Node, with its dependencies installed.
import { join } from 'node:path';
import { become, ensureDependencies, pinnedNode, root, serverEnvironment } from './prepare.mjs';

ensureDependencies();
become(pinnedNode(), [join(root, 'server', 'main.ts'), ...process.argv.slice(2)], serverEnvironment());
