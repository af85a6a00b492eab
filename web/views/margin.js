// SPDX-License-Identifier: Apache-2.0
// What stands in the margin of an article, in words.
import {dayText, spoken, useWords} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, h, names} from '../parts/dom.js';
import {firmTag, stanceTag, unsureTag, wanted} from '../parts/evidence.js';

/** Who, or what kind of thing, in the first line of a note. */
export function noteWords({kind, item}) {
  if (kind === 's')
    return [
      h('b', {}, bdi(item.speaker || 'unnamed')),
      item.party && item.party !== item.speaker ? [' (', bdi(item.party), ')'] : '',
      h(
        'small',
        {},
        ` ${item.speech === 'mixed' ? 'partly quoted' : item.speech}`,
        item.polarity === 'rejected' ? ', denies this' : '',
      ),
      ' ',
      unsureTag(item),
    ];
  if (kind === 'p')
    return [bdi(item.party), ' ', stanceTag(item), ' ', firmTag(item), ' ', unsureTag(item)];
  if (kind === 'l')
    return [
      h('b', {}, 'Lever'),
      ' ',
      bdi(item.holder),
      ` ${useWords(item.use)} `,
      spoken(item.kind),
    ];
  if (kind === 'm')
    return [
      h('b', {}, 'Meeting'),
      ' ',
      h('span', {class: 'tag ' + item.status}, spoken(item.status)),
      ' ',
      item.when ? dayText(item.when) : item.when_words || 'no date',
    ];
  return [h('b', {}, 'Clause'), ' ', bdi([item.draft, item.number].filter(Boolean).join(', '))];
}

/** What it is about. */
export function noteMore({kind, item}) {
  const issue = () =>
    h('span', {class: 'issue'}, bdi(item.issue ? store.issueLabel(item.issue) : 'fits no issue'));
  if (kind === 's')
    return item.within
      ? h('p', {class: 'fine'}, `told by ${item.within}`)
      : item.continues
        ? h('p', {class: 'fine'}, `goes on from ${item.continues}`)
        : null;
  if (kind === 'p')
    return h(
      'p',
      {class: 'more'},
      issue(),
      item.option ? [': ', wanted(item)] : null,
      item.condition ? [h('br'), 'on condition: ', bdi(item.condition)] : null,
    );
  if (kind === 'm')
    return h(
      'p',
      {class: 'more'},
      item.parties?.length ? names(item.parties) : 'parties not stated',
      item.place ? [', ', bdi(item.place)] : null,
    );
  if (kind === 'l') return leverMore(item);
  return h('p', {class: 'more'}, issue(), item.option ? [': ', wanted(item)] : null);
}

/** Whom it is to move, until when, on what condition. */
export function leverMore(item) {
  const until = item.deadline_words || item.deadline;
  const parts = [
    item.target ? ['towards ', bdi(item.target)] : null,
    until
      ? [bdi(item.deadline_words), item.deadline ? ` (until ${dayText(item.deadline)})` : '']
      : null,
    item.condition ? ['on condition: ', bdi(item.condition)] : null,
  ].filter(Boolean);
  return parts.length
    ? h(
        'p',
        {class: 'more'},
        parts.map((one, i) => [i ? ' · ' : '', one]),
      )
    : null;
}
