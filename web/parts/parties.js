// SPDX-License-Identifier: Apache-2.0
// Two parties that are one, one that is two: what would move is shown before it does.
import {counted, listed, plainly} from '../core/words.js';
import {store} from '../data/store.js';
import {ask, field, form, signed} from './dialogs.js';
import {bdi, button, h, names, show} from './dom.js';
import {note} from './notes.js';

const acts = (words, close) =>
  h(
    'p',
    {class: 'acts'},
    h('button', {class: 'main'}, words),
    button('Cancel', () => close(null)),
  );
const MOST = 1000; // meetings that the server lists at once
const aliasesOf = (name) =>
  store.about.codebook.parties.find((one) => one.name === name)?.aliases ?? [];

/** What carries a party's name. */
async function carriedBy(party) {
  const [positions, statements, people, levers, meetings, matrix] = await Promise.all([
    store.get('positions', {party, count: 1}),
    store.get('statements', {party, count: 1}),
    store.get('people', {party, count: 1}),
    store.get('levers', {party, count: 1}),
    store.get('meetings', {count: MOST}),
    store.get('matrix'),
  ]);
  const met = meetings.meetings.filter((one) => one.parties.includes(party)).length;
  return {
    counts: [
      counted(positions.total, 'position'),
      counted(statements.total, 'statement'),
      counted(people.total, 'person', 'people'),
      counted(levers.total, 'lever') + ', held by it or aimed at it',
      meetings.total > MOST ? 'its meetings' : counted(met, 'meeting'),
    ],
    issues: new Set(matrix.cells.filter((one) => one.party === party).map((one) => one.issue)),
  };
}

async function preview(room, stays, goes) {
  show(room, h('p', {class: 'fine'}, 'Looking what would move …'));
  const [moved, kept] = await Promise.all([carriedBy(goes), carriedBy(stays)]);
  const both = [...moved.issues].filter((id) => kept.issues.has(id));
  show(
    room,
    h('p', {}, 'From ', h('b', {}, bdi(goes)), ' to ', h('b', {}, bdi(stays)), ' would go:'),
    h(
      'ul',
      {},
      moved.counts.map((one) => h('li', {}, one)),
      h('li', {}, 'its names: ', names([goes, ...aliasesOf(goes)])),
    ),
    h(
      'p',
      {},
      both.length
        ? `On ${counted(both.length, 'issue')} both were heard: the newest word of either will stand in the matrix. They are ${listed(both.slice(0, 8).map((id) => plainly(store.issueLabel(id))))}${both.length > 8 ? ' …' : ''}.`
        : 'On no issue were both heard.',
    ),
  );
}

/** @param {string} party @param {string[]} all @param {number} seen */
export async function mergeParty(party, all, seen) {
  const others = all.filter((one) => one !== party);
  if (!others.length) return note('There is no other party');
  if (!(await signed())) return;
  const room = h('div', {class: 'preview-of', 'aria-live': 'polite'});
  const answer = await ask(
    [bdi(party), ' is one with another party'],
    (close) => {
      const body = form(
        (data) => close(wanted(data)),
        field(
          'The other one',
          h(
            'select',
            {name: 'other', autofocus: true},
            others.map((one) => h('option', {value: one}, plainly(one))),
          ),
        ),
        h(
          'fieldset',
          {class: 'pair'},
          h('legend', {}, 'The name that stays'),
          ['this', 'other'].map((which, i) =>
            h(
              'label',
              {},
              h('input', {type: 'radio', name: 'stays', value: which, checked: i === 0}),
              ' ',
              h('span', {'data-which': which}),
            ),
          ),
        ),
        room,
        field('Why', h('input', {name: 'why', maxlength: 400}), 'for the log'),
        acts('Merge', close),
      );
      const wanted = (data) => {
        const other = String(data.get('other')),
          pair = data.get('stays') === 'other' ? [other, party] : [party, other];
        return {pair, why: String(data.get('why'))};
      };
      const look = () => {
        const data = new FormData(body),
          {pair} = wanted(data);
        show(body.querySelector('[data-which=this]'), bdi(party));
        show(body.querySelector('[data-which=other]'), bdi(String(data.get('other'))));
        preview(room, pair[0], pair[1]).catch((failure) =>
          show(room, h('p', {class: 'refusal'}, failure.message)),
        );
      };
      body.addEventListener('change', (event) => event.target.name !== 'why' && look());
      look();
      return body;
    },
    'wide',
  );
  if (answer) await store.mergeParties(answer.pair, {why: answer.why, seen});
}

/** @param {string} party @param {number} seen */
export async function splitParty(party, seen) {
  const aliases = aliasesOf(party);
  if (!(await signed())) return;
  const answer = await ask(
    [bdi(party), ' is two parties'],
    (close) => {
      const told = h('div', {class: 'preview-of', 'aria-live': 'polite'});
      const body = form(
        (data) => {
          const ticked = data.getAll('name').map(String),
            first = String(data.get('called'));
          if (!ticked.length) return note('Tick a name of the other party');
          close({
            list: [first, ...ticked.filter((one) => one !== first)],
            why: String(data.get('why')),
          });
        },
        h(
          'fieldset',
          {class: 'said-list'},
          h('legend', {}, 'Names that are the other party’s'),
          aliases.map((one) =>
            h('label', {}, h('input', {type: 'checkbox', name: 'name', value: one}), ' ', bdi(one)),
          ),
        ),
        field('It is called', h('select', {name: 'called', disabled: true})),
        told,
        field('Why', h('input', {name: 'why', maxlength: 400}), 'for the log'),
        acts('Split', close),
      );
      const look = () => {
        const data = new FormData(body),
          ticked = data.getAll('name').map(String),
          called = data.get('called') ?? ticked[0],
          choice = body.querySelector('[name=called]');
        show(
          choice,
          ticked.map((one) => h('option', {value: one, selected: one === called}, plainly(one))),
        );
        choice.disabled = !ticked.length;
        show(
          told,
          ticked.length
            ? h(
                'p',
                {},
                'What was coded in the texts through ',
                names(ticked),
                ', and through no name that ',
                h('b', {}, bdi(party)),
                ' keeps, goes to ',
                h('b', {}, bdi(choice.value)),
                ': statements, positions, meetings and levers. The log will have a line for each, and u takes all of it back.',
              )
            : 'Tick the names under which another party was taken for this one.',
        );
      };
      body.addEventListener('change', (event) => event.target.name !== 'why' && look());
      look();
      return body;
    },
    'wide',
  );
  if (answer) await store.splitParty(party, answer.list, {why: answer.why, seen});
}
