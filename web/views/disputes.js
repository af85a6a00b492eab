// SPDX-License-Identifier: Apache-2.0
// What does not fit together, kind by kind. Who is right is not for the program.
import {wordDiff} from '../core/diff.js';
import {routeText} from '../core/route.js';
import {counted, dayText} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, h, show, to} from '../parts/dom.js';
import {citedLink} from '../parts/evidence.js';
import {note} from '../parts/notes.js';

const FEW = 10;
const DEPARTS = {
  numbers: 'other numbers',
  negation: 'one of the two denies',
  modality: 'one of the two is surer',
};
const COLOURS = {
  doubt: 'casts doubt on',
  guilt: 'finds guilt in',
  scorn: 'scorns',
  praise: 'praises',
};
const KINDS = {
  within_party: ['Two words of one party, with no date that puts them in order', within],
  quotations: [
    'One quotation, printed with different words',
    (pair) => [side(pair.left, pair.right), side(pair.right, pair.left)],
  ],
  paraphrases: [
    'A paraphrase that departs from the quotation beside it',
    (one) => [
      h('p', {class: 'what'}, DEPARTS[one.in] ?? one.in),
      side(one.paraphrase, one.quote),
      side(one.quote, one.paraphrase),
    ],
  ],
  utterances: [
    'One utterance, told differently in two articles',
    (pair) => [side(pair.left, pair.right), side(pair.right, pair.left)],
  ],
  coloured: ['Words by which narrators colour what is said', coloured],
};
const shown = {};

/** @param {HTMLElement} room */
export async function drawDisputes(room) {
  const count = Math.max(FEW, ...Object.values(shown)),
    answer = await store.get('contradictions', {count});
  const again = (kind) => () => {
    shown[kind] = Math.min(1000, (shown[kind] ?? FEW) * 4);
    drawDisputes(room).catch((failure) => note(failure.message));
  };
  show(
    room,
    answer.total === 0
      ? h('p', {class: 'none'}, 'Nothing was found that does not fit together.')
      : Object.entries(KINDS).map(([kind, [words, draw]]) =>
          answer.totals[kind] ? section(words, kind, answer, draw, again(kind)) : null,
        ),
  );
}

function section(words, kind, answer, draw, more) {
  const items = answer[kind].slice(0, shown[kind] ?? FEW),
    total = answer.totals[kind];
  return h(
    'section',
    {class: 'dispute ' + kind},
    h('h4', {}, words, h('small', {}, ` ${total}`)),
    h(
      'ul',
      {},
      items.map((one) => h('li', {}, draw(one))),
    ),
    total > items.length && items.length < 1000
      ? button(`Show more of ${counted(total, 'such pair')}`, more, {class: 'quiet'})
      : null,
  );
}

function within(one) {
  return h(
    'p',
    {},
    h('b', {}, bdi(one.party)),
    ' on ',
    to(routeText('matrix', [one.party, one.issue]), {}, bdi(store.issueLabel(one.issue))),
    ': ',
    citedLink(one.one),
    ' as against ',
    citedLink(one.other),
  );
}

// Underlined: what the other does not say.
function side(said, other) {
  const [words] = wordDiff(said.words, other.words);
  return h(
    'p',
    {class: 'told-side'},
    to(
      routeText('read', ['item', said.id]),
      {class: 'sentence', dir: 'auto'},
      words.map(({word, same}, i) => [i ? ' ' : '', same ? word : h('u', {}, word)]),
    ),
    h(
      'small',
      {},
      said.speech === 'direct' ? 'quoted, ' : '',
      bdi(said.speaker || 'unnamed'),
      ' in ',
      bdi(said.doc),
      ', ',
      dayText(said.date),
    ),
  );
}

function coloured(one) {
  return h(
    'p',
    {},
    one.outlet ? bdi(one.outlet) : 'outlet not stated',
    `: the narrator ${COLOURS[one.colour] ?? one.colour} words of `,
    one.party ? bdi(one.party) : 'somebody unknown',
    `, ${counted(one.count, 'time')}: `,
    one.statements
      .slice(0, 12)
      .map((id, i) => [i ? ', ' : '', to(routeText('read', ['item', id]), {}, id)]),
    one.statements.length > 12 ? ` and ${one.statements.length - 12} more` : '',
  );
}
