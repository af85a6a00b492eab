// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ageOf, dayNumber, dayOf, daysBetween, ticksOf} from '../../web/core/days.js';
import {parseRoute, routeText} from '../../web/core/route.js';
import {
  asOf,
  calledOf,
  changesIn,
  counted,
  countedKinds,
  dayText,
  heardWords,
  kindOf,
  letterOf,
  listed,
  optionText,
  plainly,
  roleWords,
  rolesText,
  shortDay,
  shortened,
} from '../../web/core/words.js';

test('an address comes back as it was, whatever a party is called', () => {
  for (const name of ['Dorvane', 'A/B', 'x?y=z', '<img src=x>', '100 %', 'Ünïcode 😀', '#'])
    assert.deepEqual(parseRoute(routeText('matrix', [name, 'land'], {q: name})), {
      view: 'matrix',
      parts: [name, 'land'],
      query: {q: name},
    });
});

test('a broken address is taken as it stands', () => {
  assert.deepEqual(parseRoute('#/read/%E0%A4%A'), {view: 'read', parts: ['%E0%A4%A'], query: {}});
  assert.deepEqual(parseRoute(''), {view: '', parts: [], query: {}});
});

test('a day is written in words and an unknown one is said to be unknown', () => {
  assert.equal(dayText('2031-03-05'), '5 Mar 2031');
  assert.equal(shortDay('2031-03-05'), '5 Mar');
  for (const none of [null, undefined, '', 'Monday']) assert.equal(dayText(none), 'no date');
  assert.equal(shortDay(null), 'no date');
  assert.equal(asOf('2031-03-05'), 'as of 5 Mar 2031');
  assert.equal(asOf(null), 'no source is dated');
});

test('days are counted over months, leap years and changes of the clock', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
  assert.equal(daysBetween('2031-03-29', '2031-03-31'), 2);
  assert.equal(daysBetween(null, '2031-03-31'), null);
  assert.equal(dayOf(dayNumber('2031-12-31')), '2031-12-31');
});

test('a word without a date has no age', () => {
  assert.deepEqual(
    ['2031-03-20', '2031-03-01', '2031-01-01', '2029-01-01', null].map((day) =>
      ageOf(day, '2031-03-21'),
    ),
    ['new', 'weeks', 'months', 'old', 'undated'],
  );
  assert.equal(ageOf('2031-03-20', null), 'undated');
});

test('ticks are few, in order and inside, for a week as for ten years', () => {
  for (const length of [0, 1, 6, 20, 100, 400, 4000, 200000]) {
    const first = dayNumber('2031-03-03'),
      ticks = ticksOf(first, first + length);
    assert.ok(ticks.length >= 1 && ticks.length <= 8, `${length}: ${ticks.length}`);
    ticks.forEach((tick, i) =>
      assert.ok(tick >= first && tick <= first + length && (!i || tick > ticks[i - 1])),
    );
  }
});

test('a shortened text ends at a word and counts characters, not halves of them', () => {
  assert.equal(shortened('free passage of its ships', 16), 'free passage of…');
  assert.equal(shortened('😀😀😀😀', 4), '😀😀😀😀');
  assert.equal(shortened('😀😀😀😀😀', 4), '😀😀😀…');
});

test('names are listed, letters go on after Z', () => {
  assert.equal(listed(['A', 'B', 'C']), 'A, B and C');
  assert.deepEqual([0, 25, 26, 51, 52].map(letterOf), ['A', 'Z', 'AA', 'AZ', 'BA']);
  assert.equal(counted(1, 'person', 'people'), '1 person');
  assert.equal(counted(100000, 'statement'), '100,000 statements');
});

test('items are counted by their kind, and parties are not counted', () => {
  assert.equal(
    countedKinds(['party:Skarrow', 'm3', 's1', 'w2', 's2', 'w9']),
    '2 statements, 1 meeting and 2 people',
  );
  assert.equal(countedKinds(['party:s1']), '');
});

test('marks that turn the direction of a text are shown', () => {
  assert.equal(plainly('a\u202Eb\u2067c'), 'a\uFFFDb\uFFFDc');
});

test('an option that the codebook has lost is shown by its id', () => {
  const issue = {
    options: [
      {id: 'a', label: 'First'},
      {id: 'b', label: 'Second'},
    ],
  };
  assert.equal(optionText(issue, ['a', 'b']), 'First to Second');
  assert.equal(optionText(issue, ['gone', 'gone']), 'gone');
  assert.equal(optionText(undefined, null), '');
});

test('a line of the log tells each field before and after, and survives what is no JSON', () => {
  const entry = {
    before: '{"stance": "open_to", "review": "suggested", "by": "x"}',
    after: '{"stance": "demands", "review": "confirmed", "by": "y"}',
  };
  assert.deepEqual(changesIn(entry), [
    {field: 'stance', before: 'open to', after: 'demands'},
    {field: 'review', before: 'suggested', after: 'confirmed'},
  ]);
  assert.deepEqual(changesIn({before: '{', after: ''}), []);
});

test('when somebody was heard is told by the days of the articles, and never guessed', () => {
  const days = {first_heard: '2031-03-03', last_heard: '2031-03-09'};
  assert.equal(
    heardWords({statements: 12, ...days}),
    'heard 12 times: first 3 Mar 2031, last 9 Mar 2031',
  );
  assert.equal(
    heardWords({statements: 1, first_heard: '2031-03-03', last_heard: '2031-03-03'}),
    'heard once, on 3 Mar 2031',
  );
  assert.equal(heardWords({statements: 2}), 'heard 2 times, on no known day');
  assert.equal(heardWords({}), 'never heard in the articles');
});

test('an office is told with as much of its days as is known', () => {
  const held = (from, until) => roleWords({role: 'Foreign Minister', from, until});
  assert.equal(held('2030-01-05', '2031-02-01'), 'Foreign Minister, 5 Jan 2030 to 1 Feb 2031');
  assert.equal(held('2030-01-05', null), 'Foreign Minister, from 5 Jan 2030');
  assert.equal(held(null, '2031-02-01'), 'Foreign Minister, until 1 Feb 2031');
  assert.equal(held(null, null), 'Foreign Minister');
});

test('offices go to the server in one line, and a semicolon in one ends none', () => {
  const roles = [
    {role: ' Foreign Minister; acting ', from: '2030-01-05', until: '2031-02-01'},
    {role: '', from: '2031-02-02', until: null},
    {role: 'Prime Minister', from: '2031-02-02', until: null},
  ];
  assert.equal(
    rolesText(roles),
    '2030-01-05..2031-02-01 Foreign Minister, acting; 2031-02-02.. Prime Minister',
  );
  assert.equal(rolesText([]), '');
});

test('a party in the log is called by its name', () => {
  assert.deepEqual([kindOf('party:Meldria'), calledOf('party:Meldria')], ['party', 'Meldria']);
  assert.deepEqual([kindOf('p12'), calledOf('p12')], ['position', 'p12']);
});
