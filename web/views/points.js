// SPDX-License-Identifier: Apache-2.0
// Packages as points: each stands alone, and between two of them there is none.
import {linear, together, zoneOf} from '../core/package.js';
import {counted, listed, shortened} from '../core/words.js';
import {h, s} from '../parts/dom.js';
import {drawing, line, text} from '../parts/svg.js';

const NEAR = 15; // px: letters closer than that stand together
const MOST = 300;

/**
 * @param {any} found an answer of /api/deals
 * @param {{letter: string, utilities: number[]}[]} marked points that the tables speak of
 */
export const pointsOf = (found, marked) =>
  found.parties.length === 2 ? scatter(found, marked) : rows(found, marked);

/** The package that is looked at: what it is worth at the middle of all bounds, and within them. */
function hereOf(found) {
  const around = found.neighbours,
    from = found.trades[0];
  if (!around) return null;
  const known = from && from.package.join('\u0000') === around.package.join('\u0000');
  return {
    worth: around.worth,
    middle: known ? from.utilities : around.worth.map(([low, high]) => (low + high) / 2),
  };
}

const diamond = (x, y, r = 8) =>
  s(
    'polygon',
    {points: `${x},${y - r} ${x + r},${y} ${x},${y + r} ${x - r},${y}`, class: 'here'},
    s('title', {}, 'the package below'),
  );

function sign(x, y, letters) {
  const width = 8 + 8 * letters.length;
  return [
    letters.length === 1
      ? s('circle', {cx: x, cy: y, r: 8, class: 'mark'})
      : s('rect', {x: x - width / 2, y: y - 8, width, height: 16, rx: 8, class: 'mark'}),
    text({x, y: y + 4}, 'in', 'middle', letters),
  ];
}

// As wide as there is room, so that no letter is drawn smaller than one reads it.
const widthFor = (most) =>
  Math.max(280, Math.min(most, document.getElementById('main').clientWidth - 44));

const ends = (low, high) => [0, 0.25, 0.5, 0.75, 1].map((share) => low + share * (high - low));
const pointsText = (found) =>
  found.frontier.length
    ? `${counted(found.frontier.length, 'efficient point')}; `
    : 'no package that all could sign; ';
const awayText = (found) =>
  'without a deal ' +
  listed(found.parties.map((name, i) => `${name} has ${found.disagreement[i].toFixed(3)}`));

function scatter(found, marked) {
  const size = widthFor(500),
    edge = 58,
    [a, b] = found.ranges,
    x = linear(a[0], a[1], edge, size - 16),
    y = linear(b[0], b[1], size - edge, 16);
  const [da, db] = found.disagreement,
    here = hereOf(found);
  return h(
    'figure',
    {class: 'scatter'},
    drawing(
      'scatter',
      size,
      size,
      'Packages, by what each party makes of them',
      pointsText(found) + awayText(found) + '.',
      found.frontier.length
        ? s('polygon', {
            points: zoneOf(found.frontier, found.disagreement)
              .map((one) => `${x(one[0]).toFixed(1)},${y(one[1]).toFixed(1)}`)
              .join(' '),
            class: 'zone',
          })
        : emptyZone(x(da), 16, size - 16, y(db)),
      line({x: edge, y: size - edge}, {x: size - 16, y: size - edge}, 'axis'),
      line({x: edge, y: size - edge}, {x: edge, y: 16}, 'axis'),
      ends(...a).map((v) => text({x: x(v), y: size - edge + 18}, 'label', 'middle', v.toFixed(2))),
      ends(...b).map((v) => text({x: edge - 8, y: y(v) + 4}, 'label', 'end', v.toFixed(2))),
      line({x: x(da), y: 16}, {x: x(da), y: size - edge}, 'away'),
      line({x: edge, y: y(db)}, {x: size - 16, y: y(db)}, 'away'),
      found.frontier.map((one) =>
        s(
          'circle',
          {cx: x(one[0]), cy: y(one[1]), r: 3.4, class: 'mark'},
          s('title', {}, one.map((v) => v.toFixed(3)).join(', ')),
        ),
      ),
      here ? reach(here.worth, x, y, here.middle) : null,
      here ? diamond(x(here.middle[0]), y(here.middle[1])) : null,
      atSamePlace(marked, x, y).map((one) => sign(one.x, one.y, one.letters)),
      text({x: (edge + size) / 2, y: size - 14}, 'who', 'middle', shortened(found.parties[0], 48)),
      s(
        'text',
        {
          x: 14,
          y: (size - edge) / 2,
          class: 'who',
          'text-anchor': 'middle',
          transform: `rotate(-90 14 ${(size - edge) / 2})`,
        },
        shortened(found.parties[1], 48),
      ),
    ),
    h(
      'figcaption',
      {class: 'fine'},
      'Each axis is one party’s own utility, never to be compared with the other’s. Dashed: what each has without a deal. ',
      found.frontier.length
        ? 'Dots: efficient packages, and nothing between them. Shaded: no less than that for both, and no more than some efficient package gives. '
        : 'Hatched: what both could sign, where no package lies. ',
      here ? 'The open diamond is the package below' : '',
      here && isOpen(here.worth) ? '; its cross reaches as far as its bounds do.' : here ? '.' : '',
    ),
  );
}

// What both could sign, and nothing is there.
const emptyZone = (left, top, right, bottom) => [
  s(
    'defs',
    {},
    s(
      'pattern',
      {
        id: 'empty',
        width: 8,
        height: 8,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      s('rect', {width: 2, height: 8, class: 'hatch'}),
    ),
  ),
  right > left && bottom > top
    ? s('rect', {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        fill: 'url(#empty)',
      })
    : null,
];

const isOpen = (worth) => worth.some(([low, high]) => high - low > 1e-9);
const reach = ([a, b], x, y, at) => [
  a[1] > a[0] ? line({x: x(a[0]), y: y(at[1])}, {x: x(a[1]), y: y(at[1])}, 'reach') : null,
  b[1] > b[0] ? line({x: x(at[0]), y: y(b[0])}, {x: x(at[0]), y: y(b[1])}, 'reach') : null,
];

function atSamePlace(marked, x, y) {
  const out = [];
  for (const one of marked) {
    const at = {x: x(one.utilities[0]), y: y(one.utilities[1])},
      near = out.find((each) => Math.hypot(each.x - at.x, each.y - at.y) <= NEAR);
    if (near) near.letters += one.letter;
    else out.push({...at, letters: one.letter});
  }
  return out;
}

// From three parties up: a row for each; a line tells which places are one package.
function rows(found, marked) {
  const width = widthFor(860),
    beside = width > 600, // whether a name has room beside its row, not above it
    gap = beside ? 62 : 82,
    top = beside ? 26 : 40,
    left = beside ? 190 : 18,
    right = width - 24,
    here = hereOf(found),
    scales = found.ranges.map(([low, high], i) => {
      const also = [low, high, found.disagreement[i], ...(here?.worth[i] ?? [])];
      return linear(Math.min(...also), Math.max(...also), left, right);
    });
  const y = (i) => top + gap * i,
    path = (utilities) => utilities.map((v, i) => `${scales[i](v).toFixed(1)},${y(i)}`).join(' ');
  const shown = found.frontier.slice(0, MOST);
  return h(
    'figure',
    {class: 'scatter rows'},
    h(
      'div',
      {
        class: 'scroll',
        tabindex: '0',
        role: 'group',
        'aria-label': 'Packages, by what each party makes of them',
      },
      drawing(
        'rows',
        width,
        top + gap * (found.parties.length - 1) + 36,
        'Packages, by what each party makes of them',
        `A row for each party. ${pointsText(found)}${awayText(found)}.`,
        found.parties.map((_, i) =>
          enough(scales[i](found.disagreement[i]), scales[i](found.ranges[i][1]), y(i)),
        ),
        shown.map((one) => s('polyline', {points: path(one), class: 'frontier thin'})),
        found.parties.map((name, i) => row(name, found, i, scales[i], y(i), beside && left - 16)),
        shown.map((one) =>
          one.map((v, i) => s('circle', {cx: scales[i](v), cy: y(i), r: 2.6, class: 'mark'})),
        ),
        here
          ? here.worth.map(([low, high], i) =>
              high > low
                ? line({x: scales[i](low), y: y(i)}, {x: scales[i](high), y: y(i)}, 'reach')
                : null,
            )
          : null,
        here ? s('polyline', {points: path(here.middle), class: 'here'}) : null,
        marked.map((one) => s('polyline', {points: path(one.utilities), class: 'chosen'})),
        here ? here.middle.map((v, i) => diamond(scales[i](v), y(i), 6)) : null,
        found.parties.map((_, i) =>
          together(
            marked.map((one) => ({letter: one.letter, at: scales[i](one.utilities[i])})),
            NEAR,
          ).map((one) => sign(one.at, y(i), one.letters)),
        ),
      ),
    ),
    h(
      'figcaption',
      {class: 'fine'},
      'Each row is one party’s own utility, from its worst package to its best, never to be compared with another’s. The stop is what it has without a deal; the band beside it is what it could sign. ',
      found.frontier.length
        ? 'A line joins the places of one efficient package. '
        : 'No package lies within all bands. ',
      here ? 'Dashed, with diamonds: the package below' : '',
      here && isOpen(here.worth) ? ', with how far its bounds reach.' : here ? '.' : '',
      shown.length < found.frontier.length
        ? ` ${shown.length} of ${found.frontier.length} are drawn.`
        : '',
    ),
  );
}

const enough = (from, right, y) =>
  from < right
    ? s('rect', {x: from, y: y - 11, width: right - from, height: 22, class: 'zone'})
    : null;

function row(name, found, i, scale, y, before) {
  const [low, high] = found.ranges[i],
    away = found.disagreement[i],
    apart = (value) => Math.abs(scale(value) - scale(away)) > 36;
  return [
    line({x: scale(low), y}, {x: scale(high), y}, 'axis'),
    before
      ? text({x: before, y: y + 4}, 'who', 'end', shortened(name, 22))
      : text({x: 2, y: y - 20}, 'who', 'start', shortened(name, 36)),
    [low, high]
      .filter(apart)
      .map((value) => text({x: scale(value), y: y + 25}, 'label', 'middle', value.toFixed(2))),
    line({x: scale(away), y: y - 11}, {x: scale(away), y: y + 11}, 'stop thin'),
    text({x: scale(away), y: y + 25}, 'label', 'middle', away.toFixed(2)),
  ];
}
