// SPDX-License-Identifier: Apache-2.0
// Two accounts of one meeting side by side: what both tell, what only one tells. Who is right is not for the program.
import {wordDiff} from '../core/diff.js';
import {routeText} from '../core/route.js';
import {dayText, failureText, spoken} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, h, heard, names, show, to} from '../parts/dom.js';
import {drawDisputes} from './disputes.js';

export const title = 'Accounts';

const SIGNS = {
  agreed: ['=', 'both tell it'],
  differs: ['≠', 'they differ'],
  only_left: ['◁', 'only the left one tells it'],
  only_right: ['▷', 'only the right one tells it'],
};

export function mount(main) {
  const pairs = h('div', {}),
    disputes = h('div', {});
  show(
    main,
    h('h2', {}, title),
    h('h3', {}, 'What does not fit together'),
    h(
      'p',
      {class: 'sub'},
      'Underlined words stand in one of the two only. Each leads to its sentence. Who is right is not for the program.',
    ),
    disputes,
    h('h3', {}, 'Two sources on one meeting'),
    h(
      'p',
      {class: 'sub'},
      'Matched sentence by sentence. That one is silent does not make the other wrong.',
    ),
    pairs,
  );
  const read = async () => {
    const answer = await store.get('accounts');
    const meetings = new Map(answer.meetings.map((one) => [one.id, one])),
      cards = new Map(answer.documents.map((one) => [one.id, one]));
    await drawDisputes(disputes);
    show(
      pairs,
      answer.accounts.length
        ? answer.accounts.map((pair) => drawPair(pair, meetings, cards))
        : h('p', {class: 'none'}, 'No meeting of this case is told by two sources of their own.'),
    );
  };
  const failed = (failure) => show(pairs, h('p', {class: 'none'}, failureText(failure)));
  read().catch(failed);
  return {refresh: () => read().catch(failed)};
}

function drawPair(pair, meetings, cards) {
  const left = meetings.get(pair.left),
    right = meetings.get(pair.right);
  const name = (meeting) => {
    const card = cards.get(meeting.document);
    return [
      bdi(card?.outlet || card?.title || meeting.doc),
      h('small', {}, bdi(card?.title || meeting.doc), ', ', dayText(card?.date)),
    ];
  };
  const place = left.place || right.place,
    count = (agreement) => pair.lines.filter((line) => line.agreement === agreement).length;
  return h(
    'section',
    {class: 'account'},
    h(
      'h3',
      {},
      `${spoken(left.status)} ${dayText(left.when)}`,
      place ? [', ', bdi(place)] : null,
      ': ',
      names((left.parties.length >= right.parties.length ? left : right).parties),
    ),
    h(
      'p',
      {class: 'fine'},
      `${count('agreed')} in both, ${count('differs')} differ, ${count('only_left')} only left, ${count('only_right')} only right`,
    ),
    h(
      'table',
      {class: 'sides'},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', {scope: 'col'}, name(left)),
          h('td', {}, heard('how they compare')),
          h('th', {scope: 'col'}, name(right)),
        ),
      ),
      h(
        'tbody',
        {},
        pair.lines.map((line) => drawLine(line, left, right)),
      ),
    ),
  );
}

function drawLine(line, left, right) {
  const [sign, words] = SIGNS[line.agreement] ?? ['', line.agreement];
  const [one, other] =
    line.left && line.right ? wordDiff(line.left.words, line.right.words) : [null, null];
  return h(
    'tr',
    {class: line.agreement},
    cell(line.left, left, one, 'left'),
    h('td', {class: 'join'}, h('span', {'aria-hidden': 'true'}, sign), h('small', {}, words)),
    cell(line.right, right, other, 'right'),
  );
}

function cell(side, meeting, words, where) {
  if (!side) return h('td', {class: 'silent ' + where}, h('span', {}, 'says nothing of it'));
  return h(
    'td',
    {class: where},
    to(
      routeText('read', [meeting.document, meeting.id]),
      {class: 'sentence', dir: 'auto'},
      words
        ? words.map(({word, same}, i) => [i ? ' ' : '', same ? word : h('u', {}, word)])
        : side.words,
    ),
  );
}
