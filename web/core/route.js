// SPDX-License-Identifier: Apache-2.0
// Where one is, as the part of the address after '#': #/view/part/part?key=value

/**
 * @typedef {{view: string, parts: string[], query: Record<string, string>}} Route
 */

/** @param {string} hash @returns {Route} */
export function parseRoute(hash) {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [view = '', ...parts] = path.split('/').map(decoded);
  return {
    view,
    parts: parts.filter((part) => part !== ''),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** @param {string} view @param {string[]} parts @param {Record<string, string>} query */
export function routeText(view, parts = [], query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== '' && value != null);
  const tail = given.length ? '?' + new URLSearchParams(given) : '';
  return '#/' + [view, ...parts].map(encodeURIComponent).join('/') + tail;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
