// SPDX-License-Identifier: Apache-2.0
// A negotiation in numbers: what is tried, step by step, and the answers to it, one section after the other.
import {Trial, packageText} from '../core/numbers.js';
import {counted, failureText, letterOf} from '../core/words.js';
import {postForm} from '../data/api.js';
import {Question} from '../data/question.js';
import {bdi, button, h, heard, show, stacked} from '../parts/dom.js';
import {watched} from '../parts/working.js';
import {blockedBy, openingPoints} from './blocked.js';
import {packageOf, slidersOf} from './numbers.js';
import {pointsOf} from './points.js';
import {sureness, whether} from './sureness.js';
import {tradesOf} from './trades.js';

const FAIR = {
  nash: 'Nash',
  kalai: 'Kalai, egalitarian',
  ks_maxmin: 'Kalai-Smorodinsky, max-min',
  ks_equal_gain: 'Kalai-Smorodinsky, equal gain',
  max_welfare: 'utilitarian',
};
const MOST_TIES = 3;
// What is tried here, kept while one looks at other views: the files, the steps, the answers to them.
let source = null,
  trial = null,
  answers = new Map(),
  former = {source, trial, answers}, // what was tried before a file that may turn out to be none
  refused = '';
const question = new Question();
let paint = () => {}; // draws in the room that is on the page

/** @param {HTMLElement} room @returns {() => void} call it when the room goes */
export function drawScenario(room) {
  const result = h('div', {}),
    news = h('p', {class: 'refusal', role: 'alert'}),
    progress = h('p', {class: 'working'}),
    pick = h('input', {
      type: 'file',
      multiple: true,
      accept: '.xml,.json,.yaml,.yml',
      on: {change: (event) => event.target.files.length && begin([...event.target.files])},
    });
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
    progress,
    news,
    result,
  );
  paint = () => {
    show(news, refused);
    if (trial && answers.has(trial.now)) drawNumbers(result);
    else show(result);
  };
  paint();
  return watched(progress, question);
}

function begin(files) {
  if (trial && answers.has(trial.now)) former = {source, trial, answers};
  source = files;
  trial = new Trial();
  answers = new Map();
  ask();
}

const act = (change) => {
  change(trial);
  ask();
};

// What is refused or taken back leaves the step before it, with its answer.
async function ask() {
  const mine = trial,
    step = mine.now;
  refused = '';
  if (!answers.has(step)) {
    const {answer, failure, ended} = await question.ask((signal) =>
      postForm('deals', formOf(step), signal),
    );
    if (ended === 'overtaken') return;
    if (answer) answers.set(step, answer);
    else {
      if (failure) refused = failureText(failure);
      if (mine.now === step && !mine.drop()) ({source, trial, answers} = former);
    }
  } else if (question.busy) question.cancel();
  paint();
}

function formOf(step) {
  const form = new FormData();
  if (source) for (const file of source) form.append('file', file, file.name);
  else form.append('suggested', '1');
  if (step.changes.length) form.append('changes', JSON.stringify(step.changes));
  if (step.package) form.append('from', packageText(step.package));
  return form;
}

function drawNumbers(room) {
  const found = answers.get(trial.now),
    before = trial.canUndo ? answers.get(trial.steps[trial.at - 1]) : null;
  const focused = document.activeElement?.dataset?.key,
    top = scrollY;
  const look = (options) => act((one) => one.choose(options)),
    set = (changes) => act((one) => one.set(changes)),
    concede = (changes, options) => act((one) => one.set(changes, options));
  const fair = fairPoints(found),
    openings = openingPoints(found);
  show(
    room,
    h(
      'p',
      {},
      h('b', {}, bdi(found.scenario)),
      `: ${counted(found.parties.length, 'party', 'parties')}, ${counted(found.issues.length, 'issue')}, ${BigInt(found.outcomes).toLocaleString('en')} packages.`,
      found.suggested
        ? h(
            'b',
            {},
            ' A suggestion: the program drew it from the case, and what nobody knows stands open.',
          )
        : '',
    ),
    whether(found),
    found.complete
      ? null
      : h(
          'p',
          {class: 'finding'},
          'Stopped before all packages were seen: what follows is about a part of them.',
        ),
    h(
      'p',
      {class: 'acts'},
      button('Undo this step', () => act((one) => one.undo()), {
        disabled: !trial.canUndo,
        'data-key': 'undo',
      }),
      button('Redo', () => act((one) => one.redo()), {
        disabled: !trial.canRedo,
        'data-key': 'redo',
      }),
      found.yaml ? button('Save as YAML', () => save(found)) : null,
    ),
    pointsOf(found, fair.length ? fair : openings),
    fair.length ? fairTable(found, fair, look) : null,
    blockedBy(found, {look, concede}),
    sureness(found, {look, set}),
    packageOf(found, before, look, paint),
    tradesOf(found, look),
    slidersOf(found, (change) => set([change])),
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
    for (const [i, utilities] of (found[key]?.utilities ?? []).slice(0, MOST_TIES).entries()) {
      const at = utilities.join(' '),
        one = points.get(at) ?? {utilities, names: [], package: found[key].packages[i]},
        ties = found[key].utilities.length;
      one.names.push(
        ties > MOST_TIES ? `${label} (one of ${counted(ties, 'point')} that tie)` : label,
      );
      points.set(at, one);
    }
  return [...points.values()].map((one, i) => ({...one, letter: letterOf(i)}));
};

const fairTable = (found, points, look) =>
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
            [
              'Point',
              'Picked by',
              ...found.parties,
              ...found.issues.map((one) => one.name),
              '',
            ].map((name) => h(name ? 'th' : 'td', name ? {scope: 'col'} : {}, bdi(name))),
          ),
        ),
        h(
          'tbody',
          {},
          points.map((one) =>
            h(
              'tr',
              {},
              h('th', {scope: 'row'}, one.letter),
              h('td', {}, one.names.join('; ')),
              one.utilities.map((v) => h('td', {}, v.toFixed(3))),
              one.package.map((option) => h('td', {}, bdi(option))),
              h(
                'td',
                {},
                button(['Look at it', heard(': point ' + one.letter)], () => look(one.package), {
                  class: 'quiet',
                }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
