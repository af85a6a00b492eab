// SPDX-License-Identifier: Apache-2.0
// For everybody: axe in every state, both themes and both widths; every control by keyboard; narrow screens; paper.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import {go, launch, room, settled} from './kit/browser.js';
import {freshCase, run, serve} from './kit/program.js';
import {inEachState, views} from './kit/states.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const COLOURS = {type: 'rule', values: ['color-contrast', 'link-in-text-block']};

let browser, server;
before(async () => {
  const file = freshCase();
  run('confirm', file, 's1', 'p1', '--who', 'B. Reader');
  run('reject', file, 's2', '--who', 'B. Reader', '--why', 'misread');
  run('edit', file, 'p4', '--set', 'stance=wants', '--who', 'B. Reader');
  [browser, server] = await Promise.all([launch(), serve(file)]);
});
after(async () => {
  await browser.close();
  await server.end();
});

async function violations(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) =>
      globalThis.axe.run(document, {
        runOnly: rules,
        resultTypes: ['violations'],
        iframes: false,
      }),
    runOnly,
  );
  return found.violations.flatMap((one) =>
    one.nodes.map(
      (node) => `${one.id}: ${node.target.join(' ')} (${node.any[0]?.message ?? one.help})`,
    ),
  );
}

for (const width of [1280, 360])
  test(`axe finds nothing in any state, light or dark, at ${width} px`, async () => {
    const desk = await room(browser, server, {width});
    const page = await desk.open();
    const found = {};
    await inEachState(page, async (name) => {
      const light = await violations(page, EVERYTHING);
      await page.emulateMedia({colorScheme: 'dark'});
      const dark = await violations(page, COLOURS);
      await page.emulateMedia({colorScheme: 'light'});
      if (light.length + dark.length) found[name] = {light, dark};
    });
    await desk.end();
    assert.deepEqual(found, {});
  });

test('no state is wider than a screen of 320 px, where one scrolls down only', async () => {
  const desk = await room(browser, server, {width: 320, height: 640});
  const page = await desk.open();
  const wide = [];
  await inEachState(page, async (name) => {
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`${name}: ${over} px`);
  });
  await desk.end();
  assert.deepEqual(wide, []);
});

// What holds the focus, whether one sees that it does, and whether anything covers it.
const focused = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here.matches('body, iframe')) return null;
    const style = getComputedStyle(here);
    const visible = (x, y) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (here.contains(top) || top.contains(here));
    };
    const inside = (value, most) => Math.min(Math.max(value, 1), most - 1);
    const parts = here.closest('svg') ? [...here.querySelectorAll('*')] : [here];
    const points = parts.flatMap((part) => {
      const box = part.getBoundingClientRect();
      return [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [
          inside(box.left + x * box.width, innerWidth),
          inside(box.top + y * box.height, innerHeight),
        ]),
      );
    });
    return {
      what:
        (here.getAttribute('aria-label') ?? here.textContent ?? '').trim().slice(0, 40) +
        ' <' +
        here.tagName +
        '>',
      path: [
        ...(function* () {
          for (let one = here; one?.parentElement; one = one.parentElement)
            yield [...one.parentElement.children].indexOf(one);
        })(),
      ].join(','),
      ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      clear: points.some(([x, y]) => visible(x, y)),
    };
  });

// While the focus is in the brief's frame, which is closed to this page, nothing here has it; but the frame lets go.
async function throughFrame(page) {
  for (let i = 0; i < 1500; ++i) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => !document.activeElement.matches('body, iframe'))) return;
  }
  assert.fail('the focus does not come back');
}

const stops = (page) =>
  page.evaluate(
    () =>
      [
        ...document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, iframe, [tabindex]',
        ),
      ].filter(
        (one) =>
          one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}),
      ).length,
  );

test('Tab leads through every control of every view, seen and uncovered, and out again', async () => {
  const desk = await room(browser, server);
  const page = await desk.open();
  const faults = [];
  for (const hash of await views(page)) {
    await go(page, hash);
    await page.evaluate(() => {
      scrollTo(0, 0);
      getSelection().removeAllRanges();
      document.activeElement.blur();
      document.getElementById('skip').focus();
    });
    const expected = Math.min(await stops(page), 60),
      seen = new Set();
    for (let i = 0; i < expected; ++i) {
      const at = await focused(page);
      if (!at) {
        await throughFrame(page);
        continue;
      }
      if (!at.ringed) faults.push(`${hash}: no ring on ${at.what}`);
      if (!at.clear) faults.push(`${hash}: covered: ${at.what}`);
      seen.add(at.path);
      await page.keyboard.press('Tab');
    }
    if (seen.size < expected - 3)
      faults.push(`${hash}: ${seen.size} of ${expected} controls reached`);
  }
  await desk.end();
  assert.deepEqual([...new Set(faults)], []);
});

test('every view is a digit away, and the skip link leads past the header', async () => {
  const desk = await room(browser, server);
  const page = await desk.open();
  const all = await views(page);
  for (const [i, hash] of all.slice(0, 9).entries()) {
    await page.keyboard.press(String(i + 1));
    await page.waitForFunction((to) => location.hash.startsWith(to), hash);
    await settled(page);
    assert.equal(await page.locator('#top nav a[aria-current=page]').getAttribute('href'), hash);
  }
  await page.locator('#skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await desk.end();
});

test('the matrix is walked with arrows, and a cell opens and closes by keyboard', async () => {
  const desk = await room(browser, server);
  const page = await desk.open('#/matrix');
  await page.locator('table.matrix td[tabindex="0"]').focus();
  const at = () => page.evaluate(() => document.activeElement.dataset.at);
  assert.equal(await at(), '0 0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), '1 1');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.locator('.panel .card').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({state: 'hidden'});
  assert.equal(await at(), '0 0');
  await desk.end();
});

test('a judgement leaves the focus with its item', async () => {
  const desk = await room(browser, server);
  const page = await desk.open('#/matrix/Meldria/ceasefire');
  const held = () =>
    page.evaluate(() => document.activeElement.closest('[data-item]')?.dataset.item);
  for (const hash of ['#/matrix/Meldria/ceasefire', '#/people', '#/levers', '#/read/d4']) {
    await go(page, hash);
    const button = page
      .locator('main [data-item]')
      .getByRole('button', {name: /^Confirm [pwsl]\d+$/})
      .last();
    const id = (await button.getAttribute('aria-label')).split(' ')[1];
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator(`[data-item="${id}"] .status.confirmed`).first().waitFor();
    await settled(page);
    assert.equal(await held(), id, hash);
  }
  await desk.end();
});

test('on paper all of it is black, white and grey, and nothing is left of the controls', async () => {
  const desk = await room(browser, server, {theme: 'dark'});
  const page = await desk.open();
  const found = [];
  await inEachState(page, async (name) => {
    if (await page.locator('dialog').count()) return;
    await page.emulateMedia({media: 'print'});
    const wrong = await page.evaluate(() => {
      const coloured = (text) => {
        const [r, g, b, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
        return a > 0 && text.startsWith('rgb') && Math.max(r, g, b) - Math.min(r, g, b) > 2;
      };
      const seen = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility());
      const names = [
        'color',
        'backgroundColor',
        'borderTopColor',
        'borderLeftColor',
        'fill',
        'stroke',
      ];
      const bad = seen.filter((one) => {
        const style = getComputedStyle(one);
        return names.some((name) => !/width|none/.test(style[name]) && coloured(style[name]));
      });
      const controls = seen.filter((one) => one.matches('button, select, nav, .actionbar, input'));
      return [...bad, ...controls]
        .map((one) => `${one.tagName}.${one.className?.baseVal ?? one.className}`)
        .slice(0, 5);
    });
    if (wrong.length) found.push([name, wrong]);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    if (ground !== 'rgb(255, 255, 255)') found.push([name, ground]);
    await page.emulateMedia({media: 'screen'});
  });
  await desk.end();
  assert.deepEqual(found, []);
});
