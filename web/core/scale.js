// SPDX-License-Identifier: Apache-2.0
// Places on a ladder of ordered options. The anchors are in order; the distances between them have no size,
// so a distance here counts steps and is only ever compared within one issue.

/**
 * @typedef {{id: string, label: string}} Option
 * @typedef {{id: string, label: string, ordered: boolean, options: Option[]}} Issue
 * @typedef {{low: number, high: number}} Place indices of anchors, low <= high
 */

/** @param {Issue} issue @param {string[] | null} option @returns {Place | null} */
export function placeOf(issue, option) {
  if (!option || !issue?.ordered) return null;
  const [a, b] = option.map((id) => issue.options.findIndex((one) => one.id === id));
  return a < 0 || b < 0 ? null : {low: Math.min(a, b), high: Math.max(a, b)};
}

/** Steps between the nearest ends; 0 where they overlap. @param {Place} a @param {Place} b */
export const stepsBetween = (a, b) => Math.max(0, a.low - b.high, b.low - a.high);

/**
 * What a position takes up: what is rejected or merely reported takes up nothing.
 * @param {{stance: string}} position
 */
export const takesUp = (position) => !['rejects', 'undecided', 'reports'].includes(position.stance);

/**
 * The tint of a cell, 0 to 4: steps from the party that distance is counted from, stretched over the
 * ladder; null where one of the two has no place or takes nothing up.
 * @param {Issue} issue
 * @param {{stance: string, option: string[] | null} | null} own
 * @param {{stance: string, option: string[] | null} | null} other
 */
export function tintByDistance(issue, own, other) {
  if (!own || !other || !takesUp(own) || !takesUp(other)) return null;
  const a = placeOf(issue, own.option),
    b = placeOf(issue, other.option);
  if (!a || !b || issue.options.length < 2) return null;
  return Math.round((4 * stepsBetween(a, b)) / (issue.options.length - 1));
}

/**
 * The tint by the place itself: from the first anchor of the ladder to the last.
 * @param {Issue} issue @param {{stance: string, option: string[] | null} | null} position
 */
export function tintByPlace(issue, position) {
  if (!position || !takesUp(position)) return null;
  const place = placeOf(issue, position.option);
  if (!place || issue.options.length < 2) return null;
  return Math.round((4 * (place.low + place.high)) / 2 / (issue.options.length - 1));
}
