// SPDX-License-Identifier: Apache-2.0
// A negotiation in numbers: the frontier, where each stands without a deal, what each notion of fairness picks.
import {linear, zoneOf} from '../core/package.js';
import {Trial, packageText} from '../core/numbers.js';
import {counted, letterOf} from '../core/words.js';
import {postForm} from '../data/api.js';
import {bdi, button, h, s, show, stacked} from '../parts/dom.js';
import {drawing, line, text} from '../parts/svg.js';
import {packageOf, slidersOf} from './numbers.js';
import {tradesOf} from './trades.js';

const FAIR = {
  nash: 'Nash',
  kalai: 'Kalai, egalitarian',
  ks_maxmin: 'Kalai-Smorodinsky, max-min',
  ks_equal_gain: 'Kalai-Smorodinsky, equal gain',
  max_welfare: 'utilitarian',
};
// What is tried here, kept while one looks at other views: the files, the steps, the answers to them.
let source = null,
  trial = null,
  answers = new Map(),
  asking = 0;

/** @param {HTMLElement} room */
export function drawScenario(room) {
  const result = h('div', {}),
    news = h('p', {class: 'fine', role: 'status'}),
    pick = h('input', {
      type: 'file',
      multiple: true,
      accept: '.xml,.json,.yaml,.yml',
      on: {change: (event) => begin([...event.target.files])},
    });
  const begin = (files) => {
    source = files;
    trial = new Trial();
    answers = new Map();
    ask();
  };

  // An answer that was overtaken by a later step is kept for undo, and not drawn.
  async function ask() {
    const step = trial.now,
      turn = ++asking;
    show(news, 'Working it out …');
    try {
      if (!answers.has(step)) answers.set(step, await postForm('deals', formOf(step)));
      if (turn !== asking) return;
      show(news, '');
      drawNumbers(result, act);
    } catch (failure) {
      if (turn !== asking) return;
      show(news, `${failure.message}. ${failure.cure ?? ''}`);
      if (trial.canUndo) trial.undo();
      else show(result, h('p', {class: 'refusal'}, `${failure.message}. ${failure.cure ?? ''}`));
    }
  }
  const act = (change) => {
    change(trial);
    ask();
  };
  show(
    room,
    h('h3', {}, 'A negotiation in numbers'),
    h(
      'p',
      {class: 'sub'},
      'A scenario in YAML, or a domain and one profile for each party as GENIUS (XML) or GeniusWeb (JSON) writes them; or a first one that the program draws from this case. The answers are exact. No notion of fairness is the right one.',
    ),
    h(
      'div',
      {class: 'controls'},
      h('label', {class: 'field'}, h('span', {}, 'Scenario, or domain and profiles'), pick),
      button('Suggest one from this case', () => begin(null)),
    ),
    news,
    result,
  );
  if (trial && answers.has(trial.now)) drawNumbers(result, act);
}

function formOf(step) {
  const form = new FormData();
  if (source) for (const file of source) form.append('file', file, file.name);
  else form.append('suggested', '1');
  if (step.changes.length) form.append('changes', JSON.stringify(step.changes));
  if (step.package) form.append('from', packageText(step.package));
  return form;
}

const DEALS = {
  all: 'There is a deal, whatever the numbers are within their bounds.',
  some: 'Whether there is a deal depends on numbers that are known within bounds only.',
  none: 'There is no deal, whatever the numbers are within their bounds.',
  open: 'Whether there is a deal in all readings was not settled.',
};

function drawNumbers(room, act) {
  const found = answers.get(trial.now),
    before = trial.canUndo ? answers.get(trial.steps[trial.at - 1]) : null;
  const focused = document.activeElement?.dataset?.key,
    top = scrollY;
  show(
    room,
    h(
      'p',
      {},
      h('b', {}, bdi(found.scenario)),
      `: ${counted(found.parties.length, 'party', 'parties')}, ${counted(found.issues.length, 'issue')}, ${found.outcomes.toLocaleString('en')} packages. `,
      found.blockers
        ? 'No package is acceptable to all.'
        : found.rational_count == null
          ? ''
          : `${found.rational_count.toLocaleString('en')} are acceptable to all.`,
      found.suggested
        ? h(
            'b',
            {},
            ' A suggestion: the program drew it from the case, and what nobody knows stands open.',
          )
        : '',
    ),
    found.certainty
      ? h(
          'p',
          {class: 'finding'},
          DEALS[found.certainty.deal] ?? '',
          ' The points below stand at the middle of all bounds.',
        )
      : null,
    h(
      'p',
      {class: 'acts'},
      button('Undo this step', () => act((one) => one.undo()), {disabled: !trial.canUndo}),
      button('Redo', () => act((one) => one.redo()), {disabled: !trial.canRedo}),
      found.yaml ? button('Save as YAML', () => save(found)) : null,
    ),
    found.frontier.length ? (found.parties.length === 2 ? scatter(found) : rows(found)) : null,
    found.frontier.length ? fairTable(found) : blockers(found),
    packageOf(found, before, (options) => act((one) => one.choose(options))),
    tradesOf(found, (options) => act((one) => one.choose(options))),
    slidersOf(found, (change) => act((one) => one.set(change))),
  );
  if (focused)
    room.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  scrollTo(scrollX, top);
}

function save(found) {
  const address = URL.createObjectURL(new Blob([found.yaml], {type: 'application/yaml'}));
  const link = h('a', {href: address, download: 'scenario.deal.yaml'});
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const fairPoints = (found) => {
  const points = new Map();
  for (const [key, label] of Object.entries(FAIR))
    for (const [i, utilities] of (found[key]?.utilities ?? []).entries()) {
      const at = utilities.join(' '),
        one = points.get(at) ?? {utilities, names: [], package: found[key].packages[i]};
      one.names.push(label);
      points.set(at, one);
    }
  return [...points.values()].map((one, i) => ({...one, letter: letterOf(i)}));
};

function scatter(found) {
  const size = 420,
    edge = 56,
    [a, b] = found.ranges,
    x = linear(a[0], a[1], edge, size - 16),
    y = linear(b[0], b[1], size - edge, 16);
  const [da, db] = found.disagreement,
    point = ([u, v]) => ({x: x(u), y: y(v)});
  const ticks = (low, high) => [0, 0.25, 0.5, 0.75, 1].map((share) => low + share * (high - low));
  return h(
    'figure',
    {class: 'scatter'},
    drawing(
      'scatter',
      size,
      size,
      'Efficient packages',
      `${found.frontier.length} efficient points; walk-away lines at ${da.toFixed(3)} and ${db.toFixed(3)}.`,
      s('polygon', {
        points: zoneOf(found.frontier, found.disagreement)
          .map((one) => `${x(one[0]).toFixed(1)},${y(one[1]).toFixed(1)}`)
          .join(' '),
        class: 'zone',
      }),
      line({x: edge, y: size - edge}, {x: size - 16, y: size - edge}, 'axis'),
      line({x: edge, y: size - edge}, {x: edge, y: 16}, 'axis'),
      ticks(...a).map((v) => text({x: x(v), y: size - edge + 18}, 'label', 'middle', v.toFixed(2))),
      ticks(...b).map((v) => text({x: edge - 8, y: y(v) + 4}, 'label', 'end', v.toFixed(2))),
      line({x: x(da), y: 16}, {x: x(da), y: size - edge}, 'away'),
      line({x: edge, y: y(db)}, {x: size - 16, y: y(db)}, 'away'),
      s('polyline', {
        points: found.frontier
          .map((one) => `${x(one[0]).toFixed(1)},${y(one[1]).toFixed(1)}`)
          .join(' '),
        class: 'frontier',
      }),
      found.frontier.map((one) =>
        s(
          'circle',
          {cx: x(one[0]), cy: y(one[1]), r: 3.2, class: 'mark'},
          s('title', {}, one.map((v) => v.toFixed(3)).join(', ')),
        ),
      ),
      fairPoints(found).map((one) => [
        s('circle', {cx: point(one.utilities).x, cy: point(one.utilities).y, r: 9, class: 'mark'}),
        text(
          {x: point(one.utilities).x, y: point(one.utilities).y + 4},
          'in',
          'middle',
          one.letter,
        ),
      ]),
      here(found, point),
      text({x: (edge + size) / 2, y: size - 16}, 'who', 'middle', found.parties[0]),
      s(
        'text',
        {
          x: 14,
          y: (size - edge) / 2,
          class: 'who',
          'text-anchor': 'middle',
          transform: `rotate(-90 14 ${(size - edge) / 2})`,
        },
        found.parties[1],
      ),
    ),
    h(
      'figcaption',
      {class: 'fine'},
      'Each axis is one party’s own utility, never to be compared with the other’s. Dashed: where each stands without a deal. Shaded: no less than that for both, and no more than some efficient package gives. The open diamond is the package below.',
    ),
  );
}

// The package that is looked at, at the middle of what it can be worth.
const middles = (found) => found.neighbours?.worth.map(([low, high]) => (low + high) / 2);
function here(found, point) {
  const at = found.neighbours && point(middles(found));
  return at
    ? s(
        'polygon',
        {
          points: `${at.x},${at.y - 10} ${at.x + 10},${at.y} ${at.x},${at.y + 10} ${at.x - 10},${at.y}`,
          class: 'here',
        },
        s('title', {}, 'the package below'),
      )
    : null;
}

// From three parties up: a row for each, the same point on all of them joined.
function rows(found) {
  const width = 640,
    gap = 54,
    left = 150,
    right = width - 20,
    scales = found.ranges.map(([low, high]) => linear(low, high, left, right));
  const y = (i) => 24 + gap * i,
    path = (utilities) => utilities.map((v, i) => `${scales[i](v).toFixed(1)},${y(i)}`).join(' ');
  const shown = found.frontier.slice(0, 300);
  return h(
    'figure',
    {class: 'scatter'},
    h(
      'div',
      {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Efficient packages'},
      drawing(
        'rows',
        width,
        24 + gap * found.parties.length,
        'Efficient packages',
        'A row for each party; a line is one efficient point.',
        shown.map((one) => s('polyline', {points: path(one), class: 'frontier thin'})),
        found.parties.map((name, i) => [
          line({x: left, y: y(i)}, {x: right, y: y(i)}, 'axis'),
          text({x: left - 12, y: y(i) + 4}, 'who', 'end', name.slice(0, 20)),
          line(
            {x: scales[i](found.disagreement[i]), y: y(i) - 10},
            {x: scales[i](found.disagreement[i]), y: y(i) + 10},
            'stop thin',
          ),
        ]),
        found.neighbours ? s('polyline', {points: path(middles(found)), class: 'here'}) : null,
        fairPoints(found).map((one) => [
          s('polyline', {points: path(one.utilities), class: 'chosen'}),
          one.utilities.map((v, i) => [
            s('circle', {cx: scales[i](v), cy: y(i), r: 8, class: 'mark'}),
            text({x: scales[i](v), y: y(i) + 4}, 'in', 'middle', one.letter),
          ]),
        ]),
      ),
    ),
    h(
      'figcaption',
      {class: 'fine'},
      `Stops: where each stands without a deal. Dashed: the package below.${shown.length < found.frontier.length ? ` ${shown.length} of ${found.frontier.length} points are drawn.` : ''}`,
    ),
  );
}

const fairTable = (found) =>
  h(
    'div',
    {
      class: 'scroll',
      tabindex: '0',
      role: 'group',
      'aria-label': 'What each notion of fairness picks',
    },
    stacked(
      h(
        'table',
        {class: 'plain'},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['Point', 'Picked by', ...found.parties, ...found.issues.map((one) => one.name)].map(
              (name) => h('th', {scope: 'col'}, bdi(name)),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          fairPoints(found).map((one) =>
            h(
              'tr',
              {},
              h('th', {scope: 'row'}, one.letter),
              h('td', {}, one.names.join('; ')),
              one.utilities.map((v) => h('td', {}, v.toFixed(3))),
              one.package.map((option) => h('td', {}, bdi(option))),
            ),
          ),
        ),
      ),
    ),
  );

const blockers = (found) =>
  found.blockers
    ? h(
        'ul',
        {},
        found.blockers.sets.map((set) =>
          h(
            'li',
            {},
            set.map((one, i) => [
              i ? ' with ' : '',
              h('b', {}, bdi(one.party)),
              one.red_line ? [': red line ', bdi(one.red_line)] : `: at least ${one.reservation}`,
            ]),
          ),
        ),
      )
    : null;
