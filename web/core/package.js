// SPDX-License-Identifier: Apache-2.0
// A package is put together option by option; every step can be taken back.

/** @typedef {Record<string, string>} Package an option for each issue that it settles */

export class Draft {
  /** @param {Package} start */
  constructor(start = {}) {
    this.steps = [start];
    this.at = 0;
  }
  /** @returns {Package} */
  get now() {
    return this.steps[this.at];
  }
  /** @returns {Package | null} as it was one step ago */
  get before() {
    return this.at > 0 ? this.steps[this.at - 1] : null;
  }
  /** @param {string} issue @param {string} option '': leave it open */
  choose(issue, option) {
    const next = {...this.now};
    if (option) next[issue] = option;
    else delete next[issue];
    if (next[issue] === this.now[issue]) return;
    this.steps = [...this.steps.slice(0, this.at + 1), next];
    ++this.at;
  }
  undo() {
    if (this.at > 0) --this.at;
  }
  redo() {
    if (this.at + 1 < this.steps.length) ++this.at;
  }
}

const ORDER = {red_line: 0, against: 1, unknown: 2, conditional: 3, open_to: 4, accepts: 5};

/**
 * Whose answer a step changed.
 * @param {{party: string, answer: string}[]} before @param {{party: string, answer: string}[]} after
 * @returns {{party: string, from: string, to: string, better: boolean}[]}
 */
export function changedAnswers(before, after) {
  const was = new Map(before.map((one) => [one.party, one.answer]));
  return after
    .filter((one) => was.has(one.party) && was.get(one.party) !== one.answer)
    .map((one) => ({
      party: one.party,
      from: was.get(one.party),
      to: one.answer,
      better: ORDER[one.answer] > ORDER[was.get(one.party)],
    }));
}

/** A number from [low, high] to pixels. */
export const linear = (low, high, from, to) => (value) =>
  high === low ? (from + to) / 2 : from + ((to - from) * (value - low)) / (high - low);

/**
 * The corners of what is no worse than having no deal and no better than some efficient point: two parties.
 * @param {number[][]} frontier @param {number[]} away where each stands without a deal
 * @returns {number[][]}
 */
export function zoneOf(frontier, away) {
  const points = frontier
    .filter(([u, v]) => u >= away[0] && v >= away[1])
    .sort((a, b) => a[0] - b[0]);
  const corners = [[away[0], away[1]]];
  let from = away[0];
  for (const [u, v] of points) {
    corners.push([from, v], [u, v]);
    from = u;
  }
  if (points.length) corners.push([from, away[1]]);
  return corners;
}
