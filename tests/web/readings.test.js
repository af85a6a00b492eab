// SPDX-License-Identifier: Apache-2.0
// What holds in all readings of numbers, in some, in none; and questions that are taken back.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Trial} from '../../web/core/numbers.js';
import {fewOf, together} from '../../web/core/package.js';
import {
  countsOf,
  dealText,
  deciding,
  settledBy,
  surest,
  unknownText,
} from '../../web/core/readings.js';
import {Question} from '../../web/data/question.js';

test('packages are counted in all, in some and in no readings, and make up all of them', () => {
  const counts = countsOf({acceptable_in_all: 3, acceptable_in_some_or_all: 45}, 972);
  assert.deepEqual(counts, {all: 3n, some: 42n, none: 927n});
});

test('counts that no number holds stay exact, and what was not counted is not told', () => {
  const huge = '92233720368547758089';
  assert.equal(
    countsOf({acceptable_in_all: 0, acceptable_in_some_or_all: 1}, huge).none,
    BigInt(huge) - 1n,
  );
  assert.equal(countsOf({acceptable_in_all: null, acceptable_in_some_or_all: null}, 12), null);
});

const sure = (name, acceptable, efficient, ...lows) => ({
  name,
  acceptable,
  efficient,
  utilities: lows.map((low) => [low, 1]),
});

test('the surest packages come first, and among equals those that lack least at the worst', () => {
  const all = [
    sure('lacks much of one', 'some', 'some', 0.1, 0.6),
    sure('none', 'none', 'none', 0.9, 0.9),
    sure('all', 'all', 'none', 0.5, 0.5),
    sure('lacks a little of both', 'some', 'some', 0.4, 0.4),
    sure('not efficient', 'some', 'none', 0.5, 0.5),
  ];
  const names = surest(
    all,
    [0.5, 0.5],
    [
      [0, 1],
      [0, 1],
    ],
  ).map((one) => one.name);
  assert.deepEqual(names, ['all', 'lacks a little of both', 'lacks much of one', 'not efficient']);
});

test('a lack is measured by the range of each party’s own utility', () => {
  const all = [
    sure('a tenth of the first', 'some', 'some', 40, 0.5),
    sure('all of the second', 'some', 'some', 50, 0),
  ];
  const names = surest(
    all,
    [50, 0.5],
    [
      [0, 100],
      [0, 0.5],
    ],
  ).map((one) => one.name);
  assert.deepEqual(names, ['a tenth of the first', 'all of the second']);
});

const end = (at, deal, acceptable = 0, efficient = 0) => ({
  at,
  deal,
  acceptable_decided: acceptable,
  efficient_decided: efficient,
});

test('what a number would settle is told in words; nothing where it settles nothing', () => {
  assert.deepEqual(settledBy(end(0.4, 'all', 1, 12), 'some'), [
    'there is a deal in all readings',
    'settled whether 1 more package is acceptable',
    'settled whether 12 more packages are efficient',
  ]);
  assert.deepEqual(settledBy(end(0.4, 'some'), 'some'), []);
  assert.deepEqual(settledBy(end(0.4, 'some', null, null), 'some'), []);
});

test('only numbers that decide something alone are worth asking about', () => {
  const unknown = (party, low, high) => ({party, at_lowest: low, at_highest: high});
  const certainty = {
    deal: 'some',
    asked: true,
    unknowns: [
      unknown('Arvenia', end(0, 'some'), end(1, 'none')),
      unknown('Borland', end(0, 'some'), end(1, 'some')),
    ],
  };
  assert.deepEqual(
    deciding(certainty).map((one) => one.party),
    ['Arvenia'],
  );
  assert.deepEqual(deciding({...certainty, asked: false}), []);
});

test('each kind of unknown has its words', () => {
  assert.match(unknownText({what: 'reservation', issue: null, option: null}), /at least/);
  assert.match(
    unknownText({what: 'weight', issue: 'locks', option: null}),
    /how much locks weighs/,
  );
  assert.match(unknownText({what: 'value', issue: 'locks', option: 'open'}), /“open” on locks/);
  assert.equal(new Set(['all', 'some', 'none', 'open'].map(dealText)).size, 4);
});

test('letters at one place stand together, those apart alone', () => {
  const signs = [
    {letter: 'B', at: 100},
    {letter: 'A', at: 104},
    {letter: 'C', at: 300},
  ];
  assert.deepEqual(
    together(signs, 15).map((one) => one.letters),
    ['AB', 'C'],
  );
  assert.deepEqual(together([], 15), []);
});

test('of many options the taken one, what is around it and both ends are shown', () => {
  assert.deepEqual([...fewOf(41, 20)], [0, 18, 19, 20, 21, 22, 40]);
  assert.deepEqual([...fewOf(41, 0)], [0, 1, 2, 40]);
  assert.equal(fewOf(8, 3).size, 8);
});

test('several numbers and a package with them are one step; one that was refused is forgotten', () => {
  const trial = new Trial();
  const least = (party, value) => ({party, issue: '', option: '', low: value, high: value});
  trial.set([least('Arvenia', 1), least('Borland', 2)], ['at once']);
  assert.deepEqual(trial.now, {
    changes: [least('Arvenia', 1), least('Borland', 2)],
    package: ['at once'],
  });
  trial.set([least('Arvenia', 9)]);
  assert.equal(trial.drop(), true);
  assert.equal(trial.canRedo, false);
  assert.deepEqual(trial.now.changes[0], least('Arvenia', 1));
  trial.undo();
  assert.equal(trial.drop(), false, 'the first step is what the file says');
});

const later = () => {
  let end;
  const promise = new Promise((done, failed) => (end = {done, failed}));
  return {promise, ...end};
};

test('a question that is overtaken or taken back gives no answer, and its request is aborted', async () => {
  const question = new Question(),
    signals = [];
  const ask = (work) =>
    question.ask((signal) => {
      signals.push(signal);
      return work;
    });
  const one = later(),
    two = later();
  const first = ask(one.promise),
    second = ask(two.promise);
  assert.equal(signals[0].aborted, true);
  assert.equal(question.busy, true);
  question.cancel();
  assert.equal(question.busy, false);
  one.done('late');
  two.failed(new Error('aborted'));
  assert.deepEqual([await first, await second], [{ended: 'overtaken'}, {ended: 'cancelled'}]);
});

test('a question that fails says why, and the next one can be asked', async () => {
  const question = new Question();
  let told = 0;
  question.addEventListener('change', () => ++told);
  const failed = await question.ask(() => Promise.reject(new Error('no such file')));
  assert.equal(failed.failure.message, 'no such file');
  assert.deepEqual(await question.ask(async () => 42), {answer: 42, ended: ''});
  assert.equal(question.busy, false);
  assert.equal(told, 4, 'begun and ended, twice');
});
