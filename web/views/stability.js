// SPDX-License-Identifier: Apache-2.0
// Would it hold? The states of a conflict, for whom each holds, and why, row by row.
import {counted, failureText} from '../core/words.js';
import {get, postForm} from '../data/api.js';
import {Question} from '../data/question.js';
import {bdi, button, choice, h, heard, show} from '../parts/dom.js';
import {watched} from '../parts/working.js';
import {drawMoves} from './moves.js';

export const title = 'Stability';

const CONCEPTS = {
  Nash: 'nobody gains by moving alone, whatever follows',
  GMR: 'who gains by moving may be answered so that nothing is gained',
  SMR: 'who gains by moving may be answered so that nothing is gained, and moving once more does not help',
  SEQ: 'who gains by moving may be answered so that nothing is gained, by those who gain by answering',
  SIM: 'the others may seek gains of their own at the same time',
};
const SHOWN = 200;
let found = null,
  file = null,
  today = '',
  refused = '';
const question = new Question();
let paint = () => {}; // draws in the room that is on the page

export function mount(main) {
  const body = h('div', {class: 'stable', role: 'region', 'aria-label': 'States'}),
    progress = h('p', {class: 'working'}),
    news = h('p', {class: 'refusal', role: 'alert'});
  const pick = h('input', {
    type: 'file',
    accept: '.gmcr,.yaml,.yml,.json',
    on: {
      change: (event) => {
        if (!event.target.files.length) return;
        file = event.target.files[0];
        ask();
      },
    },
  });
  const now = h('input', {
    type: 'text',
    value: today,
    size: 8,
    placeholder: '1 or YNY',
    on: {
      change: (event) => {
        today = event.target.value.trim();
        if (file) ask();
      },
    },
  });
  show(
    main,
    h('h2', {}, title),
    h(
      'p',
      {class: 'sub'},
      'A state that every party would stay in is an equilibrium. Choose a row, or walk with the arrow keys, to read why it holds or not. It says what would hold if the preferences are right, never what will happen.',
    ),
    h(
      'div',
      {class: 'controls'},
      h('label', {class: 'field'}, h('span', {}, 'A conflict: .gmcr or YAML'), pick),
      h('label', {class: 'field'}, h('span', {}, 'Today’s state'), now),
      button('Suggest one from this case', () => {
        file = null;
        ask();
      }),
    ),
    progress,
    news,
    body,
  );
  paint = () => {
    show(news, refused);
    if (found) draw(body);
    else
      show(
        body,
        h(
          'p',
          {class: 'none'},
          'Open a conflict, or let this case suggest one: what parties offer, are asked for and refuse become options.',
        ),
      );
  };
  paint();
  return {leave: watched(progress, question)};
}

// What is refused or taken back leaves what was there.
async function ask() {
  refused = '';
  paint();
  const {answer, failure, ended} = await question.ask((signal) =>
    file ? postForm('stability', formOf(file), signal) : get('stability', {}, signal),
  );
  if (ended) return;
  if (answer) found = answer;
  else refused = failureText(failure);
  paint();
}

function formOf(conflict) {
  const form = new FormData();
  form.append('file', conflict, conflict.name);
  if (today) form.append('today', today);
  return form;
}

function draw(body) {
  const holds = Object.fromEntries(
    Object.entries(found.equilibria).map(([name, states]) => [name, new Set(states)]),
  );
  const looked = new Set(found.looked_at),
    all = found.states.length <= SHOWN;
  const states = all ? found.states : found.states.filter((one) => looked.has(one.number));
  const why = h(
    'aside',
    {class: 'why', 'aria-live': 'polite', 'aria-label': 'Why'},
    h('p', {class: 'none'}, 'Choose a state.'),
  );
  const rows = states.map((state, i) => row(state, i, holds));
  const focus = (i) => {
    for (const each of rows) each.tabIndex = -1;
    rows[i].tabIndex = 0;
    rows[i].focus();
  };
  const tell = (i) => {
    for (const each of rows) each.removeAttribute('aria-selected');
    rows[i].setAttribute('aria-selected', 'true');
    narrate(why, states[i]);
    for (const one of body.querySelectorAll('.moves-graph [data-state]'))
      one.classList.toggle('on', Number(one.dataset.state) === states[i].number);
  };
  const table = h(
    'table',
    {
      class: 'states',
      role: 'grid',
      'aria-label': 'States of the conflict',
      on: {
        keydown: (event) => {
          const i = rows.indexOf(event.target.closest('tr')),
            next = {ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: rows.length - 1}[event.key];
          if (i < 0 || next === undefined) return;
          event.preventDefault();
          focus(Math.max(0, Math.min(rows.length - 1, next)));
        },
        focusin: (event) => rows.includes(event.target) && tell(rows.indexOf(event.target)),
        click: (event) => {
          const i = rows.indexOf(event.target.closest('tr'));
          if (i < 0) return;
          focus(i);
          tell(i);
        },
        mouseover: (event) => {
          const i = rows.indexOf(event.target.closest('tr'));
          if (i >= 0 && !table.contains(document.activeElement)) tell(i);
        },
      },
    },
    h(
      'thead',
      {},
      h(
        'tr',
        {role: 'row'},
        h('th', {scope: 'col', role: 'columnheader'}, 'State'),
        Object.entries(CONCEPTS).map(([name, words]) =>
          h('th', {scope: 'col', role: 'columnheader', title: words, class: 'concept'}, name),
        ),
        found.options.map((one) =>
          h(
            'th',
            {scope: 'col', role: 'columnheader'},
            h('small', {}, bdi(one.owner)),
            bdi(one.name),
          ),
        ),
      ),
    ),
    h('tbody', {}, rows),
  );
  if (rows[0]) rows[0].tabIndex = 0;
  const drawn = drawMoves(found, (number) => {
    const i = states.findIndex((one) => one.number === number);
    if (i >= 0) tell(i);
    else narrate(why, found.states[number - 1]);
  });
  show(
    body,
    h(
      'p',
      {},
      `${counted(found.decision_makers.length, 'decision maker')}, ${counted(found.options.length, 'option')}, ${counted(found.states.length, 'feasible state')}. `,
      all ? '' : `Shown: the ${states.length} that are looked at closely.`,
    ),
    found.doubt ? h('p', {class: 'finding'}, bdi(found.doubt)) : null,
    h(
      'div',
      {class: 'split'},
      h('div', {class: 'wide'}, drawn, h('div', {class: 'scroll'}, table)),
      why,
    ),
  );
}

function row(state, i, holds) {
  const today = found.status_quo?.state === state.number;
  return h(
    'tr',
    {role: 'row', tabindex: '-1', class: today ? 'today' : null},
    h(
      'th',
      {scope: 'row', role: 'rowheader'},
      state.number,
      today ? h('small', {}, 'today') : null,
    ),
    Object.keys(CONCEPTS).map((name) =>
      h(
        'td',
        {role: 'gridcell', class: 'concept'},
        holds[name].has(state.number)
          ? [h('span', {'aria-hidden': 'true'}, '■'), heard(name + ': holds')]
          : heard(name + ': does not hold'),
      ),
    ),
    [...state.pattern].map((one) =>
      h('td', {role: 'gridcell', class: one === 'Y' ? 'yes' : 'no'}, one === 'Y' ? 'Y' : '–'),
    ),
  );
}

function narrate(room, state) {
  const reasons = found.reasons.filter((one) => one.state === state.number),
    taken = found.options.filter((_, i) => state.pattern[i] === 'Y');
  const owners = [...new Set(taken.map((one) => one.owner))];
  show(
    room,
    h('h3', {}, `State ${state.number}`),
    owners.length
      ? h(
          'ul',
          {class: 'who-does'},
          owners.map((owner) =>
            h(
              'li',
              {},
              h('b', {}, bdi(owner)),
              ': ',
              taken
                .filter((one) => one.owner === owner)
                .map((one) => one.name)
                .join(', '),
            ),
          ),
        )
      : h('p', {}, 'Nobody takes anything up.'),
    choice(
      'Asked by',
      Object.keys(CONCEPTS).map((name) => ({value: name, label: name})),
      narrate.concept,
      (value) => {
        narrate.concept = value;
        narrate(room, state);
      },
    ),
    h('p', {class: 'fine'}, CONCEPTS[narrate.concept] + '.'),
    found.decision_makers.map((name) => {
      const one = reasons.find(
        (each) => each.decision_maker === name && each.concept === narrate.concept,
      );
      const stable = found.stable[narrate.concept]?.[name]?.includes(state.number);
      return h(
        'p',
        {class: 'reason-of'},
        h('b', {}, bdi(name)),
        ': ',
        one ? bdi(one.words) : stable ? 'stays.' : 'leaves.',
      );
    }),
    ways(state),
  );
}
narrate.concept = 'SEQ';

function ways(state) {
  const route = found.status_quo?.by_improvements.find((one) => one.to === state.number) ?? null;
  if (!found.status_quo || found.status_quo.state === state.number) return null;
  return h(
    'p',
    {class: 'fine'},
    route
      ? [
          'From today, each step a gain for who takes it: ',
          route.steps.map((step, i) => [i ? ', then ' : '', bdi(step.mover), ` to ${step.to}`]),
        ]
      : 'No way from today leads here by gains of each mover alone.',
  );
}
