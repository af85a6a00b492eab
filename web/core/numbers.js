// SPDX-License-Identifier: Apache-2.0
// The numbers of a negotiation, changed step by step; every step can be taken back.

/**
 * @typedef {{party: string, issue: string, option: string, low: number, high: number}} Change
 * @typedef {{changes: Change[], package: string[] | null}} Step what differs from the file, and the package that is looked at
 */

const keyOf = ({party, issue, option}) => [party, issue, option].join('\u0000');

export class Trial {
  constructor() {
    /** @type {Step[]} */
    this.steps = [{changes: [], package: null}];
    this.at = 0;
  }
  get now() {
    return this.steps[this.at];
  }
  get canUndo() {
    return this.at > 0;
  }
  get canRedo() {
    return this.at + 1 < this.steps.length;
  }
  /**
   * Other numbers in place of earlier ones for the same things: one step.
   * @param {Change[]} changes @param {string[] | null} options with them, a package to look at
   */
  set(changes, options = this.now.package) {
    const keys = new Set(changes.map(keyOf));
    const others = this.now.changes.filter((one) => !keys.has(keyOf(one)));
    this.#push({changes: [...others, ...changes], package: options});
  }
  /** @param {string[]} options one for each issue */
  choose(options) {
    this.#push({...this.now, package: options});
  }
  #push(step) {
    this.steps = [...this.steps.slice(0, this.at + 1), step];
    ++this.at;
  }
  /** Forgets the step that one stands at. @returns {boolean} whether one stood before it */
  drop() {
    if (!this.canUndo) return false;
    this.steps.splice(this.at--, 1);
    return true;
  }
  undo() {
    if (this.canUndo) --this.at;
  }
  redo() {
    if (this.canRedo) ++this.at;
  }
}

/** The package as the server takes it: a name may hold a comma. @param {string[] | null} options */
export const packageText = (options) => (options ? options.map((one) => one + ';').join('') : '');

/** What the sliders reach to. @param {[number, number][]} intervals */
export const reachOf = (intervals) =>
  Math.max(1, ...intervals.map(([, high]) => Math.ceil(high * 100) / 100));

/**
 * Bounds after one end was moved: the other end gives way.
 * @param {[number, number]} bounds @param {'low' | 'high'} end @param {number} value
 * @returns {[number, number]}
 */
export const movedEnd = ([low, high], end, value) =>
  end === 'low' ? [value, Math.max(high, value)] : [Math.min(low, value), value];

const HAIR = 5e-4; // what three decimals do not show

/** @param {[number, number]} gain @returns {'gains' | 'loses' | 'same' | 'open'} in all readings; open: it depends */
export const directionOf = ([low, high]) =>
  Math.abs(low) < HAIR && Math.abs(high) < HAIR
    ? 'same'
    : low >= -HAIR
      ? 'gains'
      : high <= HAIR
        ? 'loses'
        : 'open';

const signed = (value) =>
  (Math.abs(value) < HAIR ? '0' : (value > 0 ? '+' : '−') + Math.abs(value).toFixed(3))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** "+0.1 to +0.25" @param {[number, number]} gain */
export const gainText = ([low, high]) =>
  high - low < HAIR ? signed(low) : `${signed(low)} to ${signed(high)}`;

/** "0.3 to 0.5" @param {[number, number]} bounds */
export const boundsText = ([low, high]) =>
  low === high ? String(round(low)) : `${round(low)} to ${round(high)}`;
const round = (value) => Math.round(value * 1000) / 1000;
