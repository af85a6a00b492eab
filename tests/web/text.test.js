// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Text} from '../../web/core/codepoints.js';
import {blockAt, blocksOf, paragraphsOf, piecesOf, spansByBlock} from '../../web/core/segments.js';

test('an offset counts a letter outside the basic plane as one', () => {
  const text = new Text('a😀b𝔘c');
  assert.equal(text.size, 5);
  assert.equal(text.slice(1, 2), '😀');
  assert.equal(text.slice(2, 5), 'b𝔘c');
  for (let point = 0; point <= text.size; ++point)
    assert.equal(text.point(text.unit(point)), point);
});

test('an offset outside the text is held at its ends', () => {
  for (const text of [new Text('abc'), new Text('a😀')]) {
    assert.equal(text.unit(99), text.text.length);
    assert.equal(text.unit(-1), 0);
    assert.equal(text.point(99), text.size);
  }
});

test('pieces cover the whole range once, in order, whatever overlaps', () => {
  let seed = 7;
  const random = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  for (let turn = 0; turn < 300; ++turn) {
    const spans = Array.from({length: random(8)}, (_, i) => {
      const begin = random(60),
        end = begin + random(30);
      return {id: 's' + i, span: [begin, end]};
    });
    const pieces = piecesOf(10, 50, spans);
    assert.equal(pieces[0].begin, 10);
    assert.equal(pieces.at(-1).end, 50);
    pieces.forEach((piece, i) => i && assert.equal(piece.begin, pieces[i - 1].end));
    for (let at = 10; at < 50; ++at) {
      const piece = pieces.find((one) => one.begin <= at && at < one.end);
      const over = spans.filter(({span}) => span[0] <= at && at < span[1]).map(({id}) => id);
      assert.deepEqual([...piece.ids].sort(), over.sort());
    }
  }
});

test('an outer span comes before the one that it holds', () => {
  const pieces = piecesOf(0, 10, [
    {id: 'p1', span: [2, 5]},
    {id: 's1', span: [0, 8]},
  ]);
  assert.deepEqual(
    pieces.map(({ids}) => ids),
    [['s1'], ['s1', 'p1'], ['s1'], []],
  );
});

test('a paragraph ends at a line end and blank lines are none', () => {
  assert.deepEqual(paragraphsOf(new Text('one\n\n  \r\ntwo😀\n')), [
    [0, 3],
    [9, 13],
  ]);
});

test('lines that are noise from end to end are folded together, with each kind once', () => {
  const text = new Text('MENU\nLOGIN\nHead\nBody text. Photo: X\n(c) 2031');
  const blocks = blocksOf(
    text,
    [
      [0, 4],
      [5, 10],
      [27, 35],
      [36, 44],
    ],
    ['menu', 'menu', 'credit', 'boilerplate'],
    [[11, 15]],
  );
  assert.deepEqual(
    blocks.map(({kind}) => kind),
    ['noise', 'heading', 'text', 'noise'],
  );
  assert.deepEqual(blocks[0].words, ['menu']);
  assert.equal(blocks[0].lines.length, 2);
  assert.deepEqual(blocks[2].noise, [[27, 35]]);
});

test('text between two folds of noise keeps them apart', () => {
  const blocks = blocksOf(
    new Text('a\nb\nc'),
    [
      [0, 1],
      [4, 5],
    ],
    ['menu', 'menu'],
    [],
  );
  assert.deepEqual(
    blocks.map(({kind}) => kind),
    ['noise', 'text', 'noise'],
  );
});

test('each block has the spans that reach into it, and no others', () => {
  const blocks = [
    [0, 10],
    [12, 20],
    [21, 21 + 9],
    [40, 50],
  ].map(([begin, end]) => ({begin, end}));
  const spans = [
    [0, 10],
    [9, 13],
    [10, 12],
    [5, 45],
    [49, 60],
    [30, 40],
  ].map((span, i) => ({id: i, span}));
  assert.deepEqual(
    spansByBlock(blocks, spans).map((list) => list.map(({id}) => id)),
    [[0, 1, 3], [1, 3], [3], [3, 4]],
  );
  assert.deepEqual(
    [0, 10, 11, 12, 35, 50].map((at) => blockAt(blocks, at)),
    [0, 1, 1, 1, 3, 4],
  );
});
