// SPDX-License-Identifier: Apache-2.0
// The numbers of a negotiation as bounds that one can move, and one package with what another option would change.
import {boundsText, directionOf, gainText, movedEnd, reachOf} from '../core/numbers.js';
import {fewOf} from '../core/package.js';
import {dayText} from '../core/words.js';
import {bdi, button, choice, h, names, stacked} from '../parts/dom.js';

const DIRECTIONS = {
  gains: ['▲', 'gains'],
  loses: ['▽', 'loses'],
  same: ['=', 'the same'],
  open: ['◇', 'it depends'],
};
const ACCEPTABLE = {
  all: ['✓', 'acceptable'],
  some: ['◐', 'acceptable in some readings'],
  open: ['?', 'not settled'],
  none: ['✕', 'not acceptable'],
};
const MOST_MOVES = 400,
  FEW = 8;

const marked = ([mark, words]) => [h('span', {'aria-hidden': 'true'}, mark), ' ', words];

// Which parties' numbers, which long rows of options stand open on the page, so that an answer does not close them.
const open = new Set();

/** @param {any} found an answer of /api/deals @param {(change: any) => void} act */
export function slidersOf(found, act) {
  const {numbers} = found,
    reach = reachOf(
      numbers.parties.flatMap((one) => [
        ...(one.weights ?? []),
        ...(one.values ?? []).flatMap((values) => values ?? []),
      ]),
    );
  return h(
    'section',
    {class: 'numbers'},
    h('h4', {}, 'What is known of each party, within bounds'),
    h(
      'p',
      {class: 'fine'},
      'A weight says how much an issue can matter to a party, a value how good an option of it is. Move both ends to one place to settle a number. Nothing is kept unless you save it.',
    ),
    numbers.parties.map((party) => partyNumbers(party, numbers, reach, act)),
    numbers.links.length
      ? h('p', {class: 'fine'}, 'Cannot go together: ', names(numbers.links))
      : null,
  );
}

function remembered(key, summary, ...children) {
  return h(
    'details',
    {
      open: open.has(key),
      on: {
        toggle: (event) => (event.target.open ? open.add(key) : open.delete(key)),
      },
    },
    h('summary', {}, summary),
    ...children,
  );
}

function partyNumbers(party, numbers, reach, act) {
  const set = (issue, option) => (bounds) =>
    act({party: party.party, issue, option, low: bounds[0], high: bounds[1]});
  const most = Math.max(reach * numbers.issues.length, party.reservation?.[1] ?? 0);
  return remembered(
    party.party,
    [
      h('b', {}, bdi(party.party)),
      party.red_lines.length
        ? [' ', h('span', {class: 'tag line'}, `red lines: ${party.red_lines.length}`)]
        : null,
      party.deadline ? h('small', {}, ` signs until ${dayText(party.deadline)}`) : null,
    ],
    party.red_lines.length ? h('p', {class: 'fine'}, 'Never: ', names(party.red_lines)) : null,
    party.alternative ? h('p', {class: 'fine'}, 'Without a deal: ', bdi(party.alternative)) : null,
    h(
      'dl',
      {class: 'bounds'},
      boundsRow(
        'at least, to sign',
        `${party.party}: reservation value`,
        party.reservation ?? [0, 0],
        most,
        set('', ''),
      ),
      (party.weights ?? []).map((weight, i) =>
        issueRows(party, numbers.issues[i], weight, party.values[i], reach, set),
      ),
    ),
    party.weights
      ? null
      : h('p', {class: 'none'}, 'Its utility is no sum over issues: only its limit can be moved.'),
  );
}

const issueRows = (party, issue, weight, values, reach, set) => [
  boundsRow(
    [bdi(issue.name), ' ', h('small', {}, 'weight')],
    `${party.party}: weight of ${issue.name}`,
    weight,
    reach,
    set(issue.name, ''),
  ),
  values && issue.options
    ? h(
        'div',
        {class: 'values'},
        remembered(
          party.party + '\u0000' + issue.name,
          'values of its options',
          h(
            'dl',
            {class: 'bounds'},
            issue.options.map((option, i) =>
              boundsRow(
                bdi(option),
                `${party.party}: value of ${option} on ${issue.name}`,
                values[i],
                reach,
                set(issue.name, option),
              ),
            ),
          ),
        ),
      )
    : null,
];

/** @param {any} label what is seen @param {string} name what is heard: no two rows have the same */
function boundsRow(label, name, bounds, most, act) {
  const told = h('output', {}, boundsText(bounds));
  let now = bounds;
  const ends = {};
  const slider = (end, i) =>
    (ends[end] = h('input', {
      type: 'range',
      min: 0,
      max: most,
      step: 0.01,
      value: bounds[i],
      'aria-label': `${name}, ${end === 'low' ? 'at least' : 'at most'}`,
      'data-key': name + ' ' + end,
      on: {
        input: (event) => {
          now = movedEnd(now, end, Number(event.target.value));
          [ends.low.value, ends.high.value] = now;
          told.textContent = boundsText(now);
        },
        change: () => act(now),
      },
    }));
  return h('div', {}, h('dt', {}, label), h('dd', {}, slider('low', 0), slider('high', 1), told));
}

/**
 * One package: what it is worth, and what each other option would change.
 * @param {any} found @param {any | null} before the answer of the step before
 * @param {(options: string[]) => void} act @param {() => void} again draws anew
 */
export function packageOf(found, before, act, again) {
  const around = found.neighbours,
    {issues, parties} = found.numbers;
  if (!around) return null;
  const moves = movesShown(around, issues),
    long = issues.filter(isLong);
  const takes = (issue, option) =>
    act(around.package.map((one, i) => (issues[i].name === issue ? option : one)));
  return h(
    'section',
    {class: 'package'},
    h('h4', {}, 'Move one option, and see who gains'),
    h(
      'div',
      {class: 'choices'},
      issues.map((issue, i) =>
        issue.options
          ? choice(
              issue.name,
              issue.options.map((value) => ({value, label: value})),
              around.package[i],
              (value) => takes(issue.name, value),
              {'data-key': 'option ' + issue.name},
            )
          : h('p', {class: 'fine'}, bdi(issue.name), ': ', bdi(around.package[i])),
      ),
    ),
    h(
      'p',
      {class: 'on-paper'},
      issues.map((issue, i) => [
        i ? '; ' : '',
        bdi(issue.name),
        ' ',
        h('b', {}, bdi(around.package[i])),
      ]),
    ),
    around.possible
      ? null
      : h('p', {class: 'finding'}, 'These options cannot go together, whoever would sign.'),
    h('p', {class: 'changes', role: 'status'}, changedBy(found, before)),
    h(
      'div',
      {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'What another option changes'},
      stacked(
        h(
          'table',
          {class: 'check moves'},
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', {scope: 'col'}, 'Instead'),
              parties.map((one, p) =>
                h(
                  'th',
                  {scope: 'col'},
                  bdi(one.party),
                  h(
                    'small',
                    {},
                    `worth ${boundsText(around.worth[p])}, `,
                    marked(ACCEPTABLE[around.acceptable[p]]),
                  ),
                ),
              ),
            ),
          ),
          h(
            'tbody',
            {},
            moves.map((move) => moveRow(move, takes)),
          ),
        ),
      ),
    ),
    around.every_option ? null : h('p', {class: 'fine'}, 'Not every option was looked at.'),
    long.length
      ? h(
          'p',
          {class: 'acts'},
          long.map((issue) =>
            button(
              open.has(key(issue))
                ? `Only a few options of ${issue.name}`
                : `All ${issue.options.length} options of ${issue.name}`,
              () => {
                if (!open.delete(key(issue))) open.add(key(issue));
                again();
              },
              {'data-key': key(issue)},
            ),
          ),
        )
      : null,
  );
}

// Of a long row of options a few, until somebody asks for all of them.
const key = (issue) => 'options of ' + issue.name;
const isLong = (issue) => issue.options && issue.options.length > FEW;
function movesShown({moves, package: taken}, issues) {
  const few = new Map(
    issues.map((issue, i) => [
      issue.name,
      isLong(issue) && !open.has(key(issue))
        ? fewOf(issue.options.length, issue.options.indexOf(taken[i]), FEW)
        : null,
    ]),
  );
  const place = new Map(
    issues.map((issue) => [issue.name, new Map((issue.options ?? []).map((one, i) => [one, i]))]),
  );
  return moves
    .filter((move) => few.get(move.issue)?.has(place.get(move.issue).get(move.to)) ?? true)
    .slice(0, MOST_MOVES);
}

const moveRow = (move, takes) =>
  h(
    'tr',
    {class: move.possible ? null : 'impossible'},
    h(
      'th',
      {scope: 'row'},
      h('small', {}, bdi(move.issue)),
      h('span', {class: 'on-paper'}, bdi(move.to)),
      button(bdi(move.to), () => takes(move.issue, move.to), {
        class: 'quiet',
        'aria-label': `Take ${move.to} on ${move.issue}`,
        disabled: !move.possible,
      }),
      move.possible ? null : h('small', {}, 'cannot go with the rest'),
    ),
    move.gains.map((gain, p) =>
      h(
        'td',
        {class: directionOf(gain)},
        marked(DIRECTIONS[directionOf(gain)]),
        directionOf(gain) === 'same' ? null : ' ' + gainText(gain),
        move.acceptable[p] === 'none' ? h('small', {}, '✕ then not acceptable') : null,
      ),
    ),
  );

// Who gained by the last step, where the package was changed and the numbers were not.
function changedBy(found, before) {
  const was = before?.neighbours,
    now = found.neighbours;
  if (!was || was.package.join('\u0000') === now.package.join('\u0000')) return ' ';
  const move = was.moves.find(
    (one) =>
      now.package.filter((option, i) => option !== was.package[i]).length === 1 &&
      now.package[found.numbers.issues.findIndex((issue) => issue.name === one.issue)] === one.to &&
      was.package[found.numbers.issues.findIndex((issue) => issue.name === one.issue)] !== one.to,
  );
  return move
    ? [
        'Your last choice: ',
        found.numbers.parties.map((one, p) => [
          p ? '; ' : '',
          h('b', {}, bdi(one.party)),
          ' ',
          DIRECTIONS[directionOf(move.gains[p])][1],
          directionOf(move.gains[p]) === 'same' ? '' : ' ' + gainText(move.gains[p]),
        ]),
        '.',
      ]
    : ' ';
}
