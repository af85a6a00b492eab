// SPDX-License-Identifier: Apache-2.0
// Home: who wants what. Parties by issues, the newest word in each cell, and behind it its sentences.
import {dayNumber, dayOf} from '../core/days.js';
import {cellMap, groupsOf, keyOf, marksOf, stepInGrid} from '../core/grid.js';
import {routeText} from '../core/route.js';
import {asOf, counted, dayText, failureText, letterOf, shortDay, spoken} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, choice, h, heard, show, showAgain, to} from '../parts/dom.js';
import {firmTag, positionCard, stanceTag, wanted} from '../parts/evidence.js';

export const title = 'Matrix';

const settings = {since: null, from: '', kinds: '', turned: null};
const AGE_WORDS = {
  weeks: 'more than a week',
  months: 'more than a month',
  old: 'more than half a year',
};
const ROLES = {required: 'must agree', not_required: 'need not agree'};

const cellRoute = (party, issue) => routeText('matrix', [party, issue]);

function defaultSince(asOf) {
  return asOf ? dayOf(dayNumber(asOf) - 14) : '';
}

export function mount(main, route) {
  let matrix = null,
    chosen = route.parts,
    at = {row: 0, column: 0},
    cells = [],
    from = null;
  const controls = h('div', {class: 'controls'}),
    table = h('div', {class: 'sheet'}),
    legend = h('div', {class: 'legend'});
  const panel = h('aside', {
    class: 'panel',
    hidden: true,
    'aria-label': 'Sentences of a cell',
    tabindex: '-1',
  });
  show(
    main,
    h('h2', {class: 'heard'}, title),
    controls,
    h('div', {class: 'split'}, h('div', {class: 'wide'}, table, legend), panel),
  );

  const read = async () => {
    matrix = await store.get('matrix');
    settings.since ??= defaultSince(matrix.as_of);
    draw();
  };

  const draw = () => {
    drawControls();
    drawTable();
    drawLegend();
    return drawPanel();
  };

  function drawControls() {
    const parties = matrix.parties.map((one) => ({
      value: one.name,
      label: 'distance from ' + one.name,
    }));
    show(
      controls,
      choice(
        'Tint',
        [{value: '', label: 'place on the scale'}, ...parties],
        settings.from,
        (value) => {
          settings.from = value;
          draw();
        },
      ),
      h(
        'label',
        {class: 'field'},
        h('span', {}, 'Moved since'),
        h('input', {
          type: 'date',
          value: settings.since,
          on: {
            change: (event) => {
              settings.since = event.target.value;
              draw();
            },
          },
        }),
      ),
      choice(
        'Issues',
        [
          {value: '', label: 'all'},
          {value: 'substance', label: 'substance only'},
          {value: 'marked', label: 'moved or contradicting'},
          {value: 'unsure', label: 'with cells of low confidence'},
        ],
        settings.kinds,
        (value) => {
          settings.kinds = value;
          at = {row: 0, column: 0};
          draw();
        },
      ),
      button(
        'Turn the table',
        () => {
          settings.turned = !isTurned();
          at = {row: 0, column: 0};
          draw();
        },
        {class: 'quiet turn'},
      ),
    );
  }

  const isTurned = () => settings.turned ?? shownIssues().length > matrix.parties.length;

  function shownIssues() {
    if (settings.kinds === 'substance')
      return matrix.issues.filter((id) => store.issue(id)?.kind === 'substance');
    if (settings.kinds === 'unsure')
      return matrix.issues.filter((id) =>
        matrix.cells.some((cell) => cell.issue === id && cell.unsure),
      );
    if (settings.kinds !== 'marked') return matrix.issues;
    return matrix.issues.filter((id) =>
      matrix.cells.some(
        (cell) => cell.issue === id && (marks(cell).moved || marks(cell).contradicts),
      ),
    );
  }

  function marks(cell) {
    const own = settings.from
      ? matrix.cells.find((one) => one.party === settings.from && one.issue === cell.issue)
      : null;
    return marksOf(cell, {
      issue: store.issue(cell.issue),
      since: settings.since,
      asOf: matrix.as_of,
      movements: matrix.movements,
      contradictions: matrix.contradictions,
      byDistance: settings.from !== '',
      from: own ? (own.newest.option ? own.newest : own.placed) : null,
    });
  }

  const partyHead = (party, scope) =>
    h(
      'th',
      {scope, role: scope === 'col' ? 'columnheader' : 'rowheader'},
      h('span', {class: 'letter', 'aria-hidden': 'true'}, letterOf(matrix.parties.indexOf(party))),
      ' ',
      bdi(party.name),
      h(
        'small',
        {},
        [party.kind === 'unstated' ? '' : party.kind, ROLES[party.consent] ?? '']
          .filter(Boolean)
          .join(', '),
      ),
    );
  const issueHead = (id, scope) =>
    h(
      'th',
      {scope, role: scope === 'col' ? 'columnheader' : 'rowheader'},
      bdi(store.issueLabel(id)),
      h('small', {}, store.issue(id)?.ordered ? 'ordered scale' : ''),
    );

  function drawTable() {
    const found = cellMap(matrix),
      turned = isTurned(),
      groups = groupsOf(shownIssues(), (id) => store.issue(id));
    cells = [];
    const cellAt = (party, id, row, column) => {
      const element = drawCell(found.get(keyOf(party.name, id)), party.name, id, turned);
      (cells[row] ??= [])[column] = element;
      element.tabIndex = -1;
      element.dataset.at = `${row} ${column}`;
      return element;
    };
    const issues = groups.flatMap((group) => group.issues),
      corner = h('td', {class: 'corner'}, heard(turned ? 'Issue' : 'Party'));
    let row = 0;
    const body = turned
      ? groups.map((group) =>
          h(
            'tbody',
            {role: 'rowgroup'},
            h(
              'tr',
              {class: 'kind', role: 'row'},
              h(
                'th',
                {colspan: matrix.parties.length + 1, scope: 'rowgroup', role: 'rowheader'},
                h('span', {}, group.kind),
              ),
            ),
            group.issues.map((id) => {
              const r = row++;
              return h(
                'tr',
                {role: 'row'},
                issueHead(id, 'row'),
                matrix.parties.map((party, column) => cellAt(party, id, r, column)),
              );
            }),
          ),
        )
      : h(
          'tbody',
          {role: 'rowgroup'},
          matrix.parties.map((party, r) =>
            h(
              'tr',
              {role: 'row'},
              partyHead(party, 'row'),
              issues.map((id, column) => cellAt(party, id, r, column)),
            ),
          ),
        );
    const heads = turned
      ? matrix.parties.map((party) => partyHead(party, 'col'))
      : issues.map((id) => issueHead(id, 'col'));
    const before = {top: table.scrollTop, left: table.scrollLeft},
      focused = table.contains(document.activeElement);
    show(
      table,
      issues.length === 0 || matrix.parties.length === 0
        ? h('p', {class: 'none'}, emptyWords())
        : h(
            'table',
            {
              class: 'matrix ' + (turned ? 'turned' : 'across'),
              role: 'grid',
              'aria-label': 'Positions of the parties on the issues',
              'aria-readonly': 'true',
              set: {'--columns': turned ? matrix.parties.length : issues.length},
              on: {keydown: keys, click: clicked, focusin: focusedIn},
            },
            h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, corner, heads)),
            body,
          ),
    );
    table.scrollTo(before.left, before.top);
    const first = cellElement(...chosen) ?? cells[at.row]?.[at.column] ?? cells[0]?.[0];
    if (first) {
      setAt(first);
      if (focused) first.focus({preventScroll: true});
    }
  }

  const emptyWords = () =>
    settings.kinds === 'marked'
      ? 'Nothing moved since that day, and nothing contradicts.'
      : settings.kinds === 'unsure'
        ? 'No cell rests on a sentence of low confidence.'
        : matrix.cells.length === 0
          ? 'No positions yet: add articles, by dropping them here or with “Add”.'
          : 'No issue to show.';

  const cellElement = (party, issue) =>
    party && issue
      ? cells.flat().find((one) => one.dataset.party === party && one.dataset.issue === issue)
      : undefined;

  function drawCell(cell, party, id, turned) {
    const place = {
      'data-party': party,
      'data-issue': id,
      'data-head': turned ? party : store.issueLabel(id),
      role: 'gridcell',
    };
    if (!cell) return h('td', {...place, class: 'empty'}, h('span', {}, 'no data'));
    const found = marks(cell),
      newest = {...cell.newest, issue: id};
    const isChosen = chosen[0] === party && chosen[1] === id;
    return h(
      'td',
      {
        ...place,
        'aria-selected': isChosen ? 'true' : null,
        class: [
          'full',
          found.tint === null ? '' : 't' + found.tint,
          'age-' + found.age,
          found.moved ? 'moved' : '',
          found.contradicts ? 'contradicts' : '',
          newest.status,
        ].join(' '),
      },
      h(
        'span',
        {class: 'in'},
        h(
          'span',
          {class: 'line'},
          stanceTag(newest),
          firmTag(newest)?.classList.contains('line') ? firmTag(newest) : null,
          cell.red_line && cell.red_line.id !== newest.id && newest.firmness !== 'red_line'
            ? h(
                'span',
                {class: 'tag line small', title: 'An earlier word was declared a red line'},
                'red line',
              )
            : null,
        ),
        wanted(newest, 90),
        h(
          'span',
          {class: 'when'},
          h(
            'span',
            {},
            newest.date_is === 'said' ? 'said ' : '',
            shortDay(newest.date),
            found.age in AGE_WORDS ? heard(`, silent for ${AGE_WORDS[found.age]}`) : null,
            cell.own === false ? ', as others tell it' : '',
          ),
          h(
            'span',
            {class: 'signs'},
            found.contradicts
              ? h('span', {class: 'dot', title: 'contradicts itself'}, heard('contradicts itself'))
              : null,
            cell.count > 1
              ? h(
                  'span',
                  {class: 'count', title: counted(cell.count, 'position')},
                  '×' + cell.count,
                )
              : null,
            found.unsure
              ? h(
                  'span',
                  {class: 'unsure', title: 'low confidence: look at its sentence first'},
                  h('span', {'aria-hidden': 'true'}, '≈'),
                  heard('low confidence'),
                )
              : null,
            newest.status === 'suggested'
              ? h('span', {class: 'sug', title: 'suggested: nobody has looked at it'}, '?')
              : newest.status === 'confirmed'
                ? h('span', {class: 'ok', title: 'confirmed'}, '✓')
                : null,
          ),
        ),
        found.moved
          ? h(
              'span',
              {class: 'corner-mark', title: 'moved'},
              heard('moved since ' + dayText(settings.since)),
            )
          : null,
      ),
    );
  }

  function setAt(element) {
    const [row, column] = element.dataset.at.split(' ').map(Number);
    const before = cells[at.row]?.[at.column];
    if (before) before.tabIndex = -1;
    at = {row, column};
    element.tabIndex = 0;
  }

  const focusedIn = (event) => {
    const cell = event.target.closest('td[data-at]');
    if (cell) setAt(cell);
  };

  const clicked = (event) => {
    const cell = event.target.closest('td.full');
    if (cell) location.hash = cellRoute(cell.dataset.party, cell.dataset.issue);
  };

  function keys(event) {
    const cell = event.target.closest('td[data-at]');
    if (!cell) return;
    if ((event.key === 'Enter' || event.key === ' ') && cell.classList.contains('full')) {
      event.preventDefault();
      location.hash = cellRoute(cell.dataset.party, cell.dataset.issue);
      return;
    }
    const next = stepInGrid(event.key, event.ctrlKey, at, cells.length, cells[0].length);
    if (!next) return;
    event.preventDefault();
    cells[next.row][next.column].focus();
  }

  function drawLegend() {
    const shades = [0, 1, 2, 3, 4].map((i) => h('i', {class: 't' + i}));
    show(
      legend,
      h('span', {}, '● takes it up'),
      h('span', {}, '◐ open to it, or on a condition'),
      h('span', {}, '✕ rejects it'),
      h('span', {}, '○ undecided, or only reports'),
      h(
        'span',
        {},
        h('span', {class: 'shades'}, shades),
        settings.from
          ? [' nearest to farthest from ', bdi(settings.from), ' on the ladder']
          : ' first to last anchor of the ladder',
      ),
      h('span', {}, h('i', {class: 'hatched'}), ' no data'),
      settings.since
        ? h('span', {}, h('i', {class: 'cornered'}), ' moved since ', dayText(settings.since))
        : null,
      h('span', {}, h('i', {class: 'spot'}), ' contradicts itself'),
      h('span', {}, h('span', {class: 'sug'}, '?'), ' suggested, nobody has looked at it'),
      h(
        'span',
        {},
        h('span', {class: 'unsure'}, '≈'),
        ' low confidence: the sentence was read in two ways that do not agree',
      ),
      h('span', {}, h('span', {class: 'faded'}, 'faded'), ' silent for weeks'),
      h(
        'span',
        {},
        `${counted(matrix.sources, 'source')}, ${asOf(matrix.as_of)}`,
        matrix.undated_documents ? `, ${matrix.undated_documents} without a date` : '',
      ),
    );
  }

  async function drawPanel() {
    const [party, issue] = chosen;
    for (const cell of table.querySelectorAll('[aria-selected]'))
      cell.removeAttribute('aria-selected');
    if (!party || !issue) {
      panel.hidden = true;
      main.classList.remove('with-panel');
      return;
    }
    cellElement(party, issue)?.setAttribute('aria-selected', 'true');
    const wasOpen = !panel.hidden && panel.dataset.of === keyOf(party, issue);
    const answer = await store.get('positions', {party, issue, order: 'newest', count: 50});
    if (chosen[0] !== party || chosen[1] !== issue) return;
    const documents = new Map(answer.documents.map((one) => [one.id, one]));
    const here = (one) => one.party === party && one.issue === issue;
    const top = wasOpen ? panel.scrollTop : 0;
    showAgain(
      panel,
      h(
        'header',
        {},
        h('p', {class: 'kicker'}, bdi(store.issueLabel(issue))),
        h('h3', {}, bdi(party)),
        button('×', close, {class: 'close', 'aria-label': 'Close'}),
      ),
      findings(
        matrix.movements.filter(here),
        matrix.contradictions.filter(here),
        matrix.crossings.filter((one) => one.party === party && one.issue === issue),
      ),
      answer.positions.length
        ? answer.positions.map((one) =>
            positionCard(one, {
              document: documents.get(one.document),
              seen: answer.log,
              speaker: one.speaker,
            }),
          )
        : h(
            'p',
            {class: 'none'},
            'No data: nothing was found that this party wants here. That is neither consent nor refusal.',
          ),
      answer.total > answer.positions.length
        ? h('p', {class: 'fine'}, `The newest ${answer.positions.length} of ${answer.total}.`)
        : null,
    );
    panel.hidden = false;
    panel.dataset.of = keyOf(party, issue);
    main.classList.add('with-panel');
    panel.scrollTop = top;
    if (wasOpen) return;
    cellElement(party, issue)?.scrollIntoView({block: 'nearest', inline: 'nearest'});
    panel.focus({preventScroll: true});
  }

  function findings(movements, contradictions, crossings) {
    const cited = (one) => [
      spoken(one.stance),
      ' ',
      h('q', {}, bdi(one.words)),
      ` (${shortDay(one.date)}, ${one.id})`,
    ];
    return [
      movements.map((one) =>
        h(
          'p',
          {class: 'finding'},
          h('b', {}, '◥ Moved. '),
          'Before: ',
          cited(one.from),
          '. Now: ',
          cited(one.to),
          '.',
        ),
      ),
      contradictions.map((one) =>
        h(
          'p',
          {class: 'finding'},
          h('b', {}, 'Contradicts itself. '),
          cited(one.one),
          ' as against ',
          cited(one.other),
          '.',
        ),
      ),
      crossings.map((one) =>
        h(
          'p',
          {class: 'finding'},
          h('b', {}, '▮ A draft crosses this red line. '),
          [one.number, ' '].filter(Boolean),
          h('q', {}, bdi(one.words)),
          ', against ',
          cited(one.red_line),
          '. ',
          to(routeText('read', ['item', one.clause]), {}, 'See the draft'),
        ),
      ),
    ];
  }

  function close() {
    const back = cellElement(...chosen);
    location.hash = routeText('matrix');
    back?.focus({preventScroll: true});
  }
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  read().catch((failure) => show(table, h('p', {class: 'none'}, failureText(failure))));
  return {
    update(next) {
      chosen = next.parts;
      if (matrix) drawPanel();
    },
    refresh: read,
    patch: () => matrix && drawPanel(),
  };
}
