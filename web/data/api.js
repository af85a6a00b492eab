// SPDX-License-Identifier: Apache-2.0
// The only module that speaks HTTP. openapi.json describes what it asks for.

/** What the server refused: one sentence that names the thing, one that says what to do. */
export class Refusal extends Error {
  /** @param {number} status @param {{kind?: string, what?: string, cure?: string}} error @param {any} conflict */
  constructor(status, error, conflict = null) {
    super(error.what ?? `The server answered ${status}`);
    this.status = status;
    this.kind = error.kind ?? 'internal';
    this.cure = error.cure ?? '';
    this.conflict = conflict;
  }
}

const CANCELLED = {kind: 'cancelled', what: 'Cancelled'};
const OFFLINE = {
  kind: 'offline',
  what: 'The program does not answer',
  cure: 'See whether “entente serve” still runs; nothing you did before is lost',
};

async function answer(path, init) {
  let response;
  try {
    response = await fetch(path, {credentials: 'same-origin', redirect: 'error', ...init});
  } catch {
    throw new Refusal(0, init.signal?.aborted ? CANCELLED : OFFLINE);
  }
  const body = await response.json().catch(() => ({}));
  if (init.signal?.aborted) throw new Refusal(0, CANCELLED);
  if (!response.ok) throw new Refusal(response.status, body.error ?? {}, body.conflict ?? null);
  return body;
}

const queryText = (query) => {
  const given = Object.entries(query).filter(([, value]) => value !== '' && value != null);
  return given.length ? '?' + new URLSearchParams(given.map(([k, v]) => [k, String(v)])) : '';
};

/** @param {string} path @param {Record<string, any>} query @param {AbortSignal} [signal] takes the question back */
export const get = (path, query = {}, signal) =>
  answer('/api/' + path + queryText(query), {method: 'GET', signal});

/** @param {string} path @param {any} body */
export const post = (path, body) =>
  answer('/api/' + path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });

/** @param {string} path @param {FormData} form @param {AbortSignal} [signal] takes the question back */
export const postForm = (path, form, signal) =>
  answer('/api/' + path, {method: 'POST', body: form, signal});

/** A link for the browser itself: a download, a frame. */
export const link = (path, query = {}) => '/api/' + path + queryText(query);
