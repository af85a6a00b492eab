// SPDX-License-Identifier: Apache-2.0
import {plainly} from './words.js';

/**
 * Two sentences cut into words; `same` tells which words stand in both, in one order.
 * @param {string} left @param {string} right
 * @returns {[{word: string, same: boolean}[], {word: string, same: boolean}[]]}
 */
export function wordDiff(left, right) {
  const a = wordsOf(left),
    b = wordsOf(right);
  const long = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j)
      long[i][j] =
        key(a[i]) === key(b[j]) ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
  const one = a.map((word) => ({word, same: false})),
    other = b.map((word) => ({word, same: false}));
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (key(a[i]) === key(b[j])) one[i++].same = other[j++].same = true;
    else if (long[i + 1][j] >= long[i][j + 1]) ++i;
    else ++j;
  return [one, other];
}

// Longer ones are shown without marks: the table of lengths would grow with the square.
const wordsOf = (text) => plainly(text).split(/\s+/).filter(Boolean).slice(0, 400);
const key = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || word;
