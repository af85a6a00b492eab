// SPDX-License-Identifier: Apache-2.0
// A position with its sentence, and the way on to the article.
import {routeText} from '../core/route.js';
import {dayText, optionText, shortDay, spoken, stanceMark} from '../core/words.js';
import {store} from '../data/store.js';
import {judgeButtons, statusMark} from './judge.js';
import {bdi, h, heard, to} from './dom.js';

export const redLineTag = () => h('span', {class: 'tag line'}, 'red line');

export function stanceTag(position) {
  return h(
    'span',
    {class: 'stance'},
    h('span', {class: 'glyph', 'aria-hidden': 'true'}, stanceMark(position.stance)),
    ' ' + spoken(position.stance),
  );
}

export const firmTag = (position) =>
  position.firmness === 'red_line'
    ? redLineTag()
    : position.firmness === 'unstated'
      ? null
      : h('span', {class: 'tag'}, spoken(position.firmness));

export const unsureTag = (item) =>
  item.unsure
    ? h(
        'span',
        {
          class: 'tag unsure',
          title: 'The sentence behind it was read in two ways that do not agree; look at it first',
        },
        h('span', {'aria-hidden': 'true'}, '≈ '),
        'low confidence',
      )
    : null;

/** A position as a finding cites it, and the way to its sentence. */
export const citedLink = (one) =>
  one
    ? [
        stanceTag(one),
        ' ',
        firmTag(one),
        ' ',
        to(
          routeText('read', ['item', one.id]),
          {class: 'said'},
          h('q', {}, bdi(cut(one.words, 160))),
          ` ${shortDay(one.date)}`,
          one.status === 'suggested' ? ' ?' : '',
        ),
      ]
    : h('span', {class: 'none'}, 'nothing before');

/** What a position wants in short: the option, else its own words. */
export function wanted(position, most = Infinity) {
  const option = optionText(store.issue(position.issue), position.option);
  return option
    ? h('span', {class: 'opt'}, option)
    : h('span', {class: 'opt said'}, '“', bdi(cut(position.words, most)), '”');
}
const cut = (text, most) =>
  text.length > most ? text.slice(0, most - 1).replace(/\s+\S*$/, '') + '…' : text;

export const whenWords = (position) => {
  const said = position.date_is === 'said' || position.said;
  const day = position.date ?? position.said ?? position.printed;
  return day ? `${said ? 'said' : 'printed'} ${dayText(day)}` : 'no date';
};

/** @param {any} position @param {{document?: any, seen: number, speaker?: string}} more */
export function positionCard(position, {document, seen, speaker}) {
  const item = store.seen(position);
  const where = document
    ? [document.outlet, document.title || document.name].filter(Boolean)
    : [position.doc];
  return h(
    'article',
    {class: 'card ' + item.review.status + (item.pending ? ' pending' : ''), 'data-item': item.id},
    h(
      'p',
      {class: 'what'},
      stanceTag(item),
      ' ',
      firmTag(item),
      ' ',
      unsureTag(item),
      ' ',
      statusMark(item.review),
      h('span', {class: 'nr'}, item.id),
    ),
    item.option ? h('p', {class: 'option'}, wanted(item)) : null,
    h('blockquote', {}, bdi(item.words)),
    item.condition ? h('p', {class: 'cond'}, 'on condition: ', bdi(item.condition)) : null,
    h(
      'p',
      {class: 'by'},
      speaker ? [bdi(speaker), ', '] : null,
      whenWords(item),
      h('br', {}),
      to(
        routeText('read', [position.document, item.id]),
        {},
        heard('Open the article at this place: '),
        where.map((one, i) => [i ? ', ' : '', bdi(one)]),
        ' →',
      ),
    ),
    judgeButtons(item, seen),
  );
}
