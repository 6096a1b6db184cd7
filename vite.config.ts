// Builds the staff app and the customers' portal, which share nothing but the kernel and the contract.
import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipWith } from 'node:zlib';
import postcssMantine from 'postcss-preset-mantine';
import { defineConfig, type Plugin } from 'vite';
import { contract } from './contract/index.ts';

const brotli = promisify(brotliCompress);
const gzip = promisify<Buffer, { level: number }, Buffer>(gzipWith);
const root = fileURLToPath(new URL('web', import.meta.url));
const entries = {
  staff: `${root}/index.html`,
  portal: `${root}/portal/index.html`,
  // Of the pages that the server writes itself; it finds the file by its name.
  'public-pages': `${root}/portal/styles/public-pages.css`,
};

/** React Aria carries 34 languages in every component; we show three, and Persian comes from our own table. */
function keepOurLanguages(): Plugin {
  return {
    name: 'keep-our-languages',
    enforce: 'pre',
    load(id) {
      const language = /react-(?:aria|stately)[^?]*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.m?js/.exec(id)?.[1];
      return language && language !== 'en-US' && language !== 'ar-AE' ? 'export default {}' : null;
    },
  };
}

/** The client calls by method and path; the schemas, and zod with them, would be 35 kB gzip of every first load, what each route is for another 7. */
function routesOfContract(): Plugin {
  return {
    name: 'routes-of-contract',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('/web/lib/contract-routes.ts')
        ? `export const contractRoutes = ${JSON.stringify(minifyContractRouter(contract), withoutWords)}`
        : null,
  };
}

function withoutWords(key: string, value: unknown): unknown {
  // Also keys of the contract could be called so; those are objects.
  return (key === 'summary' && typeof value === 'string') || (key === 'tags' && Array.isArray(value))
    ? undefined
    : value;
}

/** Written smaller beside each text file, so that a weak phone need not wait for what no proxy has compressed. */
function compressedBeside(): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(?:js|css|svg)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const file = join(dir ?? '', name);
          const content = await readFile(file);
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
          await Promise.all([
            brotli(content, quality).then((small) => writeFile(`${file}.br`, small)),
            gzip(content, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
          ]);
        }),
      );
    },
  };
}

/** What the entries begin with, but for the portal's: it has a framework of its own. The contract, which all share, stands on zod: both stay outside. */
const inFrame = /\/web\/(?:app|lib|ui|modules)\/|\/node_modules\/(?!preact|zod)/;

export default defineConfig({
  root,
  base: '/',
  plugins: [keepOurLanguages(), routesOfContract(), react(), compressedBeside()],
  css: { postcss: { plugins: [postcssMantine()] }, modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  server: {
    proxy: { '/api': 'http://127.0.0.1:7000', '^/portal/[^/]+/knowledge': 'http://127.0.0.1:7000' },
  },
  build: {
    outDir: `${root}/dist`,
    emptyOutDir: true,
    target: 'es2023',
    // A data: font or script would be refused by the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: {
        codeSplitting: {
          groups: [
            // The portal has its own folder and framework: nothing of it may land in a chunk of the staff app.
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
            // A group takes along what it imports: the calendars of the first page are in every page, the date picker is not.
            {
              name: 'base',
              test: /node_modules\/(?:@internationalized\/date|clsx|@swc\/helpers)\//,
              tags: ['$initial'],
              priority: 1,
            },
            // All that the first page needs anyway: seventy files of a few hundred bytes each would be 15 kB more.
            { name: 'frame', test: inFrame, tags: ['$initial'], includeDependenciesRecursively: false },
            { name: 'dates', test: /node_modules\/(?:react-aria|react-aria-components|react-stately)\// },
          ],
        },
      },
    },
  },
});
