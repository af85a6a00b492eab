// SPDX-License-Identifier: Apache-2.0
// Who changed what, when and why; and the way back.
import {routeText} from '../core/route.js';
import {changesIn, dayText, doneWord, kindOf, spoken} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, heard, show, to} from '../parts/dom.js';
import {signed} from '../parts/dialogs.js';
import {longList} from '../parts/virtual.js';

export const title = 'Log';

const ROW = 64;
const VERBS = ['add', 'confirm', 'reject', 'edit', 'undo', 'import'];

export function mount(main, route) {
  const filter = {verb: '', item: route.query.item ?? '', who: ''};
  const rows = longList({
    label: 'The log, newest first',
    row: ROW,
    empty: 'No such line.',
    fetch: async (from, count) => {
      const answer = await store.get('log', {...filter, from, count, order: 'newest'});
      return {rows: answer.entries, total: answer.total};
    },
    draw: drawEntry,
  });
  const item = h('input', {
    type: 'search',
    value: filter.item,
    placeholder: 'p12, s3, d5',
    on: {
      change: (event) => {
        filter.item = event.target.value.trim();
        rows.refresh();
      },
    },
  });
  show(
    main,
    h('h2', {}, title),
    h('p', {class: 'sub'}, 'The log is only added to: what is undone is a new line, too.'),
    h(
      'div',
      {class: 'controls'},
      choice(
        'Done',
        [
          {value: '', label: 'everything'},
          ...VERBS.map((verb) => ({value: verb, label: doneWord(verb)})),
        ],
        '',
        (value) => {
          filter.verb = value;
          rows.refresh();
        },
      ),
      h('label', {class: 'field'}, h('span', {}, 'Item'), item),
    ),
    rows.element,
  );
  rows
    .refresh()
    .catch((failure) =>
      show(main, h('p', {class: 'none'}, `${failure.message}. ${failure.cure ?? ''}`)),
    );
  return {
    refresh: rows.refresh,
    update: (next) => {
      filter.item = item.value = next.query.item ?? '';
      rows.refresh();
    },
  };
}

function drawEntry(entry) {
  const changes = changesIn(entry),
    canUndo = store.can('undo') && ['confirm', 'reject', 'edit', 'undo'].includes(entry.verb);
  const where = /^d\d+$/.test(entry.item)
    ? routeText('read', [entry.item])
    : /^[spmc]\d+$/.test(entry.item)
      ? routeText('read', ['item', entry.item])
      : null;
  return h(
    'div',
    {class: 'entry', 'data-number': entry.number},
    h('span', {class: 'number'}, entry.number),
    h(
      'div',
      {class: 'told'},
      h(
        'p',
        {class: 'one'},
        h('b', {}, bdi(entry.who)),
        ` ${doneWord(entry.verb)} `,
        where
          ? to(where, {'data-key': 'i' + entry.number}, `${kindOf(entry.item)} ${entry.item}`)
          : bdi(entry.item),
        entry.why ? [': ', h('q', {}, bdi(entry.why))] : null,
      ),
      h(
        'p',
        {class: 'one fine'},
        changes.length
          ? changes.map((one, i) => [
              i ? '; ' : '',
              spoken(one.field),
              ': ',
              one.before ? [h('s', {}, heard('from '), bdi(one.before)), ' → '] : '',
              bdi(one.after || 'nothing'),
            ])
          : ' ',
      ),
    ),
    h(
      'span',
      {class: 'at'},
      h(
        'time',
        {datetime: entry.at},
        dayText(entry.at.slice(0, 10)),
        h('span', {class: 'clock'}, ' ', entry.at.slice(11, 16)),
      ),
      canUndo
        ? button('Undo', async () => (await signed()) && store.undo([entry.number]), {
            class: 'quiet',
            'aria-label': `Undo line ${entry.number}`,
            'data-key': 'u' + entry.number,
          })
        : null,
    ),
  );
}
