// SPDX-License-Identifier: Apache-2.0
// Short news at the edge of the page; what was refused stays until somebody has read it.
import {calledOf, changesIn, dayText, doneWord, spoken} from '../core/words.js';
import {routeText} from '../core/route.js';
import {bdi, button, h, to} from './dom.js';

const room = () => document.getElementById('notes');

function put(kind, ...children) {
  const element = h('div', {class: 'note ' + kind}, ...children);
  room().append(element);
  while (room().children.length > 4) room().firstChild.remove();
  return element;
}

/** What came from outside stands by itself. @typedef {string | {from: string}} Part */
const spelled = (part) => (typeof part === 'string' ? part : bdi(part.from));

/** @param {string | Part[]} words */
export function note(words) {
  const line = h('p', {}, [words].flat().map(spelled));
  if (room().lastChild?.textContent === line.textContent) return;
  const element = put('', line);
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
      bdi(entry.who),
      ` ${doneWord(entry.verb)} `,
      bdi(calledOf(entry.item)),
      ` on ${dayText(entry.at.slice(0, 10))}`,
      entry.why ? [': “', bdi(entry.why), '”'] : '',
    ),
    h(
      'ul',
      {},
      changesIn(entry).map((one) =>
        h(
          'li',
          {},
          `${spoken(one.field)}: `,
          h('s', {}, bdi(one.before || 'nothing')),
          ' → ',
          h('b', {}, bdi(one.after || 'nothing')),
        ),
      ),
    ),
  );
}

export function refusal({failure, items}) {
  const close = () => element.remove();
  const element = put(
    'refused',
    h(
      'p',
      {},
      h('b', {}, bdi(failure.message), '.'),
      failure.cure ? [' ', bdi(failure.cure), '.'] : '',
    ),
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
