// SPDX-License-Identifier: Apache-2.0
// Two of one item, one of two: what a person says of it, before the server does it.
import {dayText, kindOf, optionText, shortened, spoken, useWords} from '../core/words.js';
import {store} from '../data/store.js';
import {ask, changed, field, fieldsOf, form, signed} from './dialogs.js';
import {bdi, button, h} from './dom.js';
import {note} from './notes.js';

const acts = (words, close) =>
  h(
    'p',
    {class: 'acts'},
    h('button', {class: 'main'}, words),
    button('Cancel', () => close(null)),
  );

const WORDS_OF = {
  s: (one) => one.speaker || 'unnamed',
  p: (one) =>
    [one.party, spoken(one.stance), optionText(store.issue(one.issue), one.option)].join(' '),
  m: (one) => [one.when ? dayText(one.when) : one.when_words, one.place].filter(Boolean).join(', '),
  c: (one) => [one.draft, one.number].filter(Boolean).join(', '),
  l: (one) => `${one.holder} ${useWords(one.use)} ${spoken(one.kind)}`,
};
const label = (one) => `${one.id} ${WORDS_OF[one.id[0]](one)}: ${shortened(one.words, 60)}`;

/** What is cut off: its words, its fields, or both. */
function askSplit(item, selection) {
  const words = item.words.includes(selection) ? selection : '';
  return ask(
    `Split ${kindOf(item.id)} ${item.id}`,
    (close) => [
      h('blockquote', {}, bdi(item.words)),
      form(
        (data) => {
          const cut = String(data.get('words')).trim(),
            fields = changed(item, data);
          if (!cut && !Object.keys(fields).length)
            return note('Say what differs in the new one: its words or a field');
          close({fields, words: cut, why: String(data.get('why'))});
        },
        h(
          'p',
          {class: 'fine'},
          'Beside it stands a new one, like it but for what you say here. Both count as confirmed.',
        ),
        field(
          'Words of the new one',
          h('textarea', {name: 'words', rows: 3, autofocus: true}, words),
          'a part of the words above; empty: all of them',
        ),
        fieldsOf(item),
        field('Why', h('input', {name: 'why', maxlength: 400}), 'for the log'),
        acts('Split', close),
      ),
    ],
    'wide',
  );
}

/** @param {any} item @param {any[]} all of the same article @param {number} seen @param {string} selection */
export async function split(item, all, seen, selection = '') {
  if (!(await signed())) return null;
  if (item.continues) {
    const apart = await askApart(item);
    if (apart === null) return null;
    if (apart === 'apart') return store.judge('split', [item.id], {why: 'not one statement', seen});
  }
  const answer = await askSplit(item, selection);
  return answer ? store.judge('split', [item.id], {...answer, seen}) : null;
}

const askApart = (item) =>
  ask(`Split statement ${item.id}`, (close) => [
    h('p', {}, `It goes on from ${item.continues}.`),
    h(
      'p',
      {class: 'acts'},
      button(`Take it apart from ${item.continues}`, () => close('apart'), {class: 'main'}),
      button('Make two of its words', () => close('words')),
      button('Cancel', () => close(null)),
    ),
  ]);

/** @param {any} item @param {any[]} all @param {number} seen */
export async function merge(item, all, seen) {
  const others = all.filter(
    (one) => one.id !== item.id && one.id[0] === item.id[0] && one.review.status !== 'rejected',
  );
  if (!others.length) return note(`There is no other ${kindOf(item.id)} in this article`);
  if (!(await signed())) return null;
  const answer = await ask(
    `${item.id} is one with`,
    (close) => [
      h('blockquote', {}, bdi(item.words)),
      form(
        (data) => close({other: String(data.get('other')), why: String(data.get('why'))}),
        field(
          kindOf(item.id)[0].toUpperCase() + kindOf(item.id).slice(1),
          h(
            'select',
            {name: 'other', autofocus: true},
            others.map((one) => h('option', {value: one.id}, label(one))),
          ),
        ),
        h(
          'p',
          {class: 'fine'},
          item.id[0] === 's'
            ? `The later one goes on where the earlier one ends, in the mouth of ${item.id}’s speaker.`
            : `${item.id} stays and takes from the other what it lacks; the other is rejected.`,
        ),
        field('Why', h('input', {name: 'why', maxlength: 400}), 'for the log'),
        acts('Merge', close),
      ),
    ],
    'wide',
  );
  return answer ? store.judge('merge', [item.id, answer.other], {why: answer.why, seen}) : null;
}
