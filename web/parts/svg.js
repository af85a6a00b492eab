// SPDX-License-Identifier: Apache-2.0
// Shapes that stand for parties: told apart by form and letter, never by colour.
import {s} from './dom.js';

export const line = (a, b, kind) => s('line', {x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: kind});
export const text = (at, kind, anchor, ...words) =>
  s('text', {x: at.x, y: at.y, class: kind, 'text-anchor': anchor}, ...words);

const corners = (at, size, list) =>
  list.map(([x, y]) => `${(at.x + x * size).toFixed(1)},${(at.y + y * size).toFixed(1)}`).join(' ');
const polygon = (at, size, kind, list) =>
  s('polygon', {points: corners(at, size, list), class: kind});

const FORMS = [
  (at, r, kind) => s('circle', {cx: at.x, cy: at.y, r, class: kind}),
  (at, r, kind) =>
    s('rect', {x: at.x - r * 0.9, y: at.y - r * 0.9, width: r * 1.8, height: r * 1.8, class: kind}),
  (at, r, kind) =>
    polygon(at, r * 1.2, kind, [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ]),
  (at, r, kind) =>
    polygon(at, r * 1.25, kind, [
      [0, -1],
      [1, 0.75],
      [-1, 0.75],
    ]),
  (at, r, kind) =>
    polygon(at, r * 1.08, kind, [
      [-0.5, -0.9],
      [0.5, -0.9],
      [1, 0],
      [0.5, 0.9],
      [-0.5, 0.9],
      [-1, 0],
    ]),
  (at, r, kind) =>
    polygon(at, r * 1.25, kind, [
      [0, 1],
      [1, -0.75],
      [-1, -0.75],
    ]),
];

/** @param {number} which @param {{x: number, y: number}} at @param {number} r */
export const shape = (which, at, r, kind) => FORMS[which % FORMS.length](at, r, kind);

/** A picture with its name and its description for those who do not see it. */
export function drawing(id, width, height, name, description, ...marks) {
  return s(
    'svg',
    {
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'group',
      'aria-labelledby': id + '-t ' + id + '-d',
      class: 'drawing',
    },
    s('title', {id: id + '-t'}, name),
    s('desc', {id: id + '-d'}, description),
    ...marks,
  );
}

/** Struck through from corner to corner, but for the letter. */
export const cross = (at, r) =>
  [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ].map(([x, y]) =>
    line(
      {x: at.x + x * r * 0.55, y: at.y + y * r * 0.55},
      {x: at.x + x * r * 1.45, y: at.y + y * r * 1.45},
      'cross',
    ),
  );

/** Filled takes the option up, pale is open to it or names a condition, hollow does not take it up. */
export const markKind = (stance) =>
  ['open_to', 'conditional'].includes(stance)
    ? 'mark half'
    : ['rejects', 'undecided', 'reports'].includes(stance)
      ? 'mark hollow'
      : 'mark';
