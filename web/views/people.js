// SPDX-License-Identifier: Apache-2.0
// Parties, and the people who speak: who is the same person, who speaks for whom.
import {counted, letterOf} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, names as listOf, s, show, showAgain} from '../parts/dom.js';
import {ask, signed} from '../parts/dialogs.js';
import {judgeButtons, statusMark} from '../parts/judge.js';
import {shape} from '../parts/svg.js';

export const title = 'People';

const CONSENT = {
  required: 'must agree',
  not_required: 'need not agree',
  unstated: 'consent not stated',
};

export function mount(main) {
  let party = '',
    query = '';
  const parties = h('div', {class: 'parties'}),
    body = h('div', {}),
    count = h('p', {class: 'fine', role: 'status'});
  show(
    main,
    h('h2', {}, 'Parties'),
    h(
      'p',
      {class: 'sub'},
      'Who bargains and can say yes or no. A mediator’s yes is never a party’s.',
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
      choice(
        'Speaks for',
        [
          {value: '', label: 'anybody'},
          ...store.about.codebook.parties.map((one) => ({value: one.name, label: one.name})),
        ],
        '',
        (value) => {
          party = value;
          read();
        },
      ),
      h(
        'label',
        {class: 'field'},
        h('span', {}, 'Name'),
        h('input', {
          type: 'search',
          on: {
            input: (event) => {
              query = event.target.value;
              read();
            },
          },
        }),
      ),
    ),
    count,
    body,
  );

  async function read() {
    const [answer, everybody, matrix] = await Promise.all([
      store.get('people', {party, q: query, count: 500}),
      store.get('people', {count: 1000}),
      store.get('matrix'),
    ]);
    drawParties(matrix, everybody.people);
    const names = new Map(everybody.people.map((one) => [one.id, one]));
    show(
      count,
      answer.total > answer.people.length
        ? `The first ${answer.people.length} of ${answer.total}; narrow the list by a name.`
        : counted(answer.total, 'person', 'people'),
    );
    showAgain(
      body,
      h(
        'ul',
        {class: 'people-list'},
        answer.people.map((one) => drawPerson(store.seen(one), names, answer.log)),
      ),
    );
  }

  function drawParties(matrix, people) {
    const order = [
      ...matrix.parties,
      ...store.about.codebook.parties.filter(
        (one) => !matrix.parties.some((each) => each.name === one.name),
      ),
    ];
    const aliases = new Map(store.about.codebook.parties.map((one) => [one.name, one.aliases]));
    show(
      parties,
      order.map((one, i) =>
        h(
          'article',
          {class: 'party'},
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
              ` · ${counted(people.filter((each) => each.party === one.name && !each.same_as).length, 'person', 'people')}`,
              ` · ${counted(matrix.cells.filter((cell) => cell.party === one.name).length, 'issue')}`,
            ),
            aliases.get(one.name)?.length
              ? h('p', {class: 'fine'}, 'also: ', listOf(aliases.get(one.name)))
              : null,
          ),
        ),
      ),
    );
  }

  function drawPerson(one, names, log) {
    const same = one.same_as ? names.get(one.same_as) : null;
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
              bdi(same.name),
              ` (${same.id}) `,
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
          ? button('Split', () => join(one, '', 'not the same person', log), {
              'aria-label': `Split ${one.id} from ${same.id}`,
            })
          : button('Merge …', () => merge(one, names, log), {
              'aria-label': `Merge ${one.id} with somebody`,
            }),
      ),
    );
  }

  async function join(one, other, why, log) {
    if (await signed()) store.judge('edit', [one.id], {fields: {same_as: other}, why, seen: log});
  }

  async function merge(one, names, log) {
    const others = [...names.values()].filter(
      (each) => each.id !== one.id && !each.same_as && each.review.status !== 'rejected',
    );
    const chosen = await ask(`${one.name} is the same person as`, (close) =>
      h(
        'form',
        {
          on: {
            submit: (event) => {
              event.preventDefault();
              close(new FormData(event.target).get('other'));
            },
          },
        },
        h(
          'label',
          {class: 'field'},
          h('span', {}, 'Person'),
          h(
            'select',
            {name: 'other', autofocus: true},
            others.map((each) =>
              h(
                'option',
                {value: each.id},
                `${each.name}, ${each.party || 'party not known'} (${each.id})`,
              ),
            ),
          ),
        ),
        h(
          'p',
          {class: 'fine'},
          'The name stays in the case as a spelling of the other; “Split” takes this back.',
        ),
        h(
          'p',
          {class: 'acts'},
          h('button', {class: 'main'}, 'Merge'),
          button('Cancel', () => close(null)),
        ),
      ),
    );
    if (chosen) join(one, chosen, 'the same person', log);
  }

  const failed = (failure) =>
    show(body, h('p', {class: 'none'}, `${failure.message}. ${failure.cure ?? ''}`));
  const safely = () => read().catch(failed);
  safely();
  return {refresh: safely, patch: safely};
}
