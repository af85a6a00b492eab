// SPDX-License-Identifier: Apache-2.0
// Which rows of a long list are drawn, and which pages of it are fetched.

/**
 * @param {{total: number, row: number, top: number, height: number, spare?: number}} view
 *   total rows of `row` pixels each, scrolled down by `top`, `height` visible
 * @returns {{from: number, to: number, before: number, after: number}} rows [from, to), and the pixels
 *   that stand for the rows before and after them
 */
export function visibleRows({total, row, top, height, spare = 6}) {
  const from = Math.max(0, Math.min(total, Math.floor(top / row)) - spare);
  const to = Math.min(total, Math.max(from, Math.ceil((top + height) / row) + spare));
  return {from, to, before: from * row, after: (total - to) * row};
}

/**
 * The pages that hold the rows [from, to).
 * @param {number} from @param {number} to @param {number} size rows of a page
 * @returns {number[]}
 */
export function pagesOf(from, to, size) {
  const pages = [];
  for (let page = Math.floor(from / size); page * size < to; ++page) pages.push(page);
  return pages;
}

/** Pages by number; the ones used longest ago go first. */
export class Pages {
  /** @param {number} most pages kept */
  constructor(most) {
    this.most = most;
    this.kept = new Map();
  }
  get(page) {
    const rows = this.kept.get(page);
    if (rows === undefined) return undefined;
    this.kept.delete(page);
    this.kept.set(page, rows);
    return rows;
  }
  set(page, rows) {
    this.kept.delete(page);
    this.kept.set(page, rows);
    while (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value);
  }
  clear() {
    this.kept.clear();
  }
}
