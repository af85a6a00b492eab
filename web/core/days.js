// SPDX-License-Identifier: Apache-2.0

/** Days since 1970-01-01. @param {string} date ISO @returns {number} */
export function dayNumber(date) {
  const [year, month, day] = date.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 86400000);
}

/** @param {number} number @returns {string} ISO */
export const dayOf = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

/** Days from one date to a later one, null where one is not known. */
export const daysBetween = (from, to) => (from && to ? dayNumber(to) - dayNumber(from) : null);

/**
 * Days that a reader counts by: every one, every week, or the first of every so many months.
 * @param {number} first @param {number} last day numbers @param {number} most ticks
 * @returns {number[]}
 */
export function ticksOf(first, last, most = 8) {
  for (const step of [1, 2, 7, 14])
    if ((last - first) / step < most) {
      const ticks = [];
      for (let day = first; day <= last; day += step) ticks.push(day);
      return ticks;
    }
  for (const months of [1, 2, 3, 6, 12, 24, 60, 120, 600, 2400]) {
    const ticks = [],
      start = new Date(first * 86400000);
    for (let i = 0; ; i += months) {
      const day = Math.round(
        Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1) / 86400000,
      );
      if (day > last) break;
      if (day >= first) ticks.push(day);
    }
    if (ticks.length <= most) return ticks;
  }
  return [first];
}

/**
 * How old a word is against the newest document, in four steps; undated words have no age.
 * @returns {'new' | 'weeks' | 'months' | 'old' | 'undated'}
 */
export function ageOf(date, asOf) {
  const days = daysBetween(date, asOf);
  if (days === null) return 'undated';
  return days <= 7 ? 'new' : days <= 31 ? 'weeks' : days <= 183 ? 'months' : 'old';
}
