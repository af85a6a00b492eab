// SPDX-License-Identifier: Apache-2.0
// Every change of a cell with its cause, and how each issue goes. Only where a party moved is it movement.
import {routeText} from '../core/route.js';
import {counted, dayText, failureText, spoken} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, names, show, stacked, to} from '../parts/dom.js';
import {undated} from '../parts/hints.js';
import {citedLink} from '../parts/evidence.js';

export const title = 'Movement';

const CAUSES = {
  party_moved: ['◥', 'the party moved'],
  new_source: ['＋', 'a new source'],
  analyst_recoded: ['✎', 'an analyst coded it anew'],
};
const COURSES = {
  narrowing: ['→←', 'narrowing'],
  widening: ['←→', 'widening'],
  mixed: ['⇄', 'some came nearer, others parted'],
  stuck: ['=', 'stuck'],
  unknown: ['·', 'not known'],
};
const SHIFTS = {
  gives_up: 'gives something up',
  softens: 'softens',
  hardens: 'hardens',
  reverses: 'turns around',
};
const STEP = 100;
const asked = {party: '', issue: '', cause: '', since: ''};

export function mount(main) {
  let count = STEP;
  const courses = h('div', {}),
    body = h('div', {}),
    total = h('p', {class: 'fine', role: 'status'});
  const set = (name) => (value) => {
    asked[name] = value;
    count = STEP;
    safely();
  };
  show(
    main,
    h('h2', {}, title),
    h(
      'p',
      {class: 'sub'},
      'A cell of the matrix changes because the party moved, because a new source told something else of it, or because an analyst coded it anew. Only the first is movement: seen between dated texts, or said by a text itself.',
    ),
    h('h3', {}, 'How each issue goes'),
    courses,
    h('h3', {}, 'Every change'),
    h(
      'div',
      {class: 'controls'},
      choice('Party', [{value: '', label: 'any'}, ...partyChoices()], asked.party, set('party')),
      choice(
        'Issue',
        [
          {value: '', label: 'any'},
          ...store.about.codebook.issues.map((one) => ({value: one.id, label: one.label})),
        ],
        asked.issue,
        set('issue'),
      ),
      choice(
        'Cause',
        [
          {value: '', label: 'any'},
          ...Object.entries(CAUSES).map(([value, [, label]]) => ({value, label})),
        ],
        asked.cause,
        set('cause'),
      ),
      h(
        'label',
        {class: 'field'},
        h('span', {}, 'Since'),
        h('input', {
          type: 'date',
          value: asked.since,
          on: {change: (event) => set('since')(event.target.value)},
        }),
      ),
    ),
    total,
    body,
  );

  async function read() {
    const answer = await store.get('movements', {...asked, order: 'newest', count});
    show(courses, courseTable(answer.issues));
    show(
      total,
      answer.total > answer.changes.length
        ? `The newest ${answer.changes.length} of ${answer.total}.`
        : counted(answer.total, 'change'),
    );
    show(
      body,
      answer.changes.length
        ? h('ol', {class: 'changes-list'}, answer.changes.map(drawChange))
        : h('p', {class: 'none'}, 'No such change.'),
      answer.total > answer.changes.length && count < 1000
        ? button('Show more', () => {
            count = Math.min(1000, count * 2);
            safely();
          })
        : null,
    );
  }

  const failed = (failure) => show(body, h('p', {class: 'none'}, failureText(failure)));
  const safely = () => read().catch(failed);
  safely();
  return {refresh: safely};
}

const partyChoices = () =>
  store.about.codebook.parties.map((one) => ({value: one.name, label: one.name}));

const sign = ([mark, words]) => [
  h('span', {class: 'glyph', 'aria-hidden': 'true'}, mark),
  ' ',
  words,
];

// Of most issues nobody was heard twice on one thing: these are named, the rest is told.
function courseTable(issues) {
  if (!issues.length)
    return [h('p', {class: 'none'}, 'On no issue was anybody heard on a known day.'), undated()];
  const told = issues.filter((one) => one.course !== 'unknown' || one.apart.length || one.silent),
    rest = issues.filter((one) => !told.includes(one));
  return [
    told.length ? courseRows(told) : null,
    rest.length
      ? h(
          'p',
          {class: 'fine'},
          'Not known, since no two parties were heard on one thing in some order of time: ',
          names(rest.map((one) => store.issueLabel(one.issue))),
          '.',
        )
      : null,
  ];
}

function courseRows(issues) {
  return h(
    'div',
    {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'How each issue goes'},
    stacked(
      h(
        'table',
        {class: 'plain courses'},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['Issue', 'It goes', 'Since', 'Last word', 'Who decides that'].map((name) =>
              h('th', {scope: 'col'}, name),
            ),
          ),
        ),
        h('tbody', {}, issues.map(courseRow)),
      ),
    ),
  );
}

const courseRow = (one) =>
  h(
    'tr',
    {class: one.course},
    h('th', {scope: 'row'}, bdi(store.issueLabel(one.issue))),
    h('td', {}, sign(COURSES[one.course] ?? ['·', spoken(one.course)])),
    h('td', {}, one.since ? dayText(one.since) : ''),
    h(
      'td',
      {},
      one.last_word ? dayText(one.last_word) : 'no dated word',
      one.silent ? [' ', h('b', {}, 'silent since')] : null,
    ),
    h('td', {}, one.pairs.map(pairWords), one.apart.length ? apart(one.apart) : null),
  );

const apart = (parties) => h('p', {class: 'fine'}, 'exclude each other today: ', names(parties));

// The two words that stand since, with the steps between them before and after.
const pairWords = (pair) =>
  h(
    'p',
    {},
    pair.nearer ? 'nearer' : 'farther',
    `, ${pair.before} → ${counted(pair.after, 'step')}: `,
    citedLink(pair.one),
    ' and ',
    citedLink(pair.other),
  );

function drawChange(one) {
  return h(
    'li',
    {class: one.cause},
    h(
      'p',
      {class: 'what'},
      h(
        'span',
        {class: 'day'},
        one.recoding ? dayText(one.recoding.at.slice(0, 10)) : dayText(one.day),
      ),
      ' ',
      h('b', {}, bdi(one.party)),
      ' on ',
      to(routeText('matrix', [one.party, one.issue]), {}, bdi(store.issueLabel(one.issue))),
      ' ',
      h('span', {class: 'tag cause'}, sign(CAUSES[one.cause] ?? ['·', spoken(one.cause)])),
      ' ',
      one.between_texts ? h('span', {class: 'tag'}, 'between two texts') : null,
      ' ',
      one.in_text
        ? h('span', {class: 'tag'}, `the text says that it ${SHIFTS[one.shift] ?? 'changed'}`)
        : null,
    ),
    one.recoding
      ? recoded(one.recoding)
      : h('p', {}, one.from ? [citedLink(one.from), ' → '] : null, citedLink(one.to)),
  );
}

const recoded = (one) =>
  h(
    'p',
    {},
    h('b', {}, bdi(one.who)),
    ' ',
    to(routeText('read', ['item', one.position]), {}, one.position),
    ': ',
    [...new Set([...Object.keys(one.before), ...Object.keys(one.after)])].map((name, i) => [
      i ? '; ' : '',
      spoken(name),
      ' ',
      h('s', {}, bdi(spoken(one.before[name] || 'nothing'))),
      ' → ',
      bdi(spoken(one.after[name] || 'nothing')),
    ]),
    one.why ? [' “', bdi(one.why), '”'] : null,
  );
