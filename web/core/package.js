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
 * Signs that would stand on one another become one.
 * @param {{letter: string, at: number}[]} signs @param {number} near how close is the same place
 * @returns {{letters: string, at: number}[]}
 */
export function together(signs, near) {
  const out = [];
  for (const one of [...signs].sort((a, b) => a.at - b.at || (a.letter < b.letter ? -1 : 1))) {
    const last = out.at(-1);
    if (last && one.at - last.at <= near) last.letters += one.letter;
    else out.push({letters: one.letter, at: one.at});
  }
  return out.map((one) => ({...one, letters: [...one.letters].sort().join('')}));
}

/**
 * Of a long row of options those worth showing: around the one that is taken, and both ends.
 * @param {number} count @param {number} now @param {number} most how many stay all
 * @returns {Set<number>}
 */
export function fewOf(count, now, most = 8) {
  const all = [...Array(count).keys()];
  if (count <= most) return new Set(all);
  return new Set(all.filter((i) => Math.abs(i - now) <= 2 || i === 0 || i === count - 1));
}

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
