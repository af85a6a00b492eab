// SPDX-License-Identifier: Apache-2.0
// The frame: header, views by address, news, keys that hold everywhere.
import {parseRoute, routeText} from './core/route.js';
import {asOf, counted, failureText, plainly, shortened} from './core/words.js';
import {store} from './data/store.js';
import {button, h, heard, isWriting, show, to} from './parts/dom.js';
import {askWho, openHelp} from './parts/dialogs.js';
import {note, refusal} from './parts/notes.js';
import {nextTheme, themeWords} from './theme.js';
import {openAdd, takeDrops} from './views/add.js';
import * as accounts from './views/accounts.js';
import * as brief from './views/brief.js';
import * as deals from './views/deals.js';
import * as ladders from './views/ladders.js';
import * as levers from './views/levers.js';
import * as log from './views/log.js';
import * as matrix from './views/matrix.js';
import * as movements from './views/movements.js';
import * as people from './views/people.js';
import * as reader from './views/reader.js';
import * as stability from './views/stability.js';
import * as timeline from './views/timeline.js';

const VIEWS = {
  matrix,
  read: reader,
  ladders,
  time: timeline,
  movements,
  accounts,
  levers,
  people,
  deals,
  stability,
  log,
  brief,
};

const main = document.getElementById('main'),
  top = document.getElementById('top');
let here = null; // {view, mounted}
let link = null,
  figures = null,
  nav = null;

function frame() {
  nav = h(
    'nav',
    {'aria-label': 'Views'},
    h(
      'ul',
      {},
      Object.entries(VIEWS).map(([name, view]) =>
        h('li', {}, to(routeText(name), {'data-view': name}, view.title)),
      ),
    ),
  );
  figures = h('p', {class: 'figures'});
  link = h('p', {class: 'link', role: 'alert'});
  const who = button(
    '',
    async () => {
      await askWho();
      nameButton();
    },
    {class: 'quiet'},
  );
  const nameButton = () => show(who, heard('You sign as '), store.who || 'Sign as …');
  const light = button(
    '',
    () => {
      nextTheme();
      nameLight();
    },
    {class: 'quiet'},
  );
  const nameLight = () => show(light, heard('Colours: '), themeWords());
  nameButton();
  nameLight();
  store.addEventListener('who', nameButton);
  show(
    top,
    h(
      'div',
      {class: 'bar'},
      h(
        'h1',
        {class: 'case'},
        to('#/matrix', {class: 'home'}, h('bdi', {}, store.about.name.replace(/\.entente$/, ''))),
      ),
      figures,
      h(
        'div',
        {class: 'tools'},
        button('Add', () => openAdd()),
        who,
        light,
        button('?', openHelp, {class: 'quiet round', 'aria-label': 'Keys and words'}),
      ),
    ),
    nav,
    link,
  );
}

function fillFigures() {
  const {about} = store,
    open =
      about.review.statements.suggested +
      about.review.positions.suggested +
      about.review.meetings.suggested +
      about.review.clauses.suggested +
      about.review.levers.suggested;
  show(
    figures,
    h('span', {}, asOf(about.as_of)),
    h('span', {}, counted(about.sources, 'source')),
    h(
      'span',
      {},
      open
        ? to(routeText('read'), {}, `${counted(open, 'suggestion')} to look at`)
        : 'all looked at',
    ),
  );
}

function go() {
  let route = parseRoute(location.hash);
  if (!Object.hasOwn(VIEWS, route.view)) {
    if (route.view)
      note(`There is no view “${shortened(plainly(route.view), 40)}”; this is the matrix`);
    history.replaceState(null, '', routeText('matrix'));
    route = parseRoute(location.hash);
  }
  const name = route.view;
  for (const each of nav.querySelectorAll('a')) {
    if (each.dataset.view === name) {
      each.setAttribute('aria-current', 'page');
      const row = each.closest('ul');
      if (row.scrollWidth > row.clientWidth) row.scrollLeft = each.offsetLeft - 40;
    } else each.removeAttribute('aria-current');
  }
  if (here?.name === name) return here.mounted.update?.(route);
  here?.mounted.leave?.();
  const view = VIEWS[name];
  main.className = 'view-' + name;
  main.removeAttribute('aria-busy');
  document.title = `${view.title} – ${store.about.name}`;
  const moved = here !== null;
  here = {name, mounted: view.mount(main, route)};
  if (moved) {
    main.focus({preventScroll: true});
    scrollTo(0, 0);
  }
}

function keys(event) {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isWriting(event)) {
      event.preventDefault();
      store.undoLast();
    }
    return;
  }
  if (event.key === '?') openHelp();
  else if (event.key === 'u' && store.can('undo')) store.undoLast();
  else if (/^[1-9]$/.test(event.key) && !event.target.closest?.('[data-digits]')) {
    const name = Object.keys(VIEWS)[Number(event.key) - 1];
    if (name) location.hash = routeText(name);
  }
}

function subscribe() {
  store.addEventListener('change', ({detail}) => {
    fillFigures();
    const drawn = here?.mounted.refresh?.(detail);
    detail.until?.push(Promise.resolve(drawn));
    if (!detail.own) note('The case was changed elsewhere; this page shows it now');
  });
  store.addEventListener('patch', ({detail}) => here?.mounted.patch?.(detail));
  store.addEventListener('refused', ({detail}) => refusal(detail));
  store.addEventListener('note', ({detail}) => note(detail.words));
  store.addEventListener('link', ({detail}) =>
    show(
      link,
      detail.connected
        ? ''
        : 'The program does not answer. What you did before is stored; this page tries again by itself. If the program was started anew, open the address that it printed.',
    ),
  );
}

async function start() {
  try {
    await store.start();
  } catch (failure) {
    document.getElementById('first').textContent = failureText(failure);
    return;
  }
  frame();
  fillFigures();
  subscribe();
  takeDrops();
  addEventListener('hashchange', go);
  addEventListener('keydown', keys);
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  go();
}

start();
