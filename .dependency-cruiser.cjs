// Who may import whom: the rules of DESIGN, with the modules' doors read from server/module-map.json.
const map = require('./server/module-map.json');

const modules = Object.keys(map);
const escaped = (names) => names.map((name) => name.replaceAll('-', '\\-')).join('|');
const OURS = '^(contract|kernel|engine|server|web|e2e|bench|tools)/';
const TEST = '\\.test\\.tsx?$';

/** Nothing of ours except `allowed` may be imported from files that match `from`. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { path: OURS, pathNot: allowed },
});

/** A module of the server: itself, the platform, the contract, the kernel, the doors it was granted; the engine only for `processes`. */
const serverModule = (name) => {
  const doors = map[name];
  return only(
    `server-module-${name}`,
    `${name} may import the platform, the contract, the kernel, itself and index.ts of: ${doors.join(', ') || 'no other module'}`,
    { path: `^server/modules/${name}/`, pathNot: TEST },
    [
      `^server/modules/${name}/`,
      '^server/platform/',
      '^contract/',
      '^kernel/',
      ...(name === 'processes' ? ['^engine/'] : []),
      ...(doors.length > 0 ? [`^server/modules/(${escaped(doors)})/(index\\.ts$|factory\\.ts$)`] : []),
    ],
  );
};

const webModule = (name) => {
  const doors = map[name];
  return only(
    `web-module-${name}`,
    `web ${name} may import web/ui, web/lib, the contract, the kernel, itself and index.ts of: ${doors.join(', ') || 'no other module'}`,
    { path: `^web/modules/${name}/`, pathNot: TEST },
    [
      `^web/modules/${name}/`,
      '^web/(ui|lib)/',
      '^contract/',
      '^kernel/',
      ...(name === 'processes' ? ['^engine/'] : []),
      ...(doors.length > 0 ? [`^web/modules/(${escaped(doors)})/index\\.tsx?$`] : []),
    ],
  );
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other when they run. A type that names another is no need.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere; the other rules could not see it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it and it imports nothing: it is forgotten.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          TEST,
          '\\.d\\.ts$',
          '\\.config\\.ts$',
          '^tools/',
          '^e2e/',
          '^bench/',
          '^web/public/',
          '^server/main\\.ts$',
        ],
      },
      to: {},
    },
    only('kernel-is-pure', 'kernel imports nothing of ours', { path: '^kernel/' }, ['^kernel/']),
    {
      name: 'kernel-without-node',
      comment: 'kernel runs in the browser too',
      severity: 'error',
      from: { path: '^(kernel|contract|engine)/', pathNot: [TEST, '^engine/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    only('contract-is-pure', 'contract imports the kernel and its own files', { path: '^contract/', pathNot: TEST }, [
      '^contract/',
      '^kernel/',
    ]),
    {
      name: 'contract-libraries',
      comment: 'contract imports zod and the contract library only',
      severity: 'error',
      from: { path: '^contract/', pathNot: TEST },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|@orpc/contract)/' },
    },
    only('engine-is-pure', 'engine imports the kernel at most', { path: '^engine/' }, ['^engine/', '^kernel/']),
    only(
      'platform-knows-no-module',
      'platform imports contract/common, the kernel and itself',
      { path: '^server/platform/', pathNot: [TEST, '^server/platform/testing/'] },
      ['^server/platform/', '^contract/common\\.ts$', '^kernel/'],
    ),
    {
      name: 'only-app-imports-registrations',
      comment: 'module.ts is data for server/app.ts',
      severity: 'error',
      from: { pathNot: ['^server/app\\.ts$'] },
      to: { path: '^server/modules/[^/]+/module\\.ts$' },
    },
    {
      name: 'module-in-map',
      comment: 'Every module folder is named in server/module-map.json',
      severity: 'error',
      from: { path: `^(server|web)/modules/(?!(${escaped(modules)})/)` },
      to: {},
    },
    only('web-without-server', 'the web imports the contract, the kernel, the engine and itself', { path: '^web/' }, [
      '^web/',
      '^contract/',
      '^kernel/',
      '^engine/',
    ]),
    only(
      'web-ui-knows-no-module',
      'web/ui and web/lib know no module and no page',
      { path: '^web/(ui|lib)/', pathNot: TEST },
      ['^web/(ui|lib)/', '^contract/', '^kernel/'],
    ),
    only('portal-stands-alone', 'the portal imports the contract, the kernel and itself', { path: '^web/portal/' }, [
      '^web/portal/',
      '^contract/',
      '^kernel/',
    ]),
    {
      name: 'portal-is-nobodys-library',
      severity: 'error',
      from: { path: OURS, pathNot: '^(web/portal|e2e)/' },
      to: { path: '^web/portal/' },
    },
    ...modules.map(serverModule),
    ...modules.map(webModule),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|test-results|playwright-report)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
