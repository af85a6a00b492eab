// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Changes, Done, followedBy, patchOf} from '../../web/core/changes.js';
import {wordDiff} from '../../web/core/diff.js';
import {Draft, changedAnswers, linear, zoneOf} from '../../web/core/package.js';
import {isOpen, isUnsure, queueOf, stepFrom, stepSorted} from '../../web/core/queue.js';

const item = {id: 'p1', stance: 'wants', review: {status: 'suggested', by: 'entente'}};

test('a change is shown before the answer and taken back where it is refused', () => {
  const changes = new Changes(),
    ticket = changes.begin({p1: patchOf('confirm', 'A')});
  assert.deepEqual(changes.over(item), {
    ...item,
    review: {status: 'confirmed', by: 'A'},
    pending: true,
  });
  changes.end(ticket);
  assert.equal(changes.over(item), item);
});

test('taking one change back leaves the other on the same item', () => {
  const changes = new Changes(),
    first = changes.begin({p1: patchOf('edit', 'A', {stance: 'offers'})});
  changes.begin({p1: patchOf('reject', 'A')});
  changes.end(first);
  assert.equal(changes.over(item).stance, 'wants');
  assert.equal(changes.over(item).review.status, 'rejected');
});

test('what the server has done is shown as done until the data has it', () => {
  const changes = new Changes(),
    ticket = changes.begin({p1: patchOf('confirm', 'A')});
  changes.settle(ticket);
  assert.equal(changes.over(item).pending, undefined);
  assert.equal(changes.over(item).review.status, 'confirmed');
});

test('a change touches its own items only, whatever they are called', () => {
  const changes = new Changes();
  changes.begin({p1: patchOf('confirm', 'A')});
  for (const id of ['p2', 'constructor', '__proto__']) assert.deepEqual(changes.over({id}), {id});
});

test('an edit shows options, lists and nobody as the server will tell them', () => {
  assert.deepEqual(patchOf('edit', 'A', {option: 'a..c'}).option, ['a', 'c']);
  assert.deepEqual(patchOf('edit', 'A', {option: 'a'}).option, ['a', 'a']);
  assert.equal(patchOf('edit', 'A', {option: ''}).option, null);
  assert.deepEqual(patchOf('edit', 'A', {parties: 'X, Y ,'}).parties, ['X', 'Y']);
  assert.equal(patchOf('edit', 'A', {same_as: ''}).same_as, null);
  assert.equal('content' in patchOf('edit', 'A', {content: '1..2'}), false);
});

test('undo takes the newest step first, and steps that changed nothing are none', () => {
  const done = new Done();
  done.push({log: [1]});
  done.push({log: []});
  done.push({log: [2, 3]});
  assert.deepEqual([done.pop(), done.pop(), done.pop()], [{log: [2, 3]}, {log: [1]}, undefined]);
});

const statement = (id, begin) => ({
  id,
  content: [[begin, begin + 5]],
  review: {status: 'suggested'},
});
const position = (id, statement, begin) => ({
  id,
  statement,
  evidence: [begin, begin + 3],
  review: {status: 'suggested'},
});

test('the queue follows the text, each statement with its positions behind it', () => {
  const queue = queueOf({
    statements: [statement('s10', 50), statement('s2', 10)],
    meetings: [{id: 'm1', evidence: [30, 40], review: {status: 'suggested'}}],
    clauses: [],
    positions: [
      position('p3', 's10', 52),
      position('p1', 's2', 12),
      position('p12', null, 20),
      position('p2', 's2', 10),
    ],
  });
  assert.deepEqual(
    queue.map(({id}) => id),
    ['s2', 'p1', 'p2', 'p12', 'm1', 's10', 'p3'],
  );
});

test('two statements at one place keep each its own positions', () => {
  const queue = queueOf({
    statements: [statement('s1', 0), statement('s2', 0)],
    positions: [position('p1', 's2', 0), position('p2', 's1', 0)],
    meetings: [],
    clauses: [],
  });
  assert.deepEqual(
    queue.map(({id}) => id),
    ['s1', 'p2', 's2', 'p1'],
  );
});

test('a step goes to the next that is still open and stays where there is none', () => {
  const queue = ['suggested', 'confirmed', 'suggested', 'rejected'].map((status) => ({
    item: {review: {status}},
  }));
  assert.equal(stepFrom(queue, 0, 1, isOpen), 2);
  assert.equal(stepFrom(queue, 2, 1, isOpen), 2);
  assert.equal(stepFrom(queue, 2, -1, isOpen), 0);
  assert.equal(stepFrom(queue, -1, 1, isOpen), 0);
});

test('what the program is unsure of comes first, then the rest, each in the order of the text', () => {
  const entry = (id, unsure, status = 'suggested') => ({id, item: {unsure, review: {status}}});
  const queue = [
    entry('s1', false),
    entry('s2', true),
    entry('s3', false, 'confirmed'),
    entry('s4', true),
    entry('s5', false),
    entry('s6', true, 'rejected'),
  ];
  const walked = [];
  for (let at = 1, next; ; at = next) {
    walked.push(queue[at].id);
    next = stepSorted(queue, at, 1, isUnsure, isOpen);
    if (next === at) break;
  }
  assert.deepEqual(walked, ['s2', 's4', 's1', 's5']);
  assert.equal(stepSorted(queue, 0, -1, isUnsure, isOpen), 3);
  assert.equal(stepSorted(queue, 1, -1, isUnsure, isOpen), 1);
  assert.equal(stepSorted(queue, -1, 1, isUnsure, isOpen), 1);
});

test('one that was judged a moment ago keeps its place in that order', () => {
  const queue = ['s1', 's2', 's3'].map((id) => ({
    id,
    item: {unsure: id !== 's1', review: {status: id === 's2' ? 'confirmed' : 'suggested'}},
  }));
  assert.equal(stepSorted(queue, 1, 1, isUnsure, isOpen), 2);
});

test('a lever stands with the statement that it rests on', () => {
  const queue = queueOf({
    statements: [{id: 's1', content: [[10, 30]]}],
    positions: [],
    meetings: [],
    clauses: [],
    levers: [
      {id: 'l2', statement: 's1', evidence: [20, 30]},
      {id: 'l1', statement: null, evidence: [2, 8]},
    ],
  });
  assert.deepEqual(
    queue.map((one) => [one.id, one.group]),
    [
      ['l1', 'l1'],
      ['s1', 's1'],
      ['l2', 's1'],
    ],
  );
});

test('a split or merge shows nothing before the server has said what it came to', () => {
  for (const verb of ['split', 'merge']) assert.deepEqual(patchOf(verb, 'A'), {});
});

test('words that stand in both sentences are told the same, whatever their case and commas', () => {
  const [left, right] = wordDiff(
    'The ministers agreed, on Monday.',
    'Yesterday the Ministers, tired, met on Monday',
  );
  assert.deepEqual(
    left.filter((one) => one.same).map((one) => one.word),
    ['The', 'ministers', 'on', 'Monday.'],
  );
  assert.deepEqual(
    right.filter((one) => one.same).map((one) => one.word),
    ['the', 'Ministers,', 'on', 'Monday'],
  );
});

test('the difference of a sentence with itself is none, and of two strangers everything', () => {
  assert.ok(
    wordDiff('a b c', 'a b c')
      .flat()
      .every((one) => one.same),
  );
  assert.ok(
    wordDiff('a b c', 'x y')
      .flat()
      .every((one) => !one.same),
  );
});

test('a package goes back step by step, and a new choice forgets what was undone', () => {
  const draft = new Draft();
  draft.choose('land', 'a');
  draft.choose('truce', 'b');
  draft.undo();
  assert.deepEqual(draft.now, {land: 'a'});
  draft.choose('land', 'c');
  draft.redo();
  assert.deepEqual([draft.now, draft.before], [{land: 'c'}, {land: 'a'}]);
  draft.choose('land', 'c');
  assert.equal(draft.steps.length, 3);
  draft.choose('land', '');
  assert.deepEqual(draft.now, {});
});

test('only a party whose answer changed is named, and which way', () => {
  const before = [
    {party: 'A', answer: 'unknown'},
    {party: 'B', answer: 'accepts'},
  ];
  assert.deepEqual(
    changedAnswers(before, [
      {party: 'A', answer: 'red_line'},
      {party: 'B', answer: 'accepts'},
    ]),
    [{party: 'A', from: 'unknown', to: 'red_line', better: false}],
  );
});

test('a range of one value stands in the middle of its axis', () => {
  assert.equal(linear(1, 1, 0, 100)(1), 50);
  assert.equal(linear(0, 2, 100, 0)(0.5), 75);
});

test('the zone holds just what some efficient point is no worse than, for both', () => {
  const frontier = [
      [0.9, 0.2],
      [0.4, 0.8],
      [0.6, 0.6],
    ],
    corners = zoneOf(frontier, [0.3, 0.5]);
  assert.deepEqual(corners, [
    [0.3, 0.5],
    [0.3, 0.8],
    [0.4, 0.8],
    [0.4, 0.6],
    [0.6, 0.6],
    [0.6, 0.5],
  ]);
  assert.deepEqual(zoneOf([[0.1, 0.1]], [0.3, 0.5]), [[0.3, 0.5]]);
});

test('what rests on a rejected statement is shown as rejected at once, and nothing else that followed', () => {
  const patch = patchOf('reject', 'A'),
    followed = ['p29', 'l3', 'w2', 'party:Arvenia'];
  assert.deepEqual(followedBy('reject', followed, patch), {p29: patch, l3: patch});
  assert.deepEqual(followedBy('confirm', followed, patchOf('confirm', 'A')), {});
});
