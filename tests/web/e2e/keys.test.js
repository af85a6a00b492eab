// SPDX-License-Identifier: Apache-2.0
// A hundred suggestions by keyboard alone, as fast as keys can be pressed: nothing is refused, nothing lost.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {untilDone} from './kit/acts.js';
import {launch, room, settled} from './kit/browser.js';
import {freshCase, run, serve} from './kit/program.js';

const WANTED = 100,
  MOST = 5 * 60 * 1000; // ms

let browser, server, file;
before(async () => {
  file = freshCase();
  [browser, server] = await Promise.all([launch(), serve(file)]);
});
after(async () => {
  await browser.close();
  await server.end();
});

test('a hundred suggestions are judged by keyboard in less than five minutes', async () => {
  const desk = await room(browser, server);
  const page = await desk.open('#/read');
  const began = Date.now(),
    judged = {};
  const here = () =>
    page.evaluate(() => ({
      id: document.querySelector('.note-item[aria-current]')?.dataset.item,
      open: !/ 0 open/.test(document.querySelector('.actionbar .where').textContent),
    }));
  while (Object.keys(judged).length < WANTED) {
    const {id, open} = await here();
    if (!open) {
      await page.keyboard.press('n');
      await settled(page);
      continue;
    }
    assert.ok(!(id in judged), `${id} comes a second time`);
    if (Object.keys(judged).length % 5 === 4) {
      await page.keyboard.press('x');
      await page.locator('dialog .reason').first().waitFor();
      await page.keyboard.press('1');
      judged[id] = 'rejected';
    } else {
      await page.keyboard.press('Enter');
      judged[id] = 'confirmed';
    }
    await page.waitForFunction(
      (was) =>
        document.querySelector('.note-item[aria-current]')?.dataset.item !== was ||
        / 0 open/.test(document.querySelector('.actionbar .where').textContent),
      id,
    );
  }
  const taken = Date.now() - began;
  await untilDone(page);
  assert.ok(taken < MOST, `${taken} ms`);
  assert.equal(await page.locator('.note.refused').count(), 0);
  assert.equal(await page.locator('.note', {hasText: 'changed elsewhere'}).count(), 0);
  const kept = JSON.parse(run('export', file));
  const review = new Map(
    [kept.statements, kept.positions, kept.meetings, kept.clauses, kept.levers]
      .flat()
      .map((one) => [one.id, one.review.status]),
  );
  for (const [id, status] of Object.entries(judged)) assert.equal(review.get(id), status, id);
  await desk.end();
});
