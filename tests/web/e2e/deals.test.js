// SPDX-License-Identifier: Apache-2.0
// Deals in numbers: why there is none and what would open one, what holds in which readings, questions that take long.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {go, launch, room, settled} from './kit/browser.js';
import {example, freshCase, root, serve} from './kit/program.js';
import {blockedScenario} from './kit/states.js';

let browser, server, desk, page;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve(freshCase())]);
  desk = await room(browser, server);
  page = await desk.open('#/deals');
});
after(async () => {
  await desk.end();
  await browser.close();
  await server.end();
});

const scenario = () => page.locator('.scenario');
const choose = (files) => scenario().locator('input[type=file]').setInputFiles(files);
const shown = (words) => scenario().locator('.finding', {hasText: words}).first().waitFor();

test('where no package is acceptable to all, the page says who blocks it and what would open it', async () => {
  await choose(blockedScenario);
  await shown('no package is acceptable to all 3 parties');
  assert.match(
    await scenario().locator('.blocked .limits li').first().textContent(),
    /^Meldria: it takes at least 3\.3$/,
  );
  const opening = scenario().locator('.openings li').first();
  assert.match(
    await opening.textContent(),
    /A Meldria takes 2\.95 instead of 3\.3 \(11 % of its range\)/,
  );
  const letters = await scenario()
    .locator('#rows-t')
    .evaluate((title) =>
      [...title.closest('svg').querySelectorAll('text.in')].map((one) => one.textContent),
    );
  assert.deepEqual(letters, ['A', 'A', 'A'], 'the opening stands on the row of each party');
  await opening.getByRole('button', {name: 'Try it'}).click();
  await shown(/bounds: \d+ of 972 packages? (is|are) acceptable/);
  assert.equal(await scenario().locator('.blocked').count(), 0);
  assert.equal(
    await scenario().getByRole('combobox', {name: 'embargo', exact: true}).inputValue(),
    'lifted',
    'the package that the opening leads to is looked at',
  );
  await scenario().getByRole('button', {name: 'Undo this step'}).click();
  await shown('no package is acceptable to all 3 parties');
  desk.clean();
});

test('of numbers within bounds it says what holds in all readings, in some, in none', async () => {
  await choose(blockedScenario);
  await shown('There is a deal in some readings, and none in others.');
  const counts = scenario().locator('.counts');
  assert.deepEqual(await counts.locator('dd').allTextContents(), ['0', '42', '930']);
  const decides = scenario().locator('.deciding li', {hasText: 'Meldria: what it takes at least'});
  await decides.getByRole('button', {name: /^Try 3\.2/}).click();
  await page.waitForFunction(
    () => !/3\.2 to 3\.4/.test(document.querySelector('.scenario .deciding').textContent),
  );
  desk.clean();
});

test('between the packages of two parties nothing is drawn that is none', async () => {
  await choose(
    ['orchard.xml', 'Hillside.xml', 'Riverside.xml'].map((one) =>
      join(root, 'examples/orchard', one),
    ),
  );
  await shown('101 of 369 packages are acceptable to both parties');
  const drawn = scenario().locator('#scatter-t');
  const found = await drawn.evaluate((title) => {
    const svg = title.closest('svg');
    return {
      joined: svg.querySelectorAll('polyline, path').length,
      points: svg.querySelectorAll('circle.mark').length,
    };
  });
  assert.equal(found.joined, 0);
  assert.ok(found.points > 20, `${found.points} points`);
  desk.clean();
});

test('of forty options those around the chosen one are offered first, and all of them on request', async () => {
  const rows = scenario().locator('table.moves tbody tr', {hasText: 'Crates to Riverside'});
  assert.equal(await rows.count(), 6);
  await scenario().getByRole('button', {name: 'All 41 options of Crates to Riverside'}).click();
  assert.equal(await rows.count(), 40);
  assert.equal(
    await page.evaluate(() => document.activeElement.textContent),
    'Only a few options of Crates to Riverside',
  );
  desk.clean();
});

test('a long question tells that it is under way, leaves the other views usable, and comes back', async () => {
  const held = [];
  await page.route('**/api/deals', async (route) => {
    await new Promise((done) => held.push(done));
    await route.continue();
  });
  const working = scenario().locator('.working');
  await scenario().getByRole('button', {name: 'Suggest one from this case'}).click();
  await working.getByText('1 s').waitFor();
  await page.evaluate(() => {
    location.hash = '#/matrix';
  });
  await page.locator('table.matrix td.full').first().waitFor();
  await page.evaluate(() => {
    location.hash = '#/deals';
  });
  await working.getByRole('button', {name: 'Cancel'}).waitFor();
  held.forEach((done) => done());
  await scenario().getByText('A suggestion: the program drew it from the case').waitFor();
  assert.equal(await working.textContent(), '');
  await page.unroute('**/api/deals');
  desk.clean();
});

test('a question that is cancelled leaves what was there before, and its request is dropped', async () => {
  await choose(join(example, 'canal.deal.yaml'));
  await shown('86 of 972 packages are acceptable');
  await page.route('**/api/deals', () => {}); // never answered
  const dropped = page.waitForEvent('requestfailed', (one) => one.url().endsWith('/api/deals'));
  const embargo = scenario().getByRole('combobox', {name: 'embargo', exact: true});
  const before = await embargo.inputValue();
  await embargo.selectOption('stays');
  await scenario().getByRole('button', {name: 'Cancel'}).click();
  assert.equal((await dropped).failure().errorText, 'net::ERR_ABORTED');
  await page.unroute('**/api/deals');
  await shown('86 of 972 packages are acceptable');
  assert.equal(await embargo.inputValue(), before);
  assert.equal(await scenario().locator('.refusal').first().textContent(), '');
  desk.clean();
});

test('a file that is no scenario is refused with a reason, and what was tried stays', async () => {
  await choose({name: 'none.yaml', mimeType: 'text/plain', buffer: Buffer.from('parties: 3')});
  await scenario()
    .locator('.refusal', {hasText: /none\.yaml/})
    .waitFor();
  await shown('86 of 972 packages are acceptable');
  desk.clean();
});

test('a conflict of many options keeps its answer in sight', async () => {
  await go(page, '#/stability');
  await page.getByRole('button', {name: 'Suggest one from this case'}).click();
  await page.locator('table.states tbody tr').first().waitFor();
  const inSight = () =>
    page.evaluate(() => {
      const frame = document.querySelector('.stable .wide > .scroll').getBoundingClientRect();
      const within = (one) => {
        const box = one.getBoundingClientRect();
        return box.left >= frame.left - 1 && box.right <= Math.min(frame.right, innerWidth) + 1;
      };
      return {
        options: document.querySelectorAll('.states thead th').length - 6,
        concepts: [...document.querySelectorAll('.states thead .concept')].every(within),
        state: within(document.querySelector('.states tbody th')),
      };
    });
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    await settled(page);
    const {options, concepts, state} = await inSight();
    assert.ok(options >= 10, `${options} options`);
    assert.ok(concepts && state, `at ${width} px`);
    await page.evaluate(() => {
      document.querySelector('.stable .wide > .scroll').scrollLeft = 1e4;
    });
    assert.ok((await inSight()).state, `the state stays beside its row at ${width} px`);
    await page.evaluate(() => {
      document.querySelector('.stable .wide > .scroll').scrollLeft = 0;
    });
  }
  await page.setViewportSize({width: 1280, height: 800});
  desk.clean();
});

test('an address of no view says so and becomes that of the matrix', async () => {
  await go(page, '#/nowhere/at/all');
  await page.locator('.note', {hasText: 'There is no view “nowhere”'}).waitFor();
  assert.equal(await page.evaluate(() => location.hash), '#/matrix');
  await page.locator('table.matrix').waitFor();
  await page.goBack();
  assert.equal(await page.locator('#top nav a[aria-current]').textContent(), 'Stability');
  desk.clean();
});
