// SPDX-License-Identifier: Apache-2.0
// News of the case. A browser opens at most six connections to one server, so the tabs of one browser
// share one: the tab that holds the lock listens and tells the others.

const pause = 3000; // ms, before a tab whose stream was refused asks again

/**
 * @param {(log: number, generation: string) => void} onLog @param {(connected: boolean) => void} onLink
 * @param {string} room tabs of one server only
 */
export function listen(onLog, onLink, room = location.host) {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('entente ' + room) : null;
  if (channel)
    channel.onmessage = ({data}) => {
      if (typeof data?.log === 'number') onLog(data.log, data.generation);
      if (typeof data?.connected === 'boolean') onLink(data.connected);
    };
  const tell = (news) => channel?.postMessage(news);
  const hear = () => new Promise((done) => subscribe(onLog, onLink, tell, done));
  const next = () =>
    (channel && navigator.locks
      ? navigator.locks.request('entente events ' + room, hear)
      : hear()
    ).then(() => setTimeout(next, pause));
  next();
}

/** `done`: nothing more will come, so that another tab may listen: this one's token is an old one. */
function subscribe(onLog, onLink, tell, done) {
  const source = new EventSource('/api/events');
  const linked = (connected) => {
    onLink(connected);
    tell({connected});
  };
  source.onopen = () => linked(true);
  source.onerror = () => {
    linked(false);
    if (source.readyState === EventSource.CLOSED) done();
  };
  source.addEventListener('log', ({data}) => {
    const {log, generation} = JSON.parse(data);
    if (typeof log !== 'number') return;
    onLog(log, generation);
    tell({log, generation});
  });
}
