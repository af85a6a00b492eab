// SPDX-License-Identifier: Apache-2.0
// News of the case. A browser opens at most six connections to one server, so the tabs of one browser
// share one: the tab that holds the lock listens and tells the others.

/**
 * @param {(log: number) => void} onLog @param {(connected: boolean) => void} onLink
 * @param {string} room tabs of one server only
 */
export function listen(onLog, onLink, room = location.host) {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('entente ' + room) : null;
  if (channel)
    channel.onmessage = ({data}) => {
      if (typeof data?.log === 'number') onLog(data.log);
      if (typeof data?.connected === 'boolean') onLink(data.connected);
    };
  const tell = (news) => channel?.postMessage(news);
  const open = () => new Promise(() => subscribe(onLog, onLink, tell));
  if (channel && navigator.locks) navigator.locks.request('entente events ' + room, open);
  else open();
}

function subscribe(onLog, onLink, tell) {
  const source = new EventSource('/api/events');
  const linked = (connected) => {
    onLink(connected);
    tell({connected});
  };
  source.onopen = () => linked(true);
  source.onerror = () => linked(false);
  source.addEventListener('log', ({data}) => {
    const log = JSON.parse(data).log;
    if (typeof log !== 'number') return;
    onLog(log);
    tell({log});
  });
}
