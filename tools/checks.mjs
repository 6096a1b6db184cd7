// The checks that read the code without running it: each is one line, one name and one test of `npm test`.
import { join } from 'node:path';
import { root } from './prepare.mjs';

const modules = (path) => join(root, 'node_modules', path);
const types = (config) => [modules('typescript7/bin/tsc'), '--noEmit', '-p', config];

/**
 * `script` runs on the pinned Node from the project's folder and succeeds with exit code 0.
 * A new check needs its line here and nothing else.
 */
export const checks = [
  { name: 'types of server and tools', script: types('tsconfig.json') },
  { name: 'types of web', script: types('tsconfig.web.json') },
  { name: 'types of contract, kernel and engine without Node or browser', script: types('tsconfig.pure.json') },
  { name: 'lint', script: [modules('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', script: [modules('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'boundaries', script: ['tools/check-boundaries.mjs'] },
  {
    name: 'unused files, exports and packages',
    script: [modules('knip/bin/knip.js'), '--no-progress', '--no-config-hints'],
  },
  { name: 'styles', script: [modules('stylelint/bin/stylelint.mjs'), 'web/**/*.css'] },
  { name: 'file sizes', script: ['tools/check-sizes.mjs'] },
  { name: 'file headers and clocks', script: ['tools/check-headers.mjs'] },
  { name: 'translations', script: ['tools/check-translations.ts'] },
  { name: 'generated files are current', script: ['tools/check-generated.ts'] },
];
