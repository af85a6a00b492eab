// SPDX-License-Identifier: Apache-2.0
// The matrix as a table: which side goes down, what a cell shows, where an arrow key leads.
import {ageOf} from './days.js';
import {tintByDistance, tintByPlace} from './scale.js';

const KINDS = ['substance', 'process', 'assessment', 'context'];

/** Issues in groups by kind, in the order of the codebook. */
export function groupsOf(ids, issueOf) {
  return KINDS.map((kind) => ({
    kind,
    issues: ids.filter((id) => (issueOf(id)?.kind ?? 'substance') === kind),
  })).filter((group) => group.issues.length);
}

export const keyOf = (party, issue) => party + '\u0000' + issue;

/** Cells by party and issue. @param {{cells: any[]}} matrix @returns {Map<string, any>} */
export const cellMap = (matrix) =>
  new Map(matrix.cells.map((cell) => [keyOf(cell.party, cell.issue), cell]));

/**
 * What is drawn on a cell besides its words.
 * @param {any} cell @param {{issue: any, since: string, asOf: string | null, movements: any[], contradictions: any[],
 *   from: any | null}} in_ from: the newest placed position of the party that distance is counted from; null: tint by place
 */
export function marksOf(cell, {issue, since, asOf, movements, contradictions, from, byDistance}) {
  const here = (found) => found.party === cell.party && found.issue === cell.issue;
  const moved = movements.filter(here).filter((one) => !since || (one.to.date ?? '') >= since);
  return {
    tint: byDistance ? tintByDistance(issue, from, cell.newest) : tintByPlace(issue, cell.newest),
    moved: moved.length > 0,
    contradicts: contradictions.some(here),
    unsure: cell.unsure === true,
    age: ageOf(cell.newest.date, asOf),
  };
}

const STEPS = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};

/**
 * Where a key leads in a grid of rows x columns; null for another key.
 * @param {string} key @param {boolean} control @param {{row: number, column: number}} at
 */
export function stepInGrid(key, control, at, rows, columns) {
  const within = (value, most) => Math.max(0, Math.min(most - 1, value));
  if (STEPS[key])
    return {
      row: within(at.row + STEPS[key][0], rows),
      column: within(at.column + STEPS[key][1], columns),
    };
  if (key === 'PageUp' || key === 'PageDown')
    return {row: within(at.row + (key === 'PageUp' ? -5 : 5), rows), column: at.column};
  if (key === 'Home') return {row: control ? 0 : at.row, column: 0};
  if (key === 'End') return {row: control ? rows - 1 : at.row, column: columns - 1};
  return null;
}
