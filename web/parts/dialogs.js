// SPDX-License-Identifier: Apache-2.0
// What one is asked before something is signed.
import {
  FIRMNESSES,
  LEVER_USES,
  STANCES,
  kindOf,
  rolesText,
  spoken,
  useWords,
} from '../core/words.js';
import {store} from '../data/store.js';
import {button, h, heard, show} from './dom.js';

/**
 * Opens a dialog and waits for it. @template T
 * @param {string | any[]} title @param {(close: (value: T | null) => void) => any} build @returns {Promise<T | null>}
 */
export function ask(title, build, kind = '') {
  const back = document.activeElement;
  return new Promise((done) => {
    let answer = null;
    const dialog = h('dialog', {
      class: kind,
      'aria-labelledby': 'dialog-title',
      on: {
        close: () => {
          dialog.remove();
          back?.isConnected && back.focus?.({preventScroll: true});
          done(answer);
        },
      },
    });
    const close = (value) => {
      answer = value;
      dialog.close();
    };
    show(dialog, h('h2', {id: 'dialog-title'}, title), build(close));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const form = (submit, ...children) =>
  h(
    'form',
    {
      method: 'dialog',
      on: {
        submit: (event) => {
          event.preventDefault();
          submit(new FormData(event.target));
        },
      },
    },
    ...children,
  );

export const field = (label, input, hint) =>
  h('label', {class: 'field'}, h('span', {}, label), input, hint ? h('small', {}, hint) : null);

/** Who signs what is done here. @returns {Promise<string | null>} */
export async function askWho() {
  const who = await ask('Who are you?', (close) =>
    form(
      (data) => close(String(data.get('who')).trim() || null),
      h('p', {}, 'Each judgement is signed in the log of the case.'),
      field(
        'Name',
        h('input', {
          name: 'who',
          value: store.who,
          required: true,
          maxlength: 80,
          autocomplete: 'name',
          autofocus: true,
        }),
      ),
      h(
        'p',
        {class: 'acts'},
        h('button', {class: 'main'}, 'Sign with this name'),
        button('Not now', () => close(null)),
      ),
    ),
  );
  if (who) {
    store.who = who;
    store.tell('who', {});
  }
  return who;
}

/** Whether somebody signs; asks the first time. */
export const signed = async () => store.who !== '' || (await askWho()) !== null;

const REASONS = {
  s: ['not said by this speaker', 'nobody said this', 'the words are cut wrongly'],
  p: ['not about this issue', 'another stance', 'not this party', 'no position at all'],
  m: ['no meeting', 'other participants', 'another day'],
  c: ['no clause of a draft', 'not about this issue'],
  w: ['another person', 'no person'],
  l: ['no lever', 'not this party', 'another use of it'],
};

/** Why something is rejected: a digit takes one of the usual reasons. @param {string[]} items */
export function askReason(items) {
  const usual = REASONS[items[0][0]] ?? [];
  return ask(`Reject ${items.join(', ')}`, (close) => {
    const choose = usual.map((why, i) =>
      button([h('kbd', {}, i + 1), ' ' + why], () => close(why), {class: 'reason'}),
    );
    const body = form(
      (data) => close(String(data.get('why')).trim() || null),
      h('div', {class: 'reasons'}, choose),
      field('Another reason', h('input', {name: 'why', required: true, maxlength: 400})),
      h(
        'p',
        {class: 'acts'},
        h('button', {class: 'main'}, 'Reject'),
        button('Cancel', () => close(null)),
      ),
    );
    body.addEventListener('keydown', (event) => {
      const why = usual[Number(event.key) - 1];
      if (!why || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      close(why);
    });
    requestAnimationFrame(() => choose[0]?.focus());
    return body;
  });
}

const select = (name, options, value, more = {}) =>
  h(
    'select',
    {name, ...more},
    options.map((one) => h('option', {value: one.value, selected: one.value === value}, one.label)),
  );
const plain = (words) => words.map((value) => ({value, label: spoken(value)}));
const none = (label = '–') => ({value: '', label});
const parties = () =>
  store.about.codebook.parties.map((one) => ({value: one.name, label: one.name}));
const withOwn = (options, value) =>
  value && !options.some((one) => one.value === value)
    ? [...options, {value, label: value}]
    : options;
const line = (name, value, most = 400) => h('input', {name, value: value ?? '', maxlength: most});

function optionFields(item, names) {
  const box = h('div', {class: 'pair'});
  const fill = (id, option) => {
    const options = (store.issue(id)?.options ?? []).map((one) => ({
      value: one.id,
      label: one.label,
    }));
    if (!options.length)
      return show(
        box,
        h('p', {class: 'none'}, 'This issue has no options; the words stand for themselves.'),
      );
    show(
      box,
      field('Option', select('low', [none('not placed'), ...options], option?.[0] ?? '')),
      store.issue(id).ordered
        ? field(
            'up to',
            select(
              'high',
              [none('the same'), ...options],
              option && option[0] !== option[1] ? option[1] : '',
            ),
          )
        : null,
    );
  };
  const issue = select(
    'issue',
    [
      ...(names.blank ? [none('fits none')] : []),
      ...store.about.codebook.issues.map((one) => ({value: one.id, label: one.label})),
    ],
    item.issue ?? '',
    {on: {change: (event) => fill(event.target.value, null)}},
  );
  fill(item.issue, item.option);
  return [field('Issue', issue), box];
}

// Offices with their days: as many lines as one needs.
function roleFields(roles) {
  const rows = h('div', {class: 'role-rows'});
  const day = (name, words, value) =>
    h('input', {type: 'date', name, value: value ?? '', 'aria-label': words});
  const add = ({role, from, until}, focus = false) => {
    const row = h(
      'div',
      {class: 'role-row'},
      h('input', {name: 'roles.role', value: role, maxlength: 200, 'aria-label': 'Office'}),
      day('roles.from', 'Its first day', from),
      day('roles.until', 'Its last day', until),
      button(
        [h('span', {'aria-hidden': 'true'}, '×'), heard('Take this office out')],
        () => {
          const next = row.nextElementSibling ?? row.previousElementSibling;
          row.remove();
          (next?.querySelector('button') ?? more).focus();
        },
        {class: 'quiet'},
      ),
    );
    rows.append(row);
    if (focus) row.querySelector('input').focus();
  };
  const more = button('Add an office', () => add({role: '', from: null, until: null}, true));
  for (const one of roles) add(one);
  return h(
    'fieldset',
    {class: 'roles'},
    h('legend', {}, 'Offices, each with its first and last day'),
    h('input', {type: 'hidden', name: 'roles', value: ''}),
    rows,
    more,
  );
}

function rolesIn(data) {
  const [role, from, until] = ['role', 'from', 'until'].map((name) => data.getAll('roles.' + name));
  return rolesText(
    role.map((one, i) => ({role: String(one), from: from[i] || null, until: until[i] || null})),
  );
}

const FIELDS = {
  s: (item) => [
    field('Speaker', line('speaker', item.speaker)),
    field(
      'Speaks for',
      select('party', withOwn([none('nobody known'), ...parties()], item.party), item.party ?? ''),
    ),
    field('The content is', select('polarity', plain(['asserted', 'rejected']), item.polarity)),
  ],
  p: (item) => [
    field('Party', select('party', withOwn(parties(), item.party), item.party)),
    ...optionFields(item, {}),
    field('Stance', select('stance', plain(STANCES), item.stance)),
    field('Firmness', select('firmness', plain(FIRMNESSES), item.firmness)),
    field('Condition', line('condition', item.condition), 'in the words of the text'),
    field('Said on', h('input', {name: 'said', type: 'date', value: item.said ?? ''})),
  ],
  m: (item) => [
    field('Parties', line('parties', (item.parties ?? []).join(', ')), 'separated by commas'),
    field('People', line('people', (item.people ?? []).join(', '))),
    field('Place', line('place', item.place)),
    field('Day', h('input', {name: 'when', type: 'date', value: item.when ?? ''})),
    field(
      'Status',
      select(
        'status',
        plain(['held', 'planned', 'reported', 'cancelled', 'proposed']),
        item.status,
      ),
    ),
  ],
  c: (item) => [
    field('Draft', line('draft', item.draft)),
    field('Number', line('number', item.number)),
    ...optionFields(item, {blank: true}),
  ],
  w: (item) => [
    field('Name', line('name', item.name)),
    field('Role', line('role', item.role), 'as the articles print it'),
    store.can('roles') ? roleFields(item.roles ?? []) : null,
    field(
      'Speaks for',
      select('party', withOwn([none('nobody known'), ...parties()], item.party), item.party ?? ''),
    ),
  ],
  l: (item) => [
    field('Who controls it', line('holder', item.holder)),
    field('Kind', line('kind', item.kind)),
    field(
      'What is told of it',
      select(
        'use',
        LEVER_USES.map((value) => ({value, label: useWords(value)})),
        item.use,
      ),
    ),
    field('Whom it is to move', line('target', item.target)),
    field('Condition', line('condition', item.condition), 'in the words of the text'),
    field('Deadline', line('deadline_words', item.deadline_words), 'in the words of the text'),
    field(
      'Day of the deadline',
      h('input', {name: 'deadline', type: 'date', value: item.deadline ?? ''}),
    ),
  ],
  d: (item) => [
    field('Title', line('title', item.title)),
    field('Outlet', line('outlet', item.outlet, 200)),
    field(
      'Date',
      h('input', {name: 'date', type: 'date', value: item.date ?? ''}),
      'of publication',
    ),
  ],
};

const asText = (value) => (Array.isArray(value) ? value.join(', ') : (value ?? ''));

/** What one can change of an item. */
export const fieldsOf = (item) => FIELDS[item.id[0]](item);

/** The fields that differ from the item, as the server takes them. */
export function changed(item, data) {
  const given = Object.fromEntries(data);
  if ('low' in given) {
    given.option =
      given.low === ''
        ? ''
        : given.high && given.high !== given.low
          ? `${given.low}..${given.high}`
          : given.low;
    delete given.low;
    delete given.high;
  } else if ('issue' in given && item.option) given.option = '';
  const option = item.option
    ? item.option[0] === item.option[1]
      ? item.option[0]
      : item.option.join('..')
    : '';
  if ('roles' in given) {
    for (const name of Object.keys(given)) if (name.startsWith('roles.')) delete given[name];
    given.roles = rolesIn(data);
  }
  const before = {...item, option, roles: rolesText(item.roles ?? [])};
  const out = {};
  for (const [name, value] of Object.entries(given))
    if (!['why', 'words'].includes(name) && String(value) !== asText(before[name]))
      out[name] = String(value);
  return out;
}

/** @param {any} item @returns {Promise<{fields: Record<string, string>, why: string} | null>} */
export function askEdit(item) {
  return ask(
    `Edit ${kindOf(item.id)} ${item.id}`,
    (close) => [
      item.words ? h('blockquote', {}, h('bdi', {}, item.words)) : null,
      form(
        (data) => {
          const fields = changed(item, data);
          close(Object.keys(fields).length ? {fields, why: String(data.get('why'))} : null);
        },
        FIELDS[item.id[0]](item),
        field('Why', h('input', {name: 'why', maxlength: 400}), 'for the log'),
        h('p', {class: 'fine'}, 'What is edited counts as confirmed.'),
        h(
          'p',
          {class: 'acts'},
          h('button', {class: 'main'}, 'Save'),
          button('Cancel', () => close(null)),
        ),
      ),
    ],
    'wide',
  );
}

const KEYS = [
  ['j, k', 'next and previous item of the article'],
  ['Enter', 'confirm it and go on'],
  ['Shift Enter', 'confirm a statement with all its positions'],
  ['x', 'reject it; a digit takes a usual reason'],
  ['e', 'edit it'],
  ['s', 'take the selected words as its span'],
  ['c, m', 'split the item in two, merge it with another'],
  ['f', 'what is of low confidence first'],
  ['a', 'only what is to be looked at, or all'],
  ['n, b', 'next and previous article'],
  ['u', 'undo what you did last'],
  ['Arrows', 'walk in the matrix'],
  ['1 to 9', 'the views in order'],
  ['?', 'this page'],
];
const SIGNS = [
  ['?', 'suggested by the program; nobody has looked at it'],
  ['≈', 'low confidence: the sentence was read in two ways that do not agree; look at it first'],
  ['◥', 'moved since the day chosen above the matrix'],
  ['◆', 'contradicts itself: two positions that cannot both hold'],
  [
    '● ◐ ✕ ○',
    'takes the option up; is open to it or names a condition; rejects it; is undecided or only reports',
  ],
  ['red line', 'a limit that a party has declared; a constraint, never a weight'],
  ['hatched', 'no data: not zero, not consent, not refusal'],
];

export function openHelp() {
  if (document.querySelector('dialog')) return;
  const table = (rows) =>
    h(
      'dl',
      {class: 'keys'},
      rows.map(([key, words]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, words)]),
    );
  ask(
    'Keys and signs',
    (close) => [
      table(KEYS),
      h('h3', {}, 'Signs'),
      table(SIGNS),
      h(
        'p',
        {class: 'acts'},
        button('Close', () => close(null), {class: 'main', autofocus: true}),
      ),
    ],
    'wide',
  );
}
