// SPDX-License-Identifier: Apache-2.0
// A text with overlapping spans becomes pieces that do not overlap.

/**
 * @typedef {[number, number]} Span half-open, in code points
 * @typedef {{begin: number, end: number, ids: string[]}} Piece ids: of the spans over it, outermost first
 */

/**
 * The pieces of `[begin, end)`, in order and without gaps.
 * @param {number} begin @param {number} end
 * @param {{id: string, span: Span}[]} spans
 * @returns {Piece[]}
 */
export function piecesOf(begin, end, spans) {
  const within = spans
    .map(({id, span}) => ({id, begin: Math.max(begin, span[0]), end: Math.min(end, span[1])}))
    .filter((one) => one.begin < one.end)
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  const cuts = new Set([begin, end]);
  for (const one of within) cuts.add(one.begin).add(one.end);
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < edges.length; ++i) {
    const ids = [];
    for (const one of within)
      if (one.begin <= edges[i] && one.end >= edges[i + 1] && !ids.includes(one.id))
        ids.push(one.id);
    pieces.push({begin: edges[i], end: edges[i + 1], ids});
  }
  return pieces;
}

/**
 * Paragraphs as ranges; line ends between them belong to none.
 * @param {import('./codepoints.js').Text} text
 * @returns {Span[]}
 */
export function paragraphsOf(text) {
  const out = [];
  for (const found of text.text.matchAll(/[^\n\r]+/g)) {
    if (!found[0].trim()) continue;
    const begin = text.point(found.index);
    out.push([begin, text.point(found.index + found[0].length)]);
  }
  return out;
}

/**
 * Blocks in the order of reading. What is noise from end to end is taken together; noise inside a
 * paragraph that is otherwise read stays in it, as `noise`.
 * @param {import('./codepoints.js').Text} text
 * @param {Span[]} noise @param {string[]} kinds @param {Span[]} headings
 * @returns {{kind: 'text'|'heading'|'noise', begin: number, end: number, lines: Span[], words: string[],
 *   noise: Span[]}[]}
 */
export function blocksOf(text, noise, kinds, headings) {
  const blocks = [];
  for (const [begin, end] of paragraphsOf(text)) {
    const inside = noise
      .map(([b, e], i) => ({
        span: [Math.max(b, begin), Math.min(e, end)],
        kind: kinds[i] ?? 'noise',
      }))
      .filter(({span}) => span[0] < span[1]);
    const rest = piecesOf(
      begin,
      end,
      inside.map(({span}) => ({id: 'n', span})),
    ).filter((piece) => piece.ids.length === 0 && text.slice(piece.begin, piece.end).trim());
    if (inside.length && rest.length === 0) {
      addNoise(
        blocks,
        [begin, end],
        inside.map((one) => one.kind),
      );
      continue;
    }
    const heading = headings.some(([b, e]) => b <= begin && e >= end);
    blocks.push({
      kind: heading ? 'heading' : 'text',
      begin,
      end,
      lines: [[begin, end]],
      words: [],
      noise: inside.map(({span}) => span),
    });
  }
  return blocks;
}

function addNoise(blocks, line, words) {
  const last = blocks.at(-1);
  if (last?.kind !== 'noise') {
    blocks.push({
      kind: 'noise',
      begin: line[0],
      end: line[1],
      lines: [line],
      words: [...new Set(words)],
      noise: [],
    });
    return;
  }
  last.end = line[1];
  last.lines.push(line);
  last.words = [...new Set([...last.words, ...words])];
}

/**
 * For each block the spans that reach into it.
 * @template {{span: Span}} T
 * @param {{begin: number, end: number}[]} blocks in order @param {T[]} spans
 * @returns {T[][]}
 */
export function spansByBlock(blocks, spans) {
  const out = blocks.map(() => []);
  for (const one of spans)
    for (
      let i = blockAt(blocks, one.span[0]);
      i < blocks.length && blocks[i].begin < one.span[1];
      ++i
    )
      if (blocks[i].end > one.span[0]) out[i].push(one);
  return out;
}

/** The block that holds a place, else the next one. @param {{begin: number, end: number}[]} blocks @param {number} at */
export function blockAt(blocks, at) {
  let low = 0,
    high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
