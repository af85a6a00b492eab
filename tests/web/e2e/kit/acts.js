// SPDX-License-Identifier: Apache-2.0
// What a person does on the page, and what can be read off it.
import {settled} from './browser.js';

/** A cell of the matrix. @param {import('playwright-core').Page} page */
export const cell = (page, party, issue) =>
  page.locator(`td[data-party="${party}"][data-issue="${issue}"]`);

/** An item in the margin of the reader. @param {import('playwright-core').Page} page */
export const item = (page, id) => page.locator(`#item-${id}`);

/** How far an item is trusted, as it is read aloud. @param {import('playwright-core').Page} page */
export const statusOf = (page, id) => item(page, id).locator('.status .heard').textContent();

/** Until an item in the margin says so. @param {import('playwright-core').Page} page @param {RegExp} status */
export const untilStatus = (page, id, status) =>
  item(page, id).locator('.status .heard', {hasText: status}).waitFor({state: 'attached'});

/** Until the server has every judgement. @param {import('playwright-core').Page} page */
export async function untilDone(page) {
  await page.waitForFunction(() => !document.querySelector('.pending'));
  await settled(page);
}

/** What the server says now, asked with the tab's own cookie. @param {import('playwright-core').Page} page */
export const ask = (page, path) =>
  page.evaluate(async (to) => (await fetch('/api/' + to)).json(), path);

/** Drags the mouse over words of the article. @param {import('playwright-core').Page} page @param {string} words */
export async function dragOver(page, words) {
  const ends = await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll('.article .words')) {
      const at = block.textContent.indexOf(wanted);
      if (at < 0) continue;
      const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let seen = 0;
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const end = seen + node.length;
        if (seen <= at && at < end) range.setStart(node, at - seen);
        if (seen < at + wanted.length && at + wanted.length <= end) {
          range.setEnd(node, at + wanted.length - seen);
          break;
        }
        seen = end;
      }
      block.scrollIntoView({block: 'center'});
      const lines = [...range.getClientRects()].filter((one) => one.width > 0);
      const first = lines[0],
        last = lines.at(-1);
      return [
        {x: first.left + 0.5, y: (first.top + first.bottom) / 2},
        {x: last.right - 0.5, y: (last.top + last.bottom) / 2},
      ];
    }
    return null;
  }, words);
  if (!ends) throw new Error(`“${words}” stands nowhere in the article`);
  await page.mouse.move(ends[0].x, ends[0].y);
  await page.mouse.down();
  await page.mouse.move(ends[1].x, ends[1].y, {steps: 8});
  await page.mouse.up();
}

/** Drops a file on the page. @param {import('playwright-core').Page} page */
export const drop = (page, name, text) =>
  page.evaluate(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called, {type: 'text/plain'}));
      const target = document.getElementById('main');
      for (const kind of ['dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}),
        );
    },
    [name, text],
  );
