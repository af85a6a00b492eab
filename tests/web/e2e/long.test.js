// SPDX-License-Identifier: Apache-2.0
// Many articles: only the rows in sight are drawn, and the list stays where one scrolls it.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {launch, room} from './kit/browser.js';
import {freshCase, place, run, serve} from './kit/program.js';

const MANY = 600;

let browser, server, desk, page;
before(async () => {
  const file = freshCase(),
    folder = place('many');
  mkdirSync(folder);
  for (let i = 0; i < MANY; ++i)
    writeFileSync(
      join(folder, `${String(i).padStart(4, '0')}.txt`),
      `Report ${i}\n\nThe delegations met for ${i} minutes at lock number ${i}, officials said.\n`,
    );
  run('add', file, folder);
  [browser, server] = await Promise.all([launch(), serve(file)]);
  desk = await room(browser, server);
  page = await desk.open('#/read/d1');
});
after(async () => {
  await desk.end();
  await browser.close();
  await server.end();
});

const scrollBy = (pixels, frames) =>
  page.evaluate(
    ([step, count]) =>
      new Promise((done) => {
        const list = document.querySelector('.side .long');
        list.scrollTop = 0;
        const go = () => {
          list.scrollTop += step;
          if (--count) requestAnimationFrame(go);
          else done();
        };
        requestAnimationFrame(go);
      }),
    [pixels, frames],
  );
const top = () => page.evaluate(() => document.querySelector('.side .long').scrollTop);

for (const [pixels, frames] of [
  [64, 120],
  [700, 40],
])
  test(`a list that is scrolled by ${pixels} px a frame stands still where one leaves it, and fills`, async () => {
    await scrollBy(pixels, frames);
    assert.equal(await top(), pixels * frames);
    await page.waitForFunction(() => !document.querySelector('.side .waiting'));
    assert.equal(await top(), pixels * frames);
    const rows = page.locator('.side [role=listitem]');
    assert.ok((await rows.count()) < 60, 'only what is in sight is drawn');
    const box = await page.locator('.side .long').boundingBox();
    const middle = await page.evaluate(
      ([x, y]) =>
        document.elementFromPoint(x, y).closest('[role=listitem]').getAttribute('aria-posinset'),
      [box.x + box.width / 2, box.y + box.height / 2],
    );
    const height = (await rows.first().boundingBox()).height;
    assert.equal(Number(middle), 1 + Math.floor((pixels * frames + box.height / 2) / height));
    desk.clean();
  });
