// SPDX-License-Identifier: Apache-2.0
// Who could do or leave what to move another; and the meetings over all articles, with what became of each.
import {routeText} from '../core/route.js';
import {counted, dayText, failureText, spoken, useWords} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, choice, h, names, show, showAgain, to} from '../parts/dom.js';
import {judgeButtons, statusMark} from '../parts/judge.js';
import {leverMore} from './margin.js';

export const title = 'Levers';

const OUTCOMES = {
  held: ['■', 'held'],
  kept: ['▣', 'planned, and held'],
  planned: ['□', 'planned'],
  unheard: ['?', 'its day is past, and nobody tells of it'],
  proposed: ['◇', 'proposed'],
  cancelled: ['✕', 'called off'],
};
const MOST = 500;
let party = '';

export function mount(main) {
  const levers = h('div', {}),
    tracks = h('div', {});
  show(
    main,
    h('h2', {}, title),
    h(
      'p',
      {class: 'sub'},
      'What a party can do, or leave, to move another, as the articles tell it: what is used, warned of, offered, asked for. It says nothing about who is right.',
    ),
    h(
      'div',
      {class: 'controls'},
      choice(
        'Held by or aimed at',
        [
          {value: '', label: 'anybody'},
          ...store.about.codebook.parties.map((one) => ({value: one.name, label: one.name})),
        ],
        party,
        (value) => {
          party = value;
          safely();
        },
      ),
    ),
    levers,
    h('h2', {}, 'Meetings, one following up the other'),
    h(
      'p',
      {class: 'sub'},
      'Meetings of the same parties over all articles: what was planned beside what was held. Of a day that has passed without a word nothing is claimed.',
    ),
    tracks,
  );

  async function read() {
    const [found, met] = await Promise.all([
      store.get('levers', {party, count: MOST}),
      store.get('tracks'),
    ]);
    drawLevers(found);
    drawTracks(met.tracks.filter((one) => !party || one.parties.includes(party)));
  }

  function drawLevers(found) {
    const cards = new Map(found.documents.map((one) => [one.id, one])),
      holders = new Map();
    for (const one of found.levers.map((each) => store.seen(each)))
      holders.set(one.holder, [...(holders.get(one.holder) ?? []), one]);
    showAgain(
      levers,
      found.total === 0
        ? h('p', {class: 'none'}, 'No article tells who could do or leave what to move another.')
        : [...holders].map(([holder, items]) =>
            h(
              'section',
              {class: 'holder'},
              h('h3', {}, bdi(holder || 'nobody named')),
              h(
                'ul',
                {class: 'levers'},
                items.map((one) => drawLever(one, cards.get(one.document), found.log)),
              ),
            ),
          ),
      found.total > found.levers.length
        ? h('p', {class: 'fine'}, `The first ${found.levers.length} of ${found.total}.`)
        : null,
    );
  }

  function drawTracks(all) {
    show(
      tracks,
      all.length
        ? all.map(drawTrack)
        : h('p', {class: 'none'}, 'No article tells of a meeting of these.'),
    );
  }

  const failed = (failure) => show(levers, h('p', {class: 'none'}, failureText(failure)));
  const safely = () => read().catch(failed);
  safely();
  return {refresh: safely, patch: safely};
}

function drawLever(one, card, log) {
  return h(
    'li',
    {class: 'card ' + one.review.status, 'data-item': one.id},
    h(
      'p',
      {class: 'what'},
      h('span', {class: 'stance'}, useWords(one.use) + ' ' + spoken(one.kind)),
      ' ',
      statusMark(one.review),
      h('span', {class: 'nr'}, one.id),
    ),
    leverMore(one),
    h('blockquote', {}, bdi(one.words)),
    h(
      'p',
      {class: 'by'},
      one.reported_by === 'narrator' ? 'the narrator' : bdi(one.reported_by || 'unnamed'),
      one.printed ? `, printed ${dayText(one.printed)}, ` : ', ',
      to(
        routeText('read', [one.document, one.id]),
        {},
        bdi(card?.outlet || card?.title || one.doc),
        ' →',
      ),
    ),
    judgeButtons(one, log),
  );
}

const drawTrack = (track) =>
  h(
    'section',
    {class: 'track'},
    h(
      'h3',
      {},
      names(track.parties),
      h('small', {}, ' ' + counted(track.events.length, 'meeting')),
    ),
    h(
      'ol',
      {class: 'events'},
      track.events.map((one) =>
        h(
          'li',
          {class: one.outcome},
          h('span', {class: 'glyph', 'aria-hidden': 'true'}, (OUTCOMES[one.outcome] ?? ['·'])[0]),
          ' ',
          h('b', {}, one.when ? dayText(one.when) : 'no known day'),
          one.place ? [', ', bdi(one.place)] : null,
          `: ${(OUTCOMES[one.outcome] ?? ['', spoken(one.outcome)])[1]} `,
          one.people.length ? h('span', {class: 'fine'}, names(one.people), ' ') : null,
          h(
            'span',
            {class: 'fine'},
            'told in ',
            one.told.map((id, i) => [i ? ', ' : '', to(routeText('read', ['item', id]), {}, id)]),
          ),
        ),
      ),
    ),
  );
