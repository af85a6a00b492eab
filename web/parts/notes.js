// SPDX-License-Identifier: Apache-2.0
// Short news at the edge of the page; what was refused stays until somebody has read it.
import {calledOf, changesIn, dayText, doneWord, spoken} from '../core/words.js';
import {routeText} from '../core/route.js';
import {button, h, to} from './dom.js';

const room = () => document.getElementById('notes');

function put(kind, ...children) {
  const element = h('div', {class: 'note ' + kind}, ...children);
  room().append(element);
  while (room().children.length > 4) room().firstChild.remove();
  return element;
}

/** @param {string} words */
export function note(words) {
  if (room().lastChild?.textContent === words) return;
  const element = put('', h('p', {}, words));
  setTimeout(() => element.remove(), 6000);
}

/** What somebody else did to an item in the meantime. */
export function conflictWords(entry) {
  return h(
    'div',
    {class: 'other'},
    h(
      'p',
      {},
      h('bdi', {}, entry.who),
      ` ${doneWord(entry.verb)} ${calledOf(entry.item)} on ${dayText(entry.at.slice(0, 10))}`,
      entry.why ? [': “', h('bdi', {}, entry.why), '”'] : '',
    ),
    h(
      'ul',
      {},
      changesIn(entry).map((one) =>
        h(
          'li',
          {},
          `${spoken(one.field)}: `,
          h('s', {}, h('bdi', {}, one.before || 'nothing')),
          ' → ',
          h('b', {}, h('bdi', {}, one.after || 'nothing')),
        ),
      ),
    ),
  );
}

export function refusal({failure, items}) {
  const close = () => element.remove();
  const element = put(
    'refused',
    h('p', {}, h('b', {}, failure.message + '.'), failure.cure ? ` ${failure.cure}.` : ''),
    failure.conflict ? conflictWords(failure.conflict.entry) : null,
    h(
      'p',
      {class: 'acts'},
      items[0] && /^[spmcl]\d+$/.test(items[0])
        ? to(routeText('read', ['item', items[0]]), {}, `See ${items[0]}`)
        : null,
      button('Close', close),
    ),
  );
}
