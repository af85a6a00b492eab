// SPDX-License-Identifier: Apache-2.0
// One scale per issue with named anchors: where the parties stand, where they came from, their red lines.
import {SIZES, ladderFrame, laneOf, reachOf} from '../core/ladder.js';
import {routeText} from '../core/route.js';
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
import {noScale} from '../parts/hints.js';
import {bdi, h, s, show, to} from '../parts/dom.js';
import {cross, drawing, line, markKind, shape, text} from '../parts/svg.js';

export const title = 'Ladders';

const R = SIZES.mark;

export function mount(main, route) {
  let highlighted = route.parts[0];
  const read = async () => {
    const matrix = await store.get('matrix');
    const drawn = matrix.issues
      .map((id) => store.issue(id))
      .filter((issue) => issue?.ordered && issue.options.length > 1)
      .map((issue) => ladder(matrix, issue))
      .filter(Boolean);
    show(
      main,
      h('h2', {}, title),
      h(
        'p',
        {class: 'sub'},
        'The anchors are in order, but the distances between them have no size. A filled mark takes the option up, a pale one is open to it or names a condition, a crossed one rejects it, a hollow one only reports. A bar is a range of options; heavy stops are a red line; a dashed mark with an arrow is where a party stood before. Every mark leads to its sentences.',
      ),
      h(
        'p',
        {class: 'fine'},
        `${counted(matrix.sources, 'source')}, ${asOf(matrix.as_of)}. A ? marks what nobody has looked at.`,
      ),
      drawn.length ? h('div', {class: 'ladders'}, drawn) : noScale(),
    );
    if (highlighted) document.getElementById('ladder-' + highlighted)?.scrollIntoView();
    highlighted = null;
  };
  const failed = (failure) => show(main, h('p', {class: 'none'}, failureText(failure)));
  read().catch(failed);
  return {refresh: () => read().catch(failed)};
}

function ladder(matrix, issue) {
  const movements = matrix.movements.filter((one) => one.issue === issue.id);
  const cells = matrix.cells.filter((cell) => cell.issue === issue.id);
  const lanes = [],
    unplaced = [];
  for (const cell of cells) {
    const lane = laneOf(issue, cell, movements);
    if (lane) lanes.push({...lane, party: cell.party});
    else unplaced.push(cell);
  }
  if (!lanes.length) return null;
  const frame = ladderFrame(issue, lanes.length);
  const index = (party) => matrix.parties.findIndex((one) => one.name === party);
  return h(
    'figure',
    {class: frame.broad ? 'broad' : null, id: 'ladder-' + issue.id},
    h('figcaption', {}, h('h3', {}, bdi(issue.label))),
    h(
      'div',
      {
        class: 'scroll',
        tabindex: frame.broad ? '0' : null,
        role: frame.broad ? 'group' : null,
        'aria-label': frame.broad ? issue.label : null,
      },
      drawing(
        'ladder-svg-' + issue.id,
        frame.width,
        frame.height,
        issue.label,
        `An ordered scale from ${issue.options[0].label} to ${issue.options.at(-1).label}.`,
        scale(frame),
        lanes.map((lane, i) => drawLane(frame, issue, lane, index(lane.party), frame.laneY(i))),
      ),
    ),
    aside(
      '* Newer word, not placed on the scale',
      lanes
        .filter((lane) => lane.later)
        .map((lane) => ({party: lane.party, issue: issue.id, newest: lane.later})),
    ),
    aside('Spoke on it, not placed on the scale', unplaced),
  );
}

const scale = (frame) => [
  line(
    {x: SIZES.margin, y: frame.bottom},
    {x: frame.width - SIZES.margin, y: frame.bottom},
    'axis',
  ),
  frame.anchors.map((anchor) => [
    line({x: anchor.x, y: SIZES.top}, {x: anchor.x, y: frame.bottom + 4}, 'grid'),
    s(
      'text',
      {class: 'anchor', 'text-anchor': 'middle'},
      anchor.lines.map((words, i) =>
        s('tspan', {x: anchor.x, y: frame.bottom + 18 + 14 * i}, words),
      ),
    ),
  ]),
];

function drawLane(frame, issue, lane, which, y) {
  const reach = reachOf(frame, issue, lane.placed),
    kind = markKind(lane.placed.stance),
    at = {x: reach.middle, y};
  const words = `${spoken(lane.placed.stance)}${lane.redLine?.id === lane.placed.id ? ', red line' : ''}, ${lane.placed.date_is === 'said' ? 'said ' : ''}${shortDay(lane.placed.date)}${lane.placed.status === 'suggested' ? ' ?' : ''}${lane.later ? ' *' : ''}`;
  return s(
    'a',
    {href: routeText('matrix', [lane.party, issue.id]), class: 'lane-link'},
    s('title', {}, fullWords(issue, lane)),
    line({x: SIZES.margin, y}, {x: frame.width - SIZES.margin, y}, 'lane'),
    text(
      {x: 0, y: y - 18},
      'label',
      'start',
      s('tspan', {class: 'who'}, `${letterOf(which)} ${shortened(lane.party, 24)}`),
      s('tspan', {dx: 5}, words),
    ),
    lane.before ? former(reachOf(frame, issue, lane.before).middle, at, which) : null,
    reach.wide
      ? s('rect', {
          x: reach.low - R,
          y: y - 7,
          width: reach.high - reach.low + 2 * R,
          height: 14,
          rx: 7,
          class: kind + ' bar',
        })
      : null,
    shape(which, at, R, kind),
    text({x: at.x, y: y + 4}, kind === 'mark' ? 'in' : 'in dark', 'middle', letterOf(which)),
    lane.placed.stance === 'rejects' ? cross(at, R) : null,
    lane.redLine ? redLine(reachOf(frame, issue, lane.redLine), lane, y) : null,
  );
}

// Which way a party would yield is not known, so the stops stand on both sides.
function redLine(reach, lane, y) {
  const out = R * 1.35 + 4;
  return [
    line({x: reach.low - out, y: y - 14}, {x: reach.low - out, y: y + 14}, 'stop'),
    line({x: reach.high + out, y: y - 14}, {x: reach.high + out, y: y + 14}, 'stop'),
    lane.redLine.id !== lane.placed.id && lane.redLine.stance === 'rejects'
      ? cross({x: reach.middle, y}, R)
      : null,
  ];
}

function former(from, at, which) {
  const marks = [shape(which, {x: from, y: at.y}, R, 'mark former')];
  if (Math.abs(from - at.x) < 1) return null;
  const side = at.x < from ? 1 : -1,
    tip = at.x + side * (R * 1.3 + 3);
  return [
    ...marks,
    line({x: from - side * R * 1.3, y: at.y}, {x: tip, y: at.y}, 'arrow'),
    line({x: tip, y: at.y}, {x: tip + side * 6, y: at.y - 4}, 'arrow'),
    line({x: tip, y: at.y}, {x: tip + side * 6, y: at.y + 4}, 'arrow'),
  ];
}

const fullWords = (issue, lane) =>
  `${lane.party}: ${spoken(lane.placed.stance)}, ${optionText(issue, lane.placed.option)}, ${dayText(lane.placed.date)}, ${lane.placed.status}` +
  (lane.before ? `; before: ${optionText(issue, lane.before.option)}` : '') +
  (lane.redLine
    ? `; red line: ${spoken(lane.redLine.stance)} ${optionText(issue, lane.redLine.option)}`
    : '');

const aside = (words, cells) =>
  cells.length
    ? h(
        'p',
        {class: 'aside'},
        words + ': ',
        cells.map((cell, i) => [
          i ? '; ' : '',
          to(
            routeText('matrix', [cell.party, cell.issue]),
            {},
            bdi(cell.party),
            ' ',
            spoken(cell.newest.stance),
          ),
          cell.newest.status === 'suggested' ? ' ?' : '',
        ]),
        '.',
      )
    : null;
