// SPDX-License-Identifier: Apache-2.0
// What each party took up over time, with gaps where it was silent, and the meetings above.
import {dayNumber, dayOf} from '../core/days.js';
import {labelLines} from '../core/ladder.js';
import {routeText} from '../core/route.js';
import {levelsOf, pointsByParty, stepsOf, timeFrame} from '../core/timeline.js';
import {
  asOf,
  counted,
  dayText,
  failureText,
  letterOf,
  optionText,
  shortDay,
  shortened,
  spoken,
} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, choice, h, s, show, to} from '../parts/dom.js';
import {noScale, undated} from '../parts/hints.js';
import {cross, drawing, line, markKind, shape, text} from '../parts/svg.js';

export const title = 'Time';

const LEFT = 210,
  RIGHT = 1020,
  WIDTH = 1050,
  FLAGS = 4,
  BAND = 16,
  R = 8.5;
let silence = 14;

export function mount(main, route) {
  let asked = route.parts[0] ?? '';
  const read = async () => {
    const [matrix, meetings, levers] = await Promise.all([
      store.get('matrix'),
      store.get('meetings', {count: 1000}),
      store.get('levers', {count: 1000}),
    ]);
    const ordered = matrix.issues
      .map((id) => store.issue(id))
      .filter(
        (issue) =>
          issue?.ordered &&
          matrix.cells.some(
            (cell) => cell.issue === issue.id && (cell.placed || cell.newest.option),
          ),
      );
    const shown = asked ? ordered.filter((issue) => issue.id === asked) : ordered;
    const answers = await Promise.all(
      shown.map((issue) => store.get('positions', {issue: issue.id, count: 1000})),
    );
    show(
      main,
      h('h2', {}, title),
      h(
        'p',
        {class: 'sub'},
        'A line holds from the day a party took an option up until the chosen silence has passed; then it ends, because nobody knows what was wanted after that. A crossed mark rejects an option and carries no line. Marks lead to their sentences.',
      ),
      h(
        'p',
        {class: 'fine'},
        `${counted(matrix.sources, 'source')}, ${asOf(matrix.as_of)}. Flags are meetings: ` +
          'filled held, open planned, dashed only reported or proposed, struck out called off; ×2 ' +
          'counts the articles that tell of it. A triangle is a deadline that somebody set.',
      ),
      h(
        'div',
        {class: 'controls'},
        choice(
          'Issue',
          [
            {value: '', label: 'every ordered issue'},
            ...ordered.map((one) => ({value: one.id, label: one.label})),
          ],
          asked,
          (value) => {
            location.hash = routeText('time', value ? [value] : []);
          },
        ),
        choice(
          'A word holds for',
          [7, 14, 30, 90, 365].map((days) => ({value: String(days), label: counted(days, 'day')})),
          String(silence),
          (value) => {
            silence = Number(value);
            read().catch(failed);
          },
        ),
      ),
      shown.length
        ? shown.map((issue, i) =>
            chart(matrix, issue, answers[i], [
              ...accepted(meetings.meetings),
              ...deadlinesIn(accepted(levers.levers)),
            ]),
          )
        : h('p', {class: 'none'}, 'No dated position has a place on a scale.'),
      shown.length ? null : (undated() ?? noScale()),
    );
  };
  const failed = (failure) => show(main, h('p', {class: 'none'}, failureText(failure)));
  read().catch(failed);
  return {
    refresh: () => read().catch(failed),
    update: (next) => {
      asked = next.parts[0] ?? '';
      read().catch(failed);
    },
  };
}

const accepted = (items) => items.filter((one) => one.review.status !== 'rejected');

// A deadline stands among the meetings as what is told of a day.
const deadlinesIn = (levers) =>
  levers
    .filter((one) => one.deadline)
    .map((one) => ({
      id: one.id,
      when: one.deadline,
      status: 'deadline',
      place: `${one.holder}: ${spoken(one.kind)}`,
      parties: [one.holder, one.target].filter(Boolean),
    }));

function chart(matrix, issue, answer, flags) {
  // A copy of a wire report says nothing of its own.
  const copies = new Set(
    answer.documents.filter((one) => one.same_account_as).map((one) => one.id),
  );
  const told = accepted(answer.positions).filter((one) => !copies.has(one.document));
  const {parties, undated, unplaced} = pointsByParty(issue, told);
  const names = matrix.parties.map((one) => one.name).filter((name) => parties.has(name));
  const caption = h('figcaption', {}, h('h3', {}, bdi(issue.label)));
  const rest = h(
    'p',
    {class: 'aside'},
    [
      unplaced ? `${counted(unplaced, 'position')} without a place on the scale` : '',
      undated ? `${undated} without a date` : '',
      answer.total > answer.positions.length
        ? `the first ${answer.positions.length} of ${answer.total} are drawn`
        : '',
    ]
      .filter(Boolean)
      .join(', ') || ' ',
  );
  if (!names.length)
    return h(
      'figure',
      {class: 'time'},
      caption,
      h('p', {class: 'none'}, 'No dated position has a place on this scale.'),
      rest,
    );
  const held = flags.filter((one) => one.when);
  const asOf = matrix.as_of ? dayNumber(matrix.as_of) : 0;
  const days = [...[...parties.values()].flat().map((point) => point.day), asOf].filter(Boolean);
  const frame = timeFrame(
    [
      ...days,
      ...held
        .map((one) => dayNumber(one.when))
        .filter((day) => day >= Math.min(...days) - 7 && day <= Math.max(...days) + 30),
    ],
    LEFT + 14,
    RIGHT,
  );
  const flagged = flagsOf(frame, held),
    band = BAND * names.length + 12,
    flagsBottom = 12 + 18 * (1 + Math.max(-1, ...flagged.map((flag) => flag.level)));
  const top = flagsBottom + 8,
    bottom = top + band * issue.options.length;
  const y = (anchor, party) =>
    bottom - band * (anchor + 1) + 6 + BAND * (names.indexOf(party) + 0.5);
  const which = (party) => matrix.parties.findIndex((one) => one.name === party);
  return h(
    'figure',
    {class: 'time'},
    caption,
    h(
      'p',
      {class: 'key'},
      names.map((name) =>
        h(
          'span',
          {},
          s(
            'svg',
            {width: 22, height: 22, viewBox: '0 0 22 22', 'aria-hidden': 'true'},
            shape(which(name), {x: 11, y: 11}, R, 'mark'),
            text({x: 11, y: 15}, 'in', 'middle', letterOf(which(name))),
          ),
          ' ',
          bdi(name),
        ),
      ),
    ),
    h(
      'div',
      {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': issue.label + ' over time'},
      drawing(
        'time-' + issue.id,
        WIDTH,
        bottom + 30,
        issue.label + ' over time',
        `From ${dayText(dayOf(frame.first))} to ${dayText(dayOf(frame.last))}.`,
        bands(issue, band, top, bottom),
        axis(frame, bottom, top),
        flagged.map((flag) => drawFlag(flag, flagsBottom, bottom)),
        names.map((name) =>
          partyLine(
            parties.get(name),
            frame,
            (anchor) => y(anchor, name),
            which(name),
            issue,
            asOf || frame.last,
          ),
        ),
      ),
    ),
    rest,
  );
}

const bands = (issue, band, top, bottom) =>
  issue.options.map((option, i) => {
    const base = bottom - band * (i + 1),
      lines = labelLines(option.label, LEFT - 36, 5.9).slice(0, Math.max(2, Math.floor(band / 13)));
    return [
      s('rect', {
        x: LEFT - 14,
        y: base,
        width: RIGHT - LEFT + 28,
        height: band,
        class: i % 2 ? 'band' : 'band even',
      }),
      s(
        'text',
        {class: 'anchor', 'text-anchor': 'end'},
        lines.map((words, k) =>
          s(
            'tspan',
            {x: LEFT - 22, y: base + band / 2 + 4 + 13 * (k - (lines.length - 1) / 2)},
            words,
          ),
        ),
      ),
    ];
  });

const axis = (frame, bottom, top) => [
  line({x: LEFT - 14, y: bottom}, {x: RIGHT + 14, y: bottom}, 'axis'),
  frame.ticks.map((day) => [
    line({x: frame.x(day), y: top}, {x: frame.x(day), y: bottom + 5}, 'grid'),
    text(
      {x: frame.x(day), y: bottom + 19},
      'label',
      'middle',
      frame.last - frame.first > 120
        ? dayText(dayOf(day)).replace(/^\d+ /, '')
        : shortDay(dayOf(day)),
    ),
  ]),
];

// A meeting that several articles tell of is one flag.
function flagsOf(frame, meetings) {
  const events = new Map();
  for (const one of meetings) {
    const key = [one.when, one.status, one.place].join('|');
    events.set(key, [...(events.get(key) ?? []), one]);
  }
  const all = [...events.values()]
    .map((tellings) => ({
      one: tellings.toSorted((a, b) => b.parties.length - a.parties.length)[0],
      count: tellings.length,
      x: frame.x(dayNumber(tellings[0].when)),
    }))
    .filter(({x}) => x >= LEFT - 1 && x <= RIGHT + 1)
    .sort((a, b) => a.x - b.x);
  const placed = all.map((flag) => {
    const words =
        shortened(flag.one.place || spoken(flag.one.status), 16) +
        (flag.count > 1 ? ` ×${flag.count}` : ''),
      width = 18 + 6.4 * words.length;
    return {...flag, words, width, left: flag.x + width > WIDTH};
  });
  const levels = levelsOf(
    placed.map(({x, width, left}) => ({x: left ? x - width : x, width: left ? width + 9 : width})),
    FLAGS,
  );
  return placed.map((flag, i) => ({...flag, level: levels[i]}));
}

const triangle = (x, y) => `${x},${y} ${x + 9},${y} ${x + 4.5},${y + 8}`;

// What finds no room for its words keeps its pole.
function drawFlag({one, x, words, left, level}, base, bottom) {
  const y = base - 8 - 18 * Math.max(0, level);
  return s(
    'a',
    {href: routeText('read', ['item', one.id]), class: 'flag ' + one.status},
    s(
      'title',
      {},
      `${spoken(one.status)} ${dayText(one.when)}, ${one.place || 'place not stated'}: ${one.parties.join(', ')}`,
    ),
    line({x, y: y - 6}, {x, y: bottom}, 'pole'),
    level < 0
      ? null
      : [
          one.status === 'deadline'
            ? s('polygon', {points: triangle(left ? x - 9 : x, y - 7), class: 'meet deadline'})
            : s('rect', {
                x: left ? x - 9 : x,
                y: y - 7,
                width: 9,
                height: 8,
                class: 'meet ' + one.status,
              }),
          text({x: left ? x - 12 : x + 12, y: y + 1}, 'label', left ? 'end' : 'start', words),
        ],
  );
}

function partyLine(points, frame, y, which, issue, last) {
  const steps = stepsOf(points, silence, last),
    middle = (one) => (y(one.low) + y(one.high)) / 2;
  return s(
    'g',
    {class: 'line-of form-' + (which % 6)},
    steps.map((step) => [
      step.low !== step.high
        ? s('rect', {
            x: frame.x(step.from),
            y: Math.min(y(step.low), y(step.high)),
            width: Math.max(3, frame.x(step.to) - frame.x(step.from)),
            height: Math.abs(y(step.high) - y(step.low)),
            class: 'spread',
          })
        : null,
      line(
        {x: frame.x(step.from), y: middle(step)},
        {x: frame.x(step.to), y: middle(step)},
        'level',
      ),
      step.step
        ? line(
            {x: frame.x(step.from), y: middle(step.step)},
            {x: frame.x(step.from), y: middle(step)},
            'level',
          )
        : null,
    ]),
    points.map((point) => {
      const at = {x: frame.x(point.day), y: middle(point)},
        kind = markKind(point.stance);
      return s(
        'a',
        {href: routeText('read', [point.position.document, point.id])},
        s(
          'title',
          {},
          `${point.position.party} ${spoken(point.stance)}: ${optionText(issue, point.position.option)}, ${dayText(dayOf(point.day))}`,
        ),
        shape(which, at, R, kind),
        text(
          {x: at.x, y: at.y + 3.6},
          kind === 'mark' ? 'in' : 'in dark',
          'middle',
          letterOf(which),
        ),
        point.stance === 'rejects' ? cross(at, R) : null,
        point.position.firmness === 'red_line'
          ? [
              line({x: at.x - 15, y: at.y - 9}, {x: at.x - 15, y: at.y + 9}, 'stop thin'),
              line({x: at.x + 15, y: at.y - 9}, {x: at.x + 15, y: at.y + 9}, 'stop thin'),
            ]
          : null,
      );
    }),
  );
}
