// SPDX-License-Identifier: Apache-2.0
// Parties, and the people who speak: who is the same person, who speaks for whom.
import {
  counted,
  dayText,
  failureText,
  heardWords,
  letterOf,
  plainly,
  roleWords,
  shortened,
} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, names as listOf, s, show, showAgain} from '../parts/dom.js';
import {ask, field, form, signed} from '../parts/dialogs.js';
import {judgeButtons, statusMark} from '../parts/judge.js';
import {noParties} from '../parts/hints.js';
import {note} from '../parts/notes.js';
import {askNamesake} from '../parts/namesake.js';
import {mergeParty, splitParty} from '../parts/parties.js';
import {shape} from '../parts/svg.js';

export const title = 'People';

const PAGE = 200;
const MOST = 1000; // that the server gives at once

const CONSENT = {
  required: 'must agree',
  not_required: 'need not agree',
  unstated: 'consent not stated',
};

export function mount(main) {
  let party = '',
    query = '',
    wanted = PAGE,
    turn = 0;
  const parties = h('div', {class: 'parties'}),
    speaksFor = h('div', {class: 'contents'}),
    body = h('div', {}),
    count = h('p', {class: 'fine', role: 'status'}),
    more = h('p', {class: 'acts'});
  show(
    main,
    h('h2', {}, 'Parties'),
    h(
      'p',
      {class: 'sub'},
      'Who bargains and can say yes or no. A mediator’s yes is never a party’s.',
      store.can('parties')
        ? ' Where two are one, merge them; where one name stands for another party, split it off.'
        : '',
    ),
    parties,
    h('h2', {}, title),
    h(
      'p',
      {class: 'sub'},
      'A spelling variant points to another person. Split them where the program was wrong; merge two that are one.',
    ),
    h(
      'div',
      {class: 'controls'},
      speaksFor,
      h(
        'label',
        {class: 'field'},
        h('span', {}, 'Name'),
        h('input', {
          type: 'search',
          on: {
            input: (event) => {
              query = event.target.value;
              readFirst();
            },
          },
        }),
      ),
    ),
    count,
    body,
    more,
  );

  async function read() {
    const mine = ++turn,
      known = store.about.codebook.parties.map((one) => one.name);
    if (!known.includes(party)) party = ''; // merged into another one, or undone
    drawChoice(known);
    const [pages, everybody, matrix] = await Promise.all([
      firstOf(wanted),
      store.get('people', {count: MOST}),
      store.get('matrix'),
    ]);
    const peopleOf = await countedPeople(everybody, matrix);
    if (mine !== turn) return;
    const {total, log} = pages[0],
      people = pages.flatMap((page) => page.people);
    drawParties(matrix, peopleOf);
    const names = new Map([...everybody.people, ...people].map((one) => [one.id, one]));
    show(
      count,
      total > people.length
        ? `The first ${people.length.toLocaleString('en')} of ${counted(total, 'person', 'people')}; a name narrows the list.`
        : counted(total, 'person', 'people'),
    );
    showAgain(
      body,
      people.length
        ? h(
            'ul',
            {class: 'people-list'},
            people.map((one) => drawPerson(store.seen(one), names, log)),
          )
        : h('p', {class: 'none'}, party || query ? 'Nobody is found so.' : 'Nobody is named yet.'),
    );
    show(more, total > people.length ? button(`${PAGE} more`, readMore) : null);
  }

  // In the order of the case.
  const firstOf = (most) =>
    Promise.all(
      Array.from({length: Math.ceil(most / PAGE)}, (_, i) =>
        store.get('people', {party, q: query, from: i * PAGE, count: PAGE}),
      ),
    );

  const readFirst = () => {
    wanted = PAGE;
    safely();
  };
  const readMore = () => {
    wanted += PAGE;
    safely();
  };

  function drawChoice(known) {
    const shown = [...speaksFor.querySelectorAll('option')].map((one) => one.value);
    if (shown.length && ['', ...known].join('\n') === shown.join('\n')) return;
    show(
      speaksFor,
      choice(
        'Speaks for',
        [
          {value: '', label: 'anybody'},
          ...known.map((name) => ({value: name, label: plainly(name)})),
        ],
        party,
        (value) => {
          party = value;
          readFirst();
        },
      ),
    );
  }

  /** How many speak for a party. Where not all are at hand, the server counts, and counts spellings. */
  async function countedPeople({people, total}, matrix) {
    if (total <= people.length)
      return (name) =>
        counted(
          people.filter((one) => one.party === name && !one.same_as).length,
          'person',
          'people',
        );
    const all = [
      ...new Set([...matrix.parties, ...store.about.codebook.parties].map((one) => one.name)),
    ];
    const answers = await Promise.all(
      all.map((name) => store.get('people', {party: name, count: 1})),
    );
    const totals = new Map(all.map((name, i) => [name, answers[i].total]));
    return (name) => `${counted(totals.get(name), 'person', 'people')}, spellings counted`;
  }

  function drawParties(matrix, peopleOf) {
    const order = [
      ...matrix.parties,
      ...store.about.codebook.parties.filter(
        (one) => !matrix.parties.some((each) => each.name === one.name),
      ),
    ];
    const aliases = new Map(store.about.codebook.parties.map((one) => [one.name, one.aliases]));
    const all = order.map((one) => one.name);
    showAgain(
      parties,
      order.length ? null : noParties(),
      order.map((one, i) =>
        h(
          'article',
          {class: 'party', 'data-item': 'party:' + one.name},
          s(
            'svg',
            {width: 30, height: 30, viewBox: '0 0 30 30', 'aria-hidden': 'true'},
            shape(i, {x: 15, y: 15}, 11, 'mark'),
            s('text', {x: 15, y: 19, class: 'in', 'text-anchor': 'middle'}, letterOf(i)),
          ),
          h(
            'div',
            {},
            h('h3', {}, bdi(one.name)),
            h(
              'p',
              {class: 'fine'},
              [one.kind === 'unstated' ? '' : one.kind, CONSENT[one.consent]]
                .filter(Boolean)
                .join(', '),
              ` · ${peopleOf(one.name)}`,
              ` · ${counted(matrix.cells.filter((cell) => cell.party === one.name).length, 'issue')}`,
            ),
            aliases.get(one.name)?.length
              ? h('p', {class: 'fine'}, 'also: ', listOf(aliases.get(one.name)))
              : null,
            partyActs(one.name, all, aliases.get(one.name) ?? [], matrix.log),
          ),
        ),
      ),
    );
  }

  const partyActs = (name, all, aliases, log) =>
    h(
      'p',
      {class: 'acts'},
      store.can('parties') && all.length > 1
        ? button('Merge …', () => mergeParty(name, all, log), {
            'aria-label': `Merge ${plainly(name)} with another party`,
          })
        : null,
      store.can('parties') && aliases.length
        ? button('Split …', () => splitParty(name, log), {
            'aria-label': `Split ${plainly(name)}: one of its names is another party’s`,
          })
        : null,
    );

  function drawPerson(one, names, log) {
    const same = one.same_as;
    return h(
      'li',
      {class: 'person ' + one.review.status, 'data-item': one.id},
      h(
        'div',
        {class: 'told'},
        h(
          'p',
          {},
          h('b', {}, bdi(one.name)),
          ' ',
          statusMark(one.review),
          ' ',
          h('span', {class: 'nr'}, one.id),
        ),
        h(
          'p',
          {class: 'fine'},
          bdi(one.role || 'role not stated'),
          ' · ',
          one.party
            ? [
                bdi(one.party),
                one.party_guessed && one.review.status === 'suggested'
                  ? ' (guessed: no text prints it)'
                  : '',
              ]
            : 'party not known',
        ),
        one.roles?.length
          ? h(
              'ul',
              {class: 'offices'},
              one.roles.map((held) => h('li', {}, bdi(roleWords(held)))),
            )
          : null,
        h('p', {class: 'fine'}, heardWords(one)),
        one.aliases.length
          ? h(
              'p',
              {class: 'fine'},
              'as printed: ',
              one.aliases.slice(0, 6).map((each, i) => [i ? ' · ' : '', bdi(each)]),
              one.aliases.length > 6 ? ` and ${one.aliases.length - 6} more` : '',
            )
          : null,
        same
          ? h(
              'p',
              {class: 'same'},
              '= ',
              names.has(same) ? [bdi(names.get(same).name), ` (${same}) `] : `${same} `,
              one.review.status === 'suggested'
                ? h('span', {class: 'sug', title: 'suggested'}, '?')
                : null,
            )
          : null,
        one.evidence.length
          ? h(
              'p',
              {class: 'fine'},
              'read in ',
              one.evidence.slice(0, 4).map((each, i) => [i ? ', ' : '', bdi(each.doc)]),
              one.evidence.length > 4 ? ` and ${one.evidence.length - 4} more` : '',
            )
          : null,
      ),
      h(
        'div',
        {class: 'acts'},
        judgeButtons(one, log),
        same
          ? button('Split', () => apart(one, log), {
              'aria-label': `Split ${one.id} from ${same}`,
            })
          : button('Merge …', () => merge(one, log), {
              'aria-label': `Merge ${one.id} with somebody`,
            }),
        !same && one.statements > 1
          ? button('Two people …', () => splitPerson(one, log), {
              'aria-label': `Split ${one.id}: it is two people`,
            })
          : null,
      ),
    );
  }

  async function apart(one, log) {
    if (await signed()) store.judge('split', [one.id], {why: 'not the same person', seen: log});
  }

  // Of two people under one name, what the other one said is named, and the other one.
  async function splitPerson(one, log) {
    if (!(await signed())) return;
    const said = await store.get('statements', {person: one.id, count: 300}),
      cards = new Map(said.documents.map((card) => [card.id, card]));
    const answer = await ask(
      [bdi(one.name), ' is two people'],
      (close) =>
        form(
          (data) => close({items: data.getAll('said'), name: String(data.get('name')).trim()}),
          field(
            'Name of the other one',
            h('input', {name: 'name', required: true, maxlength: 200, autofocus: true}),
            'one that nobody in the case has yet',
          ),
          h(
            'fieldset',
            {class: 'said-list'},
            h('legend', {}, 'What the other one said'),
            said.statements.map((each) =>
              h(
                'label',
                {},
                h('input', {type: 'checkbox', name: 'said', value: each.id}),
                ' ',
                h('q', {}, bdi(shortened(each.words, 140))),
                h(
                  'small',
                  {},
                  ` ${each.id}, `,
                  bdi(cards.get(each.document)?.outlet || each.doc),
                  ', ',
                  dayText(cards.get(each.document)?.date),
                ),
              ),
            ),
          ),
          h(
            'p',
            {class: 'acts'},
            h('button', {class: 'main'}, 'Split'),
            button('Cancel', () => close(null)),
          ),
        ),
      'wide',
    );
    if (!answer) return;
    if (!answer.items.length) return note('Tick what the other one said');
    store.judge('split', [one.id, ...answer.items], {
      fields: {name: answer.name},
      why: 'two people',
      seen: log,
    });
  }

  async function merge(one, log) {
    const chosen = await askNamesake(one);
    if (chosen && (await signed()))
      store.judge('merge', [chosen, one.id], {why: 'the same person', seen: log});
  }

  const failed = (failure) => show(body, h('p', {class: 'none'}, failureText(failure)));
  const safely = () => read().catch(failed);
  safely();
  return {refresh: safely, patch: safely};
}
