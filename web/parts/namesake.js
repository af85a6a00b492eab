// SPDX-License-Identifier: Apache-2.0
// Who is the same person: looked for among everybody, by the server.
import {counted, failureText, plainly} from '../core/words.js';
import {store} from '../data/store.js';
import {ask, field, form} from './dialogs.js';
import {bdi, button, h, show} from './dom.js';

const MOST = 100; // offered at once

const label = (one) =>
  `${plainly(one.name)}, ${plainly(one.party || 'party not known')} (${one.id})`;

/** The id of the person that stays. @param {{id: string, name: string}} person @returns {Promise<string | null>} */
export function askNamesake(person) {
  const list = h('select', {name: 'other', required: true}),
    told = h('p', {class: 'fine', role: 'status'}),
    act = h('button', {class: 'main'}, 'Merge');
  let turn = 0;

  async function look(q) {
    const mine = ++turn;
    act.disabled = true; // what was found before is no answer to this
    const answer = await store.get('people', {q, count: MOST});
    if (mine !== turn) return;
    const others = answer.people.filter(
      (one) => one.id !== person.id && !one.same_as && one.review.status !== 'rejected',
    );
    show(
      list,
      others.map((one) => h('option', {value: one.id}, label(one))),
    );
    act.disabled = !others.length;
    show(
      told,
      answer.total > answer.people.length
        ? `Of the first ${answer.people.length} of ${counted(answer.total, 'person', 'people')}; a name narrows them.`
        : others.length
          ? ''
          : 'Nobody else is found so.',
    );
  }
  const lookFor = (q) => look(q).catch((failure) => show(told, failureText(failure)));

  lookFor('');
  return ask([bdi(person.name), ' is the same person as'], (close) =>
    form(
      (data) => close(data.get('other')),
      field(
        'Name or party',
        h('input', {
          type: 'search',
          autofocus: true,
          maxlength: 200,
          on: {input: (event) => lookFor(event.target.value.trim())},
        }),
      ),
      field('Person', list),
      told,
      h(
        'p',
        {class: 'fine'},
        'The name stays in the case as a spelling of the other; “Split” takes this back.',
      ),
      h(
        'p',
        {class: 'acts'},
        act,
        button('Cancel', () => close(null)),
      ),
    ),
  );
}
