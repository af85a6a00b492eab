// SPDX-License-Identifier: Apache-2.0
// The moves between the states of a conflict. Where they stand is worked out by the server; here they are drawn,
// and told when one comes to them.
import {counted} from '../core/words.js';
import {h, s} from '../parts/dom.js';
import {drawing, text} from '../parts/svg.js';

const KINDS = {improvement: 'move', joint: 'move both', other: 'move other'};

/** @param {any} found an answer of /api/stability @param {(state: number) => void} tell */
export function drawMoves(found, tell) {
  const plan = found.drawing;
  if (!plan.nodes.length) return null;
  const [width, height] = plan.size;
  const states = plan.nodes.map((node) => drawState(node, plan, found, tell));
  return h(
    'figure',
    {class: 'moves-graph', on: {keydown: (event) => walk(event, states)}},
    h(
      'div',
      {class: 'scroll'},
      drawing(
        'moves',
        width,
        height,
        `Moves between ${counted(plan.nodes.length, 'state')}`,
        `${counted(plan.arrows.length, 'arrow')}. The arrow keys lead from state to state; each tells why it holds or not.`,
        tip(),
        plan.arrows.map((one) =>
          s('path', {class: KINDS[one.kind], d: one.path, 'marker-end': 'url(#tip)'}),
        ),
        states,
        plan.arrows.map((one) => drawLetters(one)),
      ),
    ),
    h(
      'figcaption',
      {class: 'fine'},
      found.decision_makers.map((name, i) => `${plan.letters[i]} ${name}`).join(' · '),
      '. A full arrow is a gain for who moves; a broad dashed one is a move of several together, better for each; a dotted one is no gain. A state with a second frame holds under some concept.',
      plan.complete ? '' : ' Some states that matter found no room.',
    ),
  );
}

const tip = () =>
  s(
    'defs',
    {},
    s(
      'marker',
      {
        id: 'tip',
        viewBox: '0 0 8 8',
        refX: 7.4,
        refY: 4,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      },
      s('path', {class: 'tip', d: 'M0,0.6 L7.6,4 L0,7.4 Z'}),
    ),
  );

const box = (x, y, width, height, rounding, kind) =>
  s('rect', {x, y, width, height, rx: rounding, class: kind});

function drawLetters(one) {
  const [x, y] = one.at,
    width = 10 + 7 * one.letters.length;
  return [
    box(x - width / 2, y - 8.5, width, 17, 8.5, one.kind === 'other' ? 'by other' : 'by'),
    text({x, y: y + 4}, 'mover', 'middle', one.letters),
  ];
}

function drawState(node, plan, found, tell) {
  const [x, y] = node.at,
    [width, height] = plan.node_size,
    middle = x + width / 2;
  const lines = [
    `${node.state}${node.today ? ' today' : ''}${node.wanted ? ' wanted' : ''}`,
    patternOf(found, node.state),
    node.holds,
  ];
  return s(
    'g',
    {
      class: 'state-node',
      tabindex: node === plan.nodes[0] ? '0' : '-1',
      role: 'button',
      'data-state': node.state,
      'aria-label': `State ${lines.join(' ')}. ${node.words}`,
      on: {
        focus: () => tell(node.state),
        mouseenter: () => tell(node.state),
        click: (event) => event.currentTarget.focus(),
      },
    },
    s('title', {}, node.words),
    box(x, y, width, height, 4, 'state'),
    node.may_hold ? box(x + 3, y + 3, width - 6, height - 6, 2.5, 'held') : null,
    lines.map((words, i) => [
      ' ', // between words that would otherwise be read as one
      text({x: middle, y: y + 18 + 16 * i}, i ? 'note' : 'who', 'middle', words),
    ]),
  );
}

// As Y and – for each option, in the order of the table below.
const patternOf = (found, number) =>
  [...(found.states[number - 1]?.pattern ?? '')].map((one) => (one === 'Y' ? 'Y' : '–')).join(' ');

function walk(event, states) {
  const i = states.indexOf(event.target.closest('[data-state]')),
    step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
  if (i < 0 || !step) return;
  event.preventDefault();
  const next = states[Math.max(0, Math.min(states.length - 1, i + step))];
  for (const one of states) one.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}
