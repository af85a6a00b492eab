// SPDX-License-Identifier: Apache-2.0
// How soon a served case is there in Chromium, and whether long lists scroll without stutter:
//   node bench/page.js URL
// Needs what tests/web/e2e/package-lock.json names (tools/test_browser.sh installs it).
import {go, launch, room, settled} from '../tests/web/e2e/kit/browser.js';

const url = process.argv[2],
  server = {url, origin: new URL(url).origin};
const ROUNDS = 9,
  FRAMES = 300; // that a list is scrolled for

// From the start of the navigation to the frame that shows the first cell of the matrix.
const watchFirstView = () => {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('table.matrix td.full')) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.firstView = performance.now())));
  });
  if (self === top) seen.observe(document, {childList: true, subtree: true});
};

async function firstView(context) {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.firstView);
  const took = await page.evaluate(() => globalThis.firstView);
  await page.close();
  return took;
}

// In the page: one step of `pixels` a frame, and what came of it.
const scrolled = ([pixels, frames]) => {
  const list = document.querySelector('main .long');
  const tasks = [];
  const long = new PerformanceObserver((seen) =>
    seen.getEntries().forEach((one) => tasks.push(one.duration)),
  );
  long.observe({type: 'longtask'});
  return new Promise((done) => {
    let before = performance.now(),
      worst = 0,
      late = 0,
      left = frames;
    const step = (now) => {
      const gap = now - before;
      if (left < frames - 2) {
        worst = Math.max(worst, gap);
        late += gap > 50;
      }
      before = now;
      list.scrollTop += pixels;
      if (--left > 0) return requestAnimationFrame(step);
      const rows = list.querySelectorAll('[role=listitem]').length;
      const total = Number(list.querySelector('[role=listitem]').getAttribute('aria-setsize'));
      setTimeout(() => done({tasks, worst, late, rows, total, top: list.scrollTop}), 300);
    };
    requestAnimationFrame(step);
  });
};

const ms = (value) => value.toFixed(0) + ' ms';
const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

async function scroll(page, hash, name) {
  await go(page, hash);
  for (const [what, pixels] of [
    ['at a row a frame', 64],
    ['as fast as a wheel is spun', 1200],
    ['from page to page', 20000],
  ]) {
    await page.evaluate(() => (document.querySelector('main .long').scrollTop = 0));
    await settled(page);
    const one = await page.evaluate(scrolled, [pixels, FRAMES]);
    console.log(
      `${name}, ${one.total} rows, ${what}: ${one.tasks.length} tasks over 50 ms, ` +
        `${one.late} of ${FRAMES} frames later than 50 ms, the latest ${ms(one.worst)}`,
    );
    const since = Date.now();
    await page.waitForFunction(() => !document.querySelector('main .waiting'));
    console.log(`  every row in sight is there ${ms(Date.now() - since)} after it stands still`);
  }
}

const browser = await launch();

// Not in a watched room, where every request would go by way of this program.
async function visitor() {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  await context.addInitScript(watchFirstView);
  return context;
}

const first = await visitor();
console.log(`first view right after the start: ${ms(await firstView(first))}`);
await first.close();
const fresh = [];
for (let i = 0; i < ROUNDS; ++i) {
  const context = await visitor();
  fresh.push(await firstView(context));
  await context.close();
}
console.log(
  `first view in a browser that knows nothing: ${ms(middle(fresh))}, at worst ${ms(Math.max(...fresh))}`,
);
const regular = await visitor();
await firstView(regular);
const known = [];
for (let i = 0; i < ROUNDS; ++i) known.push(await firstView(regular));
await regular.close();
console.log(`first view again: ${ms(middle(known))}, at worst ${ms(Math.max(...known))}`);
const desk = await room(browser, server);
const page = await desk.open();
await scroll(page, '#/log', 'the log');
await scroll(page, '#/read', 'the articles');
await desk.end();
await browser.close();
