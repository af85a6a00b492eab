// SPDX-License-Identifier: Apache-2.0
// The list of articles beside the one that is read.
import {routeText} from '../core/route.js';
import {dayText} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, h, heard, to} from '../parts/dom.js';
import {longList} from '../parts/virtual.js';

const ROW = 68;

/**
 * The articles of the case, with what is still to be looked at in each.
 * @param {(card: {id: string}) => boolean} isHere whether it is the one that is open
 */
export function documentList(isHere) {
  let query = '';
  const rows = longList({
    label: 'Articles',
    row: ROW,
    empty: 'No article.',
    fetch: async (from, count) => {
      const answer = await store.get('documents', {from, count, q: query});
      return {rows: answer.documents, total: answer.total};
    },
    draw: (one) =>
      h(
        'div',
        {class: 'doc', 'data-here': String(isHere(one))},
        to(
          routeText('read', [one.id]),
          {'data-key': one.id, 'aria-current': isHere(one) ? 'true' : null},
          h('span', {class: 'name'}, bdi(one.title || one.name)),
          h(
            'span',
            {class: 'fine'},
            bdi(one.outlet || 'outlet not stated'),
            ', ',
            dayText(one.date),
            one.same_account_as ? `, copy of ${one.same_account_as}` : '',
            ' · ',
            one.suggested
              ? h('b', {}, one.suggested, '\u00a0?', heard(' suggestions'))
              : one.items
                ? '✓ all looked at'
                : 'nothing found',
          ),
        ),
      ),
  });
  const search = h('input', {
    type: 'search',
    placeholder: 'title, outlet, file',
    'aria-label': 'Search the articles',
    on: {
      input: (event) => {
        query = event.target.value;
        rows.refresh();
      },
    },
  });
  const side = h('nav', {class: 'side', 'aria-label': 'Articles'}, search, rows.element);
  const mark = () => {
    for (const link of side.querySelectorAll('a[data-key]')) {
      const here = isHere({id: link.dataset.key});
      link.parentElement.dataset.here = here;
      if (here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  return {side, refresh: rows.refresh, mark};
}
