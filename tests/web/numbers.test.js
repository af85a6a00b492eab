// SPDX-License-Identifier: Apache-2.0
// The numbers of a negotiation: steps, bounds, who gains.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  Trial,
  boundsText,
  directionOf,
  gainText,
  movedEnd,
  packageText,
  reachOf,
} from '../../web/core/numbers.js';

const weight = (party, low, high) => ({party, issue: 'ceasefire', option: '', low, high});

test('a number changed twice is one change, and each step can be taken back', () => {
  const trial = new Trial();
  assert.equal(trial.canUndo, false);
  trial.set([weight('Arvenia', 0.2, 0.4)]);
  trial.set([weight('Borland', 0.1, 0.1)]);
  trial.set([weight('Arvenia', 0.3, 0.3)]);
  assert.deepEqual(trial.now.changes, [weight('Borland', 0.1, 0.1), weight('Arvenia', 0.3, 0.3)]);
  trial.undo();
  assert.deepEqual(trial.now.changes, [weight('Arvenia', 0.2, 0.4), weight('Borland', 0.1, 0.1)]);
  trial.undo();
  trial.undo();
  trial.undo();
  assert.deepEqual(trial.now.changes, []);
  trial.redo();
  assert.deepEqual(trial.now.changes, [weight('Arvenia', 0.2, 0.4)]);
});

test('an option of an issue, its weight and the reservation value are three numbers', () => {
  const trial = new Trial();
  for (const [issue, option] of [
    ['', ''],
    ['ceasefire', ''],
    ['ceasefire', 'at once'],
  ])
    trial.set([{party: 'Arvenia', issue, option, low: 0, high: 1}]);
  assert.equal(trial.now.changes.length, 3);
});

test('a package stays while numbers change, and a new step ends what could be redone', () => {
  const trial = new Trial();
  trial.choose(['at once', 'none']);
  trial.set([weight('Arvenia', 0, 1)]);
  assert.deepEqual(trial.now.package, ['at once', 'none']);
  trial.undo();
  trial.choose(['not yet', 'none']);
  assert.equal(trial.canRedo, false);
  assert.deepEqual(trial.now.changes, []);
});

test('a package is told so that a comma in a name, or a single issue, does no harm', () => {
  assert.equal(packageText(['yes, but', 'no']), 'yes, but;no;');
  assert.equal(packageText(['a, b']), 'a, b;');
  assert.equal(packageText(null), '');
});

test('bounds never cross: the other end gives way', () => {
  assert.deepEqual(movedEnd([0.2, 0.5], 'low', 0.7), [0.7, 0.7]);
  assert.deepEqual(movedEnd([0.2, 0.5], 'high', 0.1), [0.1, 0.1]);
  assert.deepEqual(movedEnd([0.2, 0.5], 'low', 0.3), [0.3, 0.5]);
});

test('who gains is sure only where every reading says so', () => {
  assert.equal(directionOf([0.1, 0.3]), 'gains');
  assert.equal(directionOf([0, 0.3]), 'gains');
  assert.equal(directionOf([-0.3, -0.1]), 'loses');
  assert.equal(directionOf([-0.1, 0.1]), 'open');
  assert.equal(directionOf([0, 0]), 'same');
  assert.equal(directionOf([-1e-6, 1e-6]), 'same');
});

test('two parties that change places change places in every answer', () => {
  for (const [low, high] of [
    [0.1, 0.3],
    [-0.2, 0.4],
    [0, 0],
  ]) {
    const mirrored = {gains: 'loses', loses: 'gains', same: 'same', open: 'open'};
    assert.equal(directionOf([-high, -low]), mirrored[directionOf([low, high])]);
  }
});

test('gains and bounds are told as people write them', () => {
  assert.equal(gainText([0.1, 0.25]), '+0.1 to +0.25');
  assert.equal(gainText([-0.2, -0.2]), '−0.2');
  assert.equal(gainText([0, 0]), '0');
  assert.equal(gainText([-1, 2]), '−1 to +2');
  assert.equal(boundsText([0.3, 0.5]), '0.3 to 0.5');
  assert.equal(boundsText([1, 1]), '1');
});

test('sliders reach to the largest number, and to 1 at least', () => {
  assert.equal(reachOf([]), 1);
  assert.equal(reachOf([[0, 0.4]]), 1);
  assert.equal(reachOf([[0, 12.345]]), 12.35);
});
