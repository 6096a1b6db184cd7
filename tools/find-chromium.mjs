// Finds the browser for the journeys, and installs one where that is possible without asking.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pinnedNode, root } from './prepare.mjs';

/** The first draws no window and so takes a fifth less of a processor for the same pages. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Absolute path of a Chromium or Chrome, or undefined after everything was tried. */
export function findChromium() {
  return installed() ?? (install() ? installed() : undefined);
}

function installed() {
  const given = process.env.RIDA_CHROMIUM ?? process.env.CHROMIUM_PATH;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/snap/bin')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [given, ...onPath, ...PLACES, ...fromPlaywright()].find((path) => path && existsSync(path));
}

/** Playwright's own downloads: `chromium-1234/chrome-linux/chrome` and its likes on other systems. */
function fromPlaywright() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  return caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache)
        .filter((name) => /^chromium-\d+$/.test(name))
        .map((name) => join(cache, name)),
    )
    .flatMap((folder) =>
      [
        'chrome-linux64/chrome',
        'chrome-linux/chrome',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
        'chrome-win/chrome.exe',
      ].map((path) => join(folder, path)),
    );
}

function install() {
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('  no Chromium found; installing it with apt-get …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
    const get = (name) => apt('install', '-y', '-qq', '--no-install-recommends', name);
    const any = () => get('chromium-headless-shell') || get('chromium');
    if (any() || (apt('update', '-qq') && any())) return true;
  }
  console.log('  no Chromium found; asking Playwright to download one …');
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  return spawnSync(pinnedNode(), [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 2] }).status === 0;
}
