// SPDX-License-Identifier: Apache-2.0
// A long list: only the rows in sight are drawn, and only their pages are fetched.
import {failureText} from '../core/words.js';
import {Pages, pagesOf, visibleRows} from '../core/window.js';
import {h, show} from './dom.js';

const PAGE = 100;

/**
 * @param {{label: string, row: number, fetch: (from: number, count: number) => Promise<{rows: any[], total: number}>,
 *   draw: (row: any, index: number) => HTMLElement, empty: string}} list
 *   row: its height in pixels
 * @returns {{element: HTMLElement, refresh: () => Promise<void>, reveal: (index: number) => void}}
 */
export function longList({label, row, fetch, draw, empty}) {
  const pages = new Pages(12);
  const before = h('div', {class: 'spacer', 'aria-hidden': 'true'}),
    after = before.cloneNode();
  const body = h('div', {role: 'list', 'aria-label': label});
  const element = h(
    'div',
    {class: 'long', tabindex: '0', role: 'group', 'aria-label': label, on: {scroll: () => ask()}},
    before,
    body,
    after,
  );
  let total = -1,
    asked = false,
    turn = 0,
    settled = 0; // what is only scrolled past is not fetched

  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      paint();
    });
  };

  const load = async (page) => {
    const mine = turn;
    const answer = await fetch(page * PAGE, PAGE);
    if (mine !== turn) return;
    pages.set(page, answer.rows);
    total = answer.total;
    ask();
  };

  const fail = (failure) => show(body, h('p', {class: 'none'}, failureText(failure)));
  const wanted = new Set();
  const need = (page) => {
    if (pages.get(page) !== undefined || wanted.has(page)) return;
    wanted.add(page);
    load(page)
      .catch(fail)
      .finally(() => wanted.delete(page));
  };

  function paint() {
    const view = visibleRows({
      total: Math.max(total, 0),
      row,
      top: element.scrollTop,
      height: element.clientHeight || 600,
    });
    clearTimeout(settled);
    settled = setTimeout(
      () => pagesOf(view.from, Math.max(view.to, 1), PAGE).forEach(need),
      total < 0 ? 0 : 60,
    );
    before.style.height = view.before + 'px';
    after.style.height = view.after + 'px';
    if (total === 0) return show(body, h('p', {class: 'none'}, empty));
    const rows = [];
    for (let i = view.from; i < view.to; ++i) {
      const item = pages.get(Math.floor(i / PAGE))?.[i % PAGE];
      const drawn = item ? draw(item, i) : h('div', {class: 'waiting'}, '…');
      drawn.setAttribute('role', 'listitem');
      drawn.setAttribute('aria-setsize', total);
      drawn.setAttribute('aria-posinset', i + 1);
      drawn.style.height = row + 'px';
      rows.push(drawn);
    }
    const focused = body.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : null;
    show(body, rows);
    if (focused)
      body.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  }

  new ResizeObserver(ask).observe(element);
  return {
    element,
    async refresh() {
      ++turn;
      pages.clear();
      wanted.clear();
      const first = Math.floor(element.scrollTop / row / PAGE);
      wanted.add(first);
      await load(first)
        .catch(fail)
        .finally(() => wanted.delete(first));
    },
    reveal(index) {
      const top = index * row;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + row > element.scrollTop + element.clientHeight)
        element.scrollTop = top + row - element.clientHeight;
    },
  };
}
