// SPDX-License-Identifier: Apache-2.0
// Offsets of a case count Unicode code points; strings here count UTF-16 units.

/** A document's text, cut by code points. */
export class Text {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.units = /[\uD800-\uDBFF]/.test(text) ? unitsOf(text) : null;
    this.size = this.units ? this.units.length - 1 : text.length;
  }

  /** @param {number} point @returns {number} the UTF-16 index */
  unit(point) {
    const at = Math.max(0, Math.min(point, this.size));
    return this.units ? this.units[at] : at;
  }

  /** @param {number} unit a UTF-16 index @returns {number} code points before it */
  point(unit) {
    if (!this.units) return Math.max(0, Math.min(unit, this.size));
    let low = 0,
      high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} begin @param {number} end */
  slice(begin, end) {
    return this.text.slice(this.unit(begin), this.unit(end));
  }
}

function unitsOf(text) {
  const units = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return units;
}
