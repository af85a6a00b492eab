// SPDX-License-Identifier: Apache-2.0
// How sure it is, where numbers are known within bounds: in how many readings, and which number decides.
import {boundsText} from '../core/numbers.js';
import {countsOf, dealText, deciding, settledBy, surest, unknownText} from '../core/readings.js';
import {counted} from '../core/words.js';
import {bdi, button, h, heard, stacked} from '../parts/dom.js';

const MOST_NUMBERS = 5,
  MOST_PACKAGES = 6;
const IN = {all: 'in all readings', some: 'in some', none: 'in none', open: 'not settled'};

/**
 * @param {any} found an answer of /api/deals
 * @param {{look: (options: string[]) => void, set: (changes: any[]) => void}} acts
 */
export function sureness(found, {look, set}) {
  const {certainty} = found;
  if (!certainty) return null;
  return h(
    'section',
    {class: 'sureness'},
    h('h4', {}, 'How sure that is'),
    h(
      'p',
      {class: 'fine'},
      'A reading takes one number out of each of the bounds. What holds in all of them holds whatever the numbers are.',
    ),
    counts(found),
    certainty.complete
      ? null
      : h('p', {class: 'finding'}, 'Stopped before every package and every number was looked at.'),
    packages(found, look),
    h('h4', {}, 'Which number decides'),
    numbers(certainty, set),
  );
}

function counts(found) {
  const all = countsOf(found.certainty, found.outcomes);
  if (!all) return h('p', {}, 'There are too many packages to count those acceptable to all.');
  return h(
    'dl',
    {class: 'counts', 'aria-label': 'Packages acceptable to all parties'},
    [
      ['all', 'acceptable to all parties in all readings'],
      ['some', 'in some readings'],
      ['none', 'in none'],
    ].map(([key, words]) =>
      h('div', {}, h('dt', {}, words), h('dd', {}, all[key].toLocaleString('en'))),
    ),
  );
}

function packages(found, look) {
  const all = surest(
    found.certainty.packages,
    found.numbers.parties.map((one) => one.reservation?.[1] ?? -Infinity),
    found.ranges,
  );
  if (!all.length) return null;
  return [
    h(
      'p',
      {},
      all.length > MOST_PACKAGES
        ? `The ${MOST_PACKAGES} surest of ${counted(all.length, 'package')} that could be signed, those first that lack least at the worst:`
        : 'What could be signed, those first that lack least at the worst:',
    ),
    h(
      'div',
      {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'The surest packages'},
      stacked(
        h(
          'table',
          {class: 'plain'},
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              [
                'Acceptable to all',
                'Efficient',
                ...found.parties,
                ...found.issues.map((one) => one.name),
                '',
              ].map((name) => h(name ? 'th' : 'td', name ? {scope: 'col'} : {}, bdi(name))),
            ),
          ),
          h(
            'tbody',
            {},
            all.slice(0, MOST_PACKAGES).map((one) =>
              h(
                'tr',
                {},
                h('td', {}, IN[one.acceptable]),
                h('td', {}, IN[one.efficient]),
                one.utilities.map((bounds) => h('td', {class: 'bounds-of'}, boundsText(bounds))),
                one.package.map((option) => h('td', {}, bdi(option))),
                h(
                  'td',
                  {},
                  button(
                    ['Look at it', heard(': ' + one.package.join(', '))],
                    () => look(one.package),
                    {class: 'quiet'},
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ];
}

function numbers(certainty, set) {
  const open = counted(certainty.unknowns.length, 'number is', 'numbers are');
  if (!certainty.asked)
    return h(
      'p',
      {},
      `${open} known within bounds only; there are too many packages to try each of them.`,
    );
  const all = deciding(certainty);
  if (!all.length)
    return h(
      'p',
      {},
      'No single number would settle anything, if it were known: only several together.',
    );
  return [
    h(
      'p',
      {},
      `${open} known within bounds only. These would settle most, so they are worth asking about first:`,
    ),
    h(
      'ul',
      {class: 'deciding'},
      all.slice(0, MOST_NUMBERS).map((one) => unknown(one, certainty.deal, set)),
    ),
    all.length > MOST_NUMBERS
      ? h('p', {class: 'fine'}, `${counted(all.length - MOST_NUMBERS, 'other')} would settle less.`)
      : null,
  ];
}

const unknown = (one, deal, set) =>
  h(
    'li',
    {},
    h('p', {}, h('b', {}, bdi(one.party)), `: ${unknownText(one)}, ${boundsText(one.bounds)}`),
    h(
      'dl',
      {},
      [one.at_lowest, one.at_highest].map((end) => {
        const at = boundsText([end.at, end.at]);
        return h(
          'div',
          {},
          h('dt', {}, `at ${at}`),
          h('dd', {}, settledBy(end, deal).join('; ') || 'nothing more is settled'),
          h(
            'dd',
            {},
            button(
              [`Try ${at}`, heard(`: ${one.party}, ${unknownText(one)}`)],
              () =>
                set([
                  {
                    party: one.party,
                    issue: one.issue ?? '',
                    option: one.option ?? '',
                    low: end.at,
                    high: end.at,
                  },
                ]),
              {class: 'quiet'},
            ),
          ),
        );
      }),
    ),
  );

/** Whether there is a deal, first. @param {any} found an answer of /api/deals */
export function whether(found) {
  const parties =
    found.parties.length === 2 ? 'both parties' : `all ${found.parties.length} parties`;
  const count = BigInt(found.rational_count ?? 0).toLocaleString('en'),
    total = BigInt(found.outcomes).toLocaleString('en');
  const here = found.frontier.length
    ? found.rational_count == null
      ? `There are packages acceptable to ${parties}; too many to count`
      : `${count} of ${total} packages ${found.rational_count === 1 ? 'is' : 'are'} acceptable to ${parties}`
    : found.complete
      ? `No package is acceptable to ${parties}`
      : 'None was found before the stop';
  return found.certainty
    ? h(
        'p',
        {class: 'finding'},
        h('b', {}, dealText(found.certainty.deal)),
        ` At the middle of all bounds: ${here[0].toLowerCase()}${here.slice(1)}.`,
      )
    : h('p', {class: 'finding'}, h('b', {}, here + '.'));
}
