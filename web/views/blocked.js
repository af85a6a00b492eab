// SPDX-License-Identifier: Apache-2.0
// Where no package is acceptable to all: whose limits rule out every one, and what would open a deal.
import {boundsText} from '../core/numbers.js';
import {letterOf, listed} from '../core/words.js';
import {bdi, button, h, heard, names} from '../parts/dom.js';

/** The openings, as points with a letter. @param {any} found an answer of /api/deals */
export const openingPoints = (found) =>
  (found.blockers?.openings ?? []).map((one, i) => ({...one, letter: letterOf(i)}));

const limit = (one) => [
  h('b', {}, bdi(one.party)),
  one.red_line
    ? [': its red line ', h('span', {class: 'tag line'}, bdi(one.red_line))]
    : `: it takes at least ${boundsText([one.reservation, one.reservation])}`,
];

const middle = (found) => (found.certainty ? ', at the middle of all bounds' : '');

/**
 * @param {any} found an answer of /api/deals
 * @param {{look: (options: string[]) => void, concede: (changes: any[], options: string[]) => void}} acts
 */
export function blockedBy(found, {look, concede}) {
  const {blockers} = found;
  if (!blockers)
    return found.frontier.length || !found.complete
      ? null
      : h(
          'p',
          {class: 'none'},
          'Who blocks it cannot be told: the parties and their limits are too many for that.',
        );
  if (!blockers.sets.length)
    return h(
      'p',
      {class: 'finding'},
      'No package can be put together: the links between the issues rule out every one by themselves.',
    );
  return h(
    'section',
    {class: 'blocked'},
    h('h4', {}, `Who blocks it${middle(found)}`),
    h(
      'p',
      {},
      blockers.sets.length === 1
        ? 'Together these rule out every package, and no smaller number of limits does.'
        : 'Each of these sets rules out every package, and no smaller number of limits does.',
      blockers.smallest ? '' : ' A smaller set may exist: the search for one was cut short.',
    ),
    h(
      'ul',
      {class: 'limits'},
      blockers.sets.map((set) =>
        h(
          'li',
          {},
          set.map((one, i) => [i ? h('span', {class: 'fine'}, ' together with ') : '', limit(one)]),
        ),
      ),
    ),
    h('h4', {}, 'What would open it'),
    h(
      'p',
      {},
      'Any one of these would; the last may be the one that asks least of each. Whether somebody should is not for a program to say.',
    ),
    h(
      'ol',
      {class: 'openings'},
      openingPoints(found).map((one) => opening(one, found, look, concede)),
    ),
  );
}

const part = (share) =>
  share > 1
    ? 'more than all of its range'
    : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} % of its range`;

const step = (one) =>
  one.red_line
    ? [
        h('b', {}, bdi(one.party)),
        ' gives up its red line ',
        h('span', {class: 'tag line'}, bdi(one.red_line)),
      ]
    : [
        h('b', {}, bdi(one.party)),
        ` takes ${rounded(one.to)} instead of ${rounded(one.reservation)} (${part(one.share_of_range)})`,
      ];
const rounded = (value) => value.toFixed(3).replace(/\.?0+$/, '');

function opening(one, found, look, concede) {
  const numbers = one.steps.filter((each) => !each.red_line);
  return h(
    'li',
    {},
    h(
      'p',
      {},
      h('span', {class: 'letter'}, one.letter),
      ' ',
      one.steps.map((each, i) => [i ? ', and ' : '', step(each)]),
      '.',
    ),
    h(
      'p',
      {class: 'fine'},
      'Then they could sign: ',
      one.package.map((option, i) => [
        i ? '; ' : '',
        bdi(found.issues[i].name),
        ' ',
        h('b', {}, bdi(option)),
      ]),
      `. Worth ${listed(found.parties.map((name, i) => `${one.utilities[i].toFixed(3)} to ${name}`))}.`,
    ),
    h(
      'p',
      {class: 'acts'},
      button(['Look at it', heard(` ${one.letter}`)], () => look(one.package)),
      numbers.length
        ? button(
            [
              numbers.length === one.steps.length ? 'Try it' : 'Try its numbers',
              heard(` ${one.letter}`),
            ],
            () =>
              concede(
                numbers.map(({party, to}) => ({party, issue: '', option: '', low: to, high: to})),
                one.package,
              ),
          )
        : null,
    ),
    numbers.length < one.steps.length
      ? h(
          'p',
          {class: 'fine'},
          'A red line is no number: it is taken out of the scenario’s file, by who may say so: ',
          names(one.steps.filter((each) => each.red_line).map((each) => each.party)),
          '.',
        )
      : null,
  );
}
