// SPDX-License-Identifier: Apache-2.0
// The system's Chromium, and what must never happen in it: a request that leaves, a policy that is broken,
// a script that fails or that a text brought along.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {chromium} from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Names are not even looked up: whoever got past the interception would find nobody. */
const CUT = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

export const launch = () =>
  chromium.launch({
    executablePath: PLACES.find((one) => one && existsSync(one)),
    args: [...CUT, '--force-device-scale-factor=1'],
  });

/**
 * A browser's own room at a server, watched. Its tabs share cookies and storage.
 * @param {import('playwright-core').Browser} browser @param {{url: string, origin: string}} server
 * @param {{signs?: string, width?: number, height?: number, theme?: 'light'|'dark', scale?: number}} more
 *   signs: the name that judgements are signed with, already known
 */
export async function room(browser, server, more = {}) {
  const {signs = 'A. Reader', width = 1280, height = 800, theme = 'light', scale = 1} = more;
  const context = await browser.newContext({
    viewport: {width, height},
    deviceScaleFactor: scale,
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const faults = [];
  await context.route(
    (url) => url.origin !== server.origin,
    (route) => {
      faults.push('left the page: ' + route.request().url());
      return route.abort();
    },
  );
  await context.exposeBinding('policyBroken', (_, what) => void faults.push('policy: ' + what));
  await context.addInitScript((name) => {
    addEventListener('securitypolicyviolation', (event) =>
      globalThis.policyBroken(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
    if (
      self === top &&
      name &&
      location.protocol === 'http:' &&
      !localStorage.getItem('entente.who')
    )
      localStorage.setItem('entente.who', name);
  }, signs);
  context.on('weberror', (error) => faults.push('error: ' + error.error().stack));
  context.on('dialog', (dialog) => {
    faults.push('a text ran: ' + dialog.message());
    dialog.dismiss();
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => faults.push('socket: ' + socket.url()));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push('console: ' + message.text());
    });
    page.setDefaultTimeout(15000);
    count(page);
  });
  return {
    context,
    faults,
    /** A new tab. @param {string} hash where */
    async open(hash = '') {
      const page = await context.newPage();
      await page.goto(server.url);
      if (hash) await go(page, hash);
      await settled(page);
      return page;
    },
    /** Nothing went wrong since the last call. */
    clean() {
      assert.deepEqual(faults.splice(0), []);
    },
    async end() {
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}

/** Goes to a view as a link would. @param {import('playwright-core').Page} page @param {string} hash */
export async function go(page, hash) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settled(page);
}

const asked = new WeakMap();

function count(page) {
  const pending = new Set();
  asked.set(page, pending);
  const over = (request) => pending.delete(request);
  page.on('request', (request) => request.url().endsWith('/api/events') || pending.add(request));
  page.on('requestfinished', over);
  page.on('requestfailed', over);
}

const QUIET = 120; // a list waits 60 ms before it fetches what stands still

/** Until a tab has what it asked for and has drawn it. @param {import('playwright-core').Page} page */
export async function settled(page) {
  for (let since = Date.now(); Date.now() - since < QUIET;) {
    await page.waitForTimeout(20);
    if (asked.get(page).size) since = Date.now();
  }
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
