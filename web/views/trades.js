// SPDX-License-Identifier: Apache-2.0
// What could be traded from one package, with what each party's priority rests on.
import {directionOf, gainText} from '../core/numbers.js';
import {routeText} from '../core/route.js';
import {counted} from '../core/words.js';
import {bdi, button, h, heard, to} from '../parts/dom.js';

const MOST = 8;
const SURE = {all: 'in all readings', some: 'in some readings'};

/** @param {any} found an answer of /api/deals @param {(options: string[]) => void} act */
export function tradesOf(found, act) {
  const from = found.trades[0];
  if (!from) return null;
  const take = (changes) =>
    act(
      from.package.map((option, i) => {
        const change = changes.find((one) => one.issue === found.issues[i].name);
        return change ? change.to : option;
      }),
    );
  return h(
    'section',
    {class: 'trades'},
    h('h4', {}, 'What could be traded from there'),
    from.trades.length + from.moves.length === 0
      ? h(
          'p',
          {class: 'none'},
          'No change of one or two issues helps one party there and hurts nobody, within every limit.',
        )
      : null,
    from.trades.length
      ? h(
          'ul',
          {},
          from.trades.slice(0, MOST).map((one) => drawTrade(one, found, take)),
        )
      : null,
    from.trades_found > MOST
      ? h('p', {class: 'fine'}, `${counted(from.trades_found - MOST, 'other trade')} like these.`)
      : null,
    from.moves.length
      ? [
          h('p', {}, 'Without a trade, these help somebody and hurt nobody:'),
          h(
            'ul',
            {},
            from.moves
              .slice(0, MOST)
              .map((one) =>
                h('li', {}, changesOf(one.changes), ': ', gains(one, found), takeIt(one, take)),
              ),
          ),
        ]
      : null,
    from.every_pair
      ? null
      : h('p', {class: 'fine'}, 'There are too many options to look at every pair.'),
  );
}

const takeIt = (one, take) => [
  ' ',
  button(
    ['Take it', heard(': ' + one.changes.map((each) => each.to).join(' and '))],
    () => take(one.changes),
    {class: 'quiet'},
  ),
];

const changeOf = (one) => [
  h('span', {class: 'issue'}, bdi(one.issue)),
  ' (',
  bdi(one.from),
  ' → ',
  bdi(one.to),
  ')',
];
const changesOf = (all) => all.map((one, i) => [i ? ' and ' : '', changeOf(one)]);

function drawTrade(one, found, take) {
  return h(
    'li',
    {},
    h(
      'p',
      {},
      h('b', {}, bdi(one.first)),
      ' gives on ',
      changeOf(one.changes[0]),
      ' for ',
      h('b', {}, bdi(one.second)),
      ' giving on ',
      changeOf(one.changes[1]),
      '.',
    ),
    h(
      'p',
      {class: 'fine'},
      gains(one, found),
      found.certainty ? `. Nobody loses ${SURE[one.readings] ?? one.readings}.` : '.',
      takeIt(one, take),
    ),
    one.evidence.map((each) =>
      each.positions.length
        ? h(
            'p',
            {class: 'fine'},
            bdi(each.party),
            ' on ',
            bdi(each.issue),
            ': ',
            each.positions
              .slice(0, 3)
              .map((position, i) => [i ? '; ' : '', quoted(position, found.suggested)]),
          )
        : null,
    ),
  );
}

// Only what the case itself suggests is sure to name positions of this case.
const quoted = (position, here) => {
  const words = position.words ? h('q', {}, bdi(position.words)) : position.id;
  return here ? to(routeText('read', ['item', position.id]), {}, words) : words;
};

const gains = (one, found) =>
  found.parties
    .map((name, p) => [name, one.bounds[p]])
    .filter(([, bounds]) => directionOf(bounds) !== 'same')
    .map(([name, bounds], i) => [i ? ', ' : '', bdi(name), ' ', gainText(bounds)]);
