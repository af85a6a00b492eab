// SPDX-License-Identifier: Apache-2.0
// Two ways to look at packages: what the parties have said to each option, and, where somebody has put
// numbers to it, the exact answers of `deals`.
import {Draft, changedAnswers} from '../core/package.js';
import {routeText} from '../core/route.js';
import {failureText, optionText, shortDay} from '../core/words.js';
import {post} from '../data/api.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, show, stacked, to} from '../parts/dom.js';
import {noOptions} from '../parts/hints.js';
import {drawScenario} from './scenario.js';

export const title = 'Deals';

const ANSWERS = {
  accepts: ['✓', 'accepts'],
  open_to: ['○', 'open to it'],
  conditional: ['◐', 'on a condition'],
  unknown: ['?', 'unknown'],
  against: ['✕', 'against'],
  red_line: ['▮', 'crosses a red line'],
};
const draft = new Draft();

export function mount(main) {
  const strip = h('div', {class: 'strip'}),
    pick = h('div', {class: 'picks'}),
    scenario = h('section', {class: 'scenario'});
  show(
    main,
    h('h2', {}, title),
    h(
      'section',
      {},
      h('h3', {}, 'Try a package'),
      h(
        'p',
        {class: 'sub'},
        'Choose options, and see what each party has said. Only “accepts” is a yes: the party’s own newest word takes the option up, without a condition. A red line is a constraint: it is never outweighed. Unknown is never a yes.',
      ),
      pick,
      strip,
    ),
    scenario,
  );

  function drawPicks() {
    const issues = store.about.codebook.issues.filter((issue) => issue.options.length > 1);
    if (!issues.length) return show(pick, noOptions());
    show(
      pick,
      h(
        'div',
        {class: 'choices'},
        issues.map((issue) =>
          choice(
            issue.label,
            [
              {value: '', label: 'left open'},
              ...issue.options.map((one) => ({value: one.id, label: one.label})),
            ],
            draft.now[issue.id] ?? '',
            (value) => {
              draft.choose(issue.id, value);
              draw();
            },
            {'data-issue': issue.id},
          ),
        ),
      ),
      h(
        'p',
        {class: 'acts'},
        button('Undo this choice', () => step('undo'), {disabled: draft.at === 0}),
        button('Redo', () => step('redo'), {disabled: draft.at + 1 >= draft.steps.length}),
      ),
    );
  }

  const step = (which) => {
    draft[which]();
    draw();
  };

  async function draw() {
    const focused = document.activeElement?.dataset?.issue;
    drawPicks();
    if (focused) pick.querySelector(`[data-issue="${CSS.escape(focused)}"]`)?.focus();
    const mine = draft.now,
      chosen = Object.keys(mine);
    if (!chosen.length)
      return show(
        strip,
        pick.querySelector('select')
          ? h('p', {class: 'none'}, 'Nothing chosen yet: a package of nothing binds nobody.')
          : null,
      );
    const [now, before] = await Promise.all([
      post('check', {package: mine}),
      draft.before && Object.keys(draft.before).length
        ? post('check', {package: draft.before})
        : null,
    ]);
    if (draft.now !== mine) return;
    show(strip, changes(before, now), table(now, chosen));
  }

  const safely = () =>
    draw().catch((failure) => show(strip, h('p', {class: 'none'}, failureText(failure))));
  const cannot = !store.can('check');
  if (cannot)
    show(strip, h('p', {class: 'none'}, 'This program cannot check packages against a case yet.'));
  else safely();
  const leave = drawScenario(scenario);
  return {refresh: () => (cannot ? undefined : safely()), leave};
}

function changes(before, now) {
  const found = before ? changedAnswers(before.parties, now.parties) : [];
  return h(
    'p',
    {class: 'changes', role: 'status'},
    found.length
      ? [
          'Your last choice changed: ',
          found.map((one, i) => [
            i ? '; ' : '',
            h('b', {}, bdi(one.party)),
            ` from ${ANSWERS[one.from][1]} to ${ANSWERS[one.to][1]}`,
          ]),
          '.',
        ]
      : before
        ? 'Your last choice changed no party’s answer.'
        : ' ',
  );
}

const answerMark = (answer) =>
  h(
    'span',
    {class: 'answer ' + answer},
    h('span', {'aria-hidden': 'true'}, ANSWERS[answer][0]),
    ' ',
    ANSWERS[answer][1],
  );

function table(now, issues) {
  return h(
    'div',
    {
      class: 'scroll',
      tabindex: '0',
      role: 'group',
      'aria-label': 'What each party has said to this package',
    },
    stacked(
      h(
        'table',
        {class: 'check'},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', {scope: 'col'}, 'Party'),
            h('th', {scope: 'col'}, 'The package'),
            issues.map((id) =>
              h(
                'th',
                {scope: 'col'},
                bdi(store.issueLabel(id)),
                h(
                  'small',
                  {},
                  optionText(store.issue(id), [
                    now.parties[0]?.issues.find((one) => one.issue === id)?.option ?? '',
                    now.parties[0]?.issues.find((one) => one.issue === id)?.option ?? '',
                  ]),
                ),
              ),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          now.parties.map((party) =>
            h(
              'tr',
              {},
              h('th', {scope: 'row'}, bdi(party.party)),
              h('td', {class: 'whole'}, answerMark(party.answer)),
              issues.map((id) => cell(party.issues.find((one) => one.issue === id))),
            ),
          ),
        ),
      ),
    ),
  );
}

function cell(one) {
  if (!one) return h('td', {}, '');
  return h(
    'td',
    {class: one.answer},
    answerMark(one.answer),
    one.position
      ? h(
          'p',
          {class: 'said'},
          to(
            routeText('read', ['item', one.position.id]),
            {},
            h('q', {}, bdi(one.position.words)),
            ` ${shortDay(one.position.date)}${one.position.status === 'suggested' ? ' ?' : ''}`,
          ),
        )
      : h('p', {class: 'fine'}, 'no data'),
  );
}
