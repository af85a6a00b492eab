// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Pages, pagesOf, visibleRows} from '../../web/core/window.js';

test('what is drawn and what stands for the rest have the height of the whole list', () => {
  for (const top of [0, 59, 6000, 999900, 6000000])
    for (const total of [0, 1, 7, 100000]) {
      const view = visibleRows({total, row: 60, top, height: 700});
      assert.equal(view.before + (view.to - view.from) * 60 + view.after, total * 60);
      assert.ok(view.from >= 0 && view.to <= total);
    }
});

test('every row in sight is drawn, and of 100,000 only a few dozen', () => {
  const view = visibleRows({total: 100000, row: 60, top: 123456, height: 700});
  assert.ok(view.from <= Math.floor(123456 / 60));
  assert.ok(view.to >= Math.ceil((123456 + 700) / 60));
  assert.ok(view.to - view.from < 40);
});

test('a window that reaches over a page border needs both pages', () => {
  assert.deepEqual(pagesOf(95, 105, 100), [0, 1]);
  assert.deepEqual(pagesOf(100, 200, 100), [1]);
  assert.deepEqual(pagesOf(0, 0, 100), []);
});

test('the page used longest ago goes first', () => {
  const pages = new Pages(2);
  pages.set(0, ['a']);
  pages.set(1, ['b']);
  pages.get(0);
  pages.set(2, ['c']);
  assert.deepEqual([pages.get(0), pages.get(1), pages.get(2)], [['a'], undefined, ['c']]);
});
