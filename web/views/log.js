// SPDX-License-Identifier: Apache-2.0
// Who changed what, when and why; and the way back.
import {routeText} from '../core/route.js';
import {
  calledOf,
  changesIn,
  dayText,
  doneWord,
  failureText,
  kindOf,
  spoken,
} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, heard, show, to} from '../parts/dom.js';
import {signed} from '../parts/dialogs.js';
import {longList} from '../parts/virtual.js';

export const title = 'Log';

const ROW = 64;
const VERBS = ['add', 'confirm', 'reject', 'edit', 'split', 'merge', 'learn', 'undo', 'import'];
const UNDONE = ['confirm', 'reject', 'edit', 'split', 'merge', 'undo'];

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
    store.can('learn') ? learning() : null,
  );
  rows.refresh().catch((failure) => show(main, h('p', {class: 'none'}, failureText(failure))));
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
    canUndo = store.can('undo') && UNDONE.includes(entry.verb);
  const where = /^d\d+$/.test(entry.item)
    ? routeText('read', [entry.item])
    : /^[spmcl]\d+$/.test(entry.item)
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
          ? to(
              where,
              {'data-key': 'i' + entry.number},
              h('span', {class: 'kind'}, kindOf(entry.item) + ' '),
              entry.item,
            )
          : [
              h('span', {class: 'kind'}, kindOf(entry.item) === 'party' ? 'party ' : ''),
              bdi(calledOf(entry.item)),
            ],
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

// What people judged teaches how the rest is coded: first what it would change, then the change.
function learning() {
  const result = h('div', {role: 'status'});
  const look = async () => {
    show(result, h('p', {}, 'Learning …'));
    const found = await store.get('learn').catch((failure) => failure);
    if (found instanceof Error) return show(result, h('p', {class: 'refusal'}, found.message));
    show(result, learned(found));
  };
  const learn = async () => {
    const found = await store.learn();
    if (found) show(result, learned(found));
  };
  const learned = (found) => [
    h(
      'ul',
      {},
      found.fields.map((one) =>
        h(
          'li',
          {},
          `${one.field}: ${one.judged} judged, ${one.wrong} of them corrected; held back, what was learned changed ${one.changed} and was right in ${one.mended}.`,
        ),
      ),
    ),
    found.changes.length
      ? h(
          'ul',
          {class: 'learned'},
          found.changes
            .slice(0, 200)
            .map((one) =>
              h(
                'li',
                {},
                to(routeText('read', ['item', one.item]), {}, one.item),
                ` ${one.field}: `,
                h('s', {}, bdi(spoken(one.before || 'new'))),
                ' → ',
                h('b', {}, bdi(spoken(one.after || 'nothing'))),
                one.sign
                  ? [', by “', bdi(one.sign), `”, corrected so ${one.times} times of ${one.of}`]
                  : null,
              ),
            ),
        )
      : h('p', {class: 'none'}, 'Nothing would be coded otherwise.'),
    found.dry_run && found.changes.length
      ? button(`Code these ${found.changes.length} anew`, learn, {class: 'main'})
      : null,
    found.dry_run
      ? null
      : h(
          'p',
          {},
          'Coded anew. They are suggestions like any other; edit or confirm overrules them.',
        ),
  ];
  return h(
    'section',
    {class: 'learning'},
    h('h3', {}, 'Learn from what was judged'),
    h(
      'p',
      {class: 'sub'},
      'Whatever people confirmed, edited and rejected teaches which words speak of which issue here. Positions that nobody has looked at are coded anew where that has been right before.',
    ),
    button('See what it would change', look),
    result,
  );
}
