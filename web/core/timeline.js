// SPDX-License-Identifier: Apache-2.0
// Steps of each party over time on one ladder, with gaps where it was silent.
import {dayNumber, ticksOf} from './days.js';
import {placeOf} from './scale.js';

/**
 * @typedef {{id: string, party: string, stance: string, option: string[]|null, said: string|null,
 *   printed: string|null}} Position
 * @typedef {{day: number, low: number, high: number, id: string, stance: string, position: Position}} Point
 */

/** The day that places a position in time. @param {Position} position */
export const dayOfPosition = (position) =>
  position.said ?? position.printed ?? position.date ?? null;

/**
 * Points by party, in order of time; what has no day or no place is counted, not drawn.
 * @param {import('./scale.js').Issue} issue @param {Position[]} positions
 */
export function pointsByParty(issue, positions) {
  const parties = new Map();
  let undated = 0,
    unplaced = 0;
  for (const position of positions) {
    const place = placeOf(issue, position.option),
      day = dayOfPosition(position);
    if (!place) ++unplaced;
    else if (!day) ++undated;
    else {
      const points = parties.get(position.party) ?? [];
      points.push({
        day: dayNumber(day),
        low: place.low,
        high: place.high,
        id: position.id,
        stance: position.stance,
        position,
      });
      parties.set(position.party, points);
    }
  }
  for (const points of parties.values())
    points.sort((a, b) => a.day - b.day || Number(a.id.slice(1)) - Number(b.id.slice(1)));
  return {parties, undated, unplaced};
}

/**
 * The level parts and the steps of one party's line. A word stands for `silence` days; after that the line
 * ends, and what comes next begins anew: nobody knows what was wanted in between. What is only rejected or
 * reported is a point of its own and carries no line.
 * @param {Point[]} points @param {number} silence days @param {number} last day of the picture
 * @returns {{from: number, to: number, low: number, high: number, step: null | {low: number, high: number}}[]}
 *   step: where the line stood before, if it goes on from there
 */
export function stepsOf(points, silence, last) {
  const held = points.filter(
    (point) => !['rejects', 'undecided', 'reports'].includes(point.stance),
  );
  return held.map((point, i) => {
    const next = held[i + 1],
      before = held[i - 1];
    const end = Math.min(next ? next.day : last, point.day + silence);
    const goesOn = before && point.day - before.day <= silence;
    return {
      from: point.day,
      to: Math.max(end, point.day),
      low: point.low,
      high: point.high,
      step:
        goesOn && (before.low !== point.low || before.high !== point.high)
          ? {low: before.low, high: before.high}
          : null,
    };
  });
}

/**
 * The frame of the picture: which day stands where.
 * @param {number[]} days @param {number} left @param {number} right pixels
 */
export function timeFrame(days, left, right) {
  const first = Math.min(...days),
    last = Math.max(...days);
  const x = (day) =>
    first === last ? (left + right) / 2 : left + ((right - left) * (day - first)) / (last - first);
  return {first, last, x, ticks: ticksOf(first, last)};
}

/**
 * Labels in a row, each on the lowest level where it meets no other; -1 where there is no room.
 * @param {{x: number, width: number}[]} labels in order of x @param {number} levels
 */
export function levelsOf(labels, levels) {
  const ends = Array(levels).fill(-Infinity);
  return labels.map(({x, width}) => {
    const level = ends.findIndex((end) => end + 6 < x);
    if (level >= 0) ends[level] = x + width;
    return level;
  });
}
