// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {groupsOf, keyOf, marksOf, stepInGrid} from '../../web/core/grid.js';
import {SIZES, labelLines, ladderFrame, laneOf, reachOf} from '../../web/core/ladder.js';
import {placeOf, stepsBetween, tintByDistance, tintByPlace} from '../../web/core/scale.js';
import {levelsOf, pointsByParty, stepsOf, timeFrame} from '../../web/core/timeline.js';

const issue = {
  id: 'land',
  label: 'Land',
  ordered: true,
  options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({id, label: 'Option ' + id})),
};
const wants = (low, high = low) => ({stance: 'wants', option: [low, high]});

test('distance is the same from either side', () => {
  for (const [one, other] of [
    [wants('a'), wants('e')],
    [wants('b', 'c'), wants('d')],
    [wants('a', 'c'), wants('b', 'e')],
  ])
    assert.equal(tintByDistance(issue, one, other), tintByDistance(issue, other, one));
});

test('distance runs from nothing where ranges overlap to the whole ladder', () => {
  assert.equal(tintByDistance(issue, wants('a', 'c'), wants('c', 'e')), 0);
  assert.equal(tintByDistance(issue, wants('a'), wants('e')), 4);
  assert.equal(stepsBetween(placeOf(issue, ['a', 'b']), placeOf(issue, ['d', 'd'])), 2);
});

test('what is rejected, only reported or not placed has no distance', () => {
  for (const other of [
    {stance: 'rejects', option: ['a', 'a']},
    {stance: 'reports', option: ['a', 'a']},
    {stance: 'wants', option: null},
    {stance: 'wants', option: ['x', 'x']},
    null,
  ])
    assert.equal(tintByDistance(issue, wants('a'), other), null);
  assert.equal(tintByPlace({...issue, ordered: false}, wants('a')), null);
});

test('a range turned around has the same place', () => {
  assert.deepEqual(placeOf(issue, ['d', 'b']), placeOf(issue, ['b', 'd']));
});

test('a cell is marked as moved only by a dated movement since the chosen day', () => {
  const cell = {party: 'A', issue: 'land', newest: {...wants('a'), date: '2031-03-10'}};
  const moved = (since, date) =>
    marksOf(cell, {
      issue,
      since,
      asOf: '2031-03-21',
      contradictions: [],
      movements: [
        {party: 'A', issue: 'land', to: {date}},
        {party: 'B', issue: 'land', to: {date: '2031-03-20'}},
      ],
      from: null,
      byDistance: false,
    }).moved;
  assert.equal(moved('2031-03-01', '2031-03-10'), true);
  assert.equal(moved('2031-03-11', '2031-03-10'), false);
  assert.equal(moved('2031-03-01', null), false);
  assert.equal(moved('', null), true);
});

test('an arrow key never leaves the grid', () => {
  for (const key of [
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'PageUp',
    'PageDown',
    'Home',
    'End',
  ])
    for (const control of [false, true])
      for (let row = 0; row < 3; ++row)
        for (let column = 0; column < 2; ++column) {
          const next = stepInGrid(key, control, {row, column}, 3, 2);
          assert.ok(next.row >= 0 && next.row < 3 && next.column >= 0 && next.column < 2);
        }
  assert.equal(stepInGrid('x', false, {row: 0, column: 0}, 3, 2), null);
});

test('issues stand under their kind and keep their order', () => {
  const kinds = {a: 'process', b: 'substance', c: 'substance'};
  assert.deepEqual(
    groupsOf(['a', 'b', 'c'], (id) => ({kind: kinds[id]})),
    [
      {kind: 'substance', issues: ['b', 'c']},
      {kind: 'process', issues: ['a']},
    ],
  );
  assert.notEqual(keyOf('a b', 'c'), keyOf('a', 'b c'));
});

test('labels of a ladder stay inside the drawing and keep all their words', () => {
  const long = {
    ...issue,
    options: issue.options.map((one) => ({
      ...one,
      label: 'Held or claimed by the other side and passed on to it for good',
    })),
  };
  for (const each of [issue, long]) {
    const frame = ladderFrame(each, 3);
    for (const anchor of frame.anchors)
      assert.ok(anchor.x >= SIZES.margin && anchor.x <= frame.width - SIZES.margin);
    assert.deepEqual(
      frame.anchors.map((anchor) => anchor.lines.join(' ')),
      each.options.map((one) => one.label),
    );
  }
  assert.equal(ladderFrame(long, 3).broad, true);
  assert.deepEqual(labelLines('a bb ccc', 30, 10), ['a', 'bb', 'ccc']);
});

test('a mark stands at the middle of the options that it names', () => {
  const frame = ladderFrame(issue, 1),
    reach = reachOf(frame, issue, wants('b', 'd'));
  assert.equal(reach.middle, frame.anchors[2].x);
  assert.equal(reach.wide, true);
  assert.equal(reachOf(frame, issue, {option: null}), null);
});

test('a newer word without a place is told beside the lane, not drawn on it', () => {
  const placed = {id: 'p1', ...wants('a')},
    newest = {id: 'p2', stance: 'wants', option: null};
  const lane = laneOf(issue, {newest, placed}, []);
  assert.equal(lane.placed.id, 'p1');
  assert.equal(lane.later.id, 'p2');
  assert.equal(laneOf(issue, {newest, placed: null}, []), null);
});

const at = (id, printed, option, stance = 'wants') => ({
  id,
  party: 'A',
  stance,
  option,
  said: null,
  printed,
});

test('a line ends where the chosen silence is over and begins anew after it', () => {
  const {parties} = pointsByParty(issue, [
    at('p1', '2031-03-01', ['a', 'a']),
    at('p2', '2031-03-05', ['b', 'b']),
    at('p3', '2031-04-30', ['c', 'c']),
  ]);
  const points = parties.get('A'),
    steps = stepsOf(points, 14, points[2].day + 3);
  assert.deepEqual(
    steps.map((step) => step.to - step.from),
    [4, 14, 3],
  );
  assert.deepEqual(
    steps.map((step) => step.step),
    [null, {low: 0, high: 0}, null],
  );
});

test('what is rejected carries no line', () => {
  const {parties} = pointsByParty(issue, [at('p1', '2031-03-01', ['a', 'a'], 'rejects')]);
  assert.deepEqual(stepsOf(parties.get('A'), 14, 99999), []);
});

test('positions without a day or a place are counted, not placed', () => {
  const {parties, undated, unplaced} = pointsByParty(issue, [
    at('p1', null, ['a', 'a']),
    at('p2', '2031-03-01', null),
  ]);
  assert.deepEqual([parties.size, undated, unplaced], [0, 1, 1]);
});

test('a picture of one day stands in the middle', () => {
  assert.equal(timeFrame([5, 5], 0, 100).x(5), 50);
});

test('no two labels of one level meet', () => {
  const labels = [0, 10, 20, 30, 200].map((x) => ({x, width: 40})),
    levels = levelsOf(labels, 3);
  for (const [i, one] of labels.entries())
    for (const [j, other] of labels.entries())
      if (i < j && levels[i] === levels[j] && levels[i] >= 0)
        assert.ok(one.x + one.width < other.x);
  assert.equal(levels[3], -1);
  assert.equal(levels[4], 0);
});
