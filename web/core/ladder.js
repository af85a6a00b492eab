// SPDX-License-Identifier: Apache-2.0
// Where things stand in the drawing of a ladder. Pure numbers: views/ladders.js draws them.
import {placeOf} from './scale.js';

export const SIZES = {narrow: 360, broad: 740, margin: 46, lane: 54, top: 4, mark: 10.5, lines: 5};

/**
 * Lines of a label of so many pixels, by a mean width of the letters.
 * @param {string} text @param {number} width @param {number} letter pixels
 * @returns {string[]}
 */
export function labelLines(text, width, letter = 6.1) {
  const most = Math.max(3, Math.floor(width / letter));
  const lines = [''];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.length - 1;
    if (lines[last] === '') lines[last] = word;
    else if (lines[last].length + 1 + word.length <= most) lines[last] += ' ' + word;
    else lines.push(word);
  }
  return lines;
}

const gapOf = (width, anchors) => (width - 2 * SIZES.margin) / Math.max(1, anchors - 1);

// The outer labels must not leave the drawing, the inner ones not meet.
const labelWidth = (anchor, anchors, gap) =>
  anchor === 0 || anchor + 1 === anchors
    ? Math.min(gap - 4, 2 * SIZES.margin)
    : Math.min(gap - 4, 150);

function anchorsOf(issue, width) {
  const count = issue.options.length,
    gap = gapOf(width, count);
  return issue.options.map((option, i) => ({
    x: SIZES.margin + gap * i,
    lines: labelLines(option.label, labelWidth(i, count, gap)),
  }));
}

const mostLines = (anchors) => Math.max(...anchors.map((anchor) => anchor.lines.length));

/**
 * @param {import('./scale.js').Issue} issue @param {number} lanes
 * @returns {{broad: boolean, width: number, height: number, bottom: number,
 *   anchors: {x: number, lines: string[]}[], laneY: (i: number) => number}}
 */
export function ladderFrame(issue, lanes) {
  const narrow = anchorsOf(issue, SIZES.narrow);
  const broad = mostLines(narrow) > SIZES.lines;
  const width = broad ? SIZES.broad : SIZES.narrow;
  const anchors = broad ? anchorsOf(issue, width) : narrow;
  const bottom = SIZES.top + SIZES.lane * lanes;
  return {
    broad,
    width,
    anchors,
    bottom,
    height: bottom + 16 + 14 * mostLines(anchors),
    laneY: (i) => SIZES.top + SIZES.lane * (i + 0.68),
  };
}

/**
 * From pixels to pixels of the anchors that a position names, null without a place.
 * @param {ReturnType<typeof ladderFrame>} frame
 */
export function reachOf(frame, issue, position) {
  const place = position && placeOf(issue, position.option);
  if (!place) return null;
  const low = frame.anchors[place.low].x,
    high = frame.anchors[place.high].x;
  return {low, high, middle: (low + high) / 2, wide: high > low};
}

/**
 * A party's lane: the newest position with a place, where it came from, its red line if one is declared,
 * and a newer word without a place.
 * @param {import('./scale.js').Issue} issue
 * @param {{newest: any, placed?: any, red_line?: any}} cell @param {any[]} movements
 */
export function laneOf(issue, cell, movements) {
  const placed = placeOf(issue, cell.newest.option) ? cell.newest : cell.placed;
  if (!placed || !placeOf(issue, placed.option)) return null;
  const movement = movements.find((one) => one.to.id === placed.id);
  return {
    placed,
    before: movement && placeOf(issue, movement.from.option) ? movement.from : null,
    redLine: cell.red_line && placeOf(issue, cell.red_line.option) ? cell.red_line : null,
    later: placed.id === cell.newest.id ? null : cell.newest,
  };
}
