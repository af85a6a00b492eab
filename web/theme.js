// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the system has it. A module of its own, so that it runs before the rest is there.

const NEXT = {'': 'dark', dark: 'light', light: ''};

export const theme = () => localStorage.getItem('entente.theme') ?? '';
export const themeWords = () => ({'': 'Auto', dark: 'Dark', light: 'Light'})[theme()];

export function nextTheme() {
  localStorage.setItem('entente.theme', NEXT[theme()] ?? '');
  applyTheme();
}

function applyTheme() {
  const asked = new URLSearchParams(location.search).get('theme');
  const wanted = ['dark', 'light'].includes(asked) ? asked : theme();
  if (wanted) document.documentElement.dataset.theme = wanted;
  else delete document.documentElement.dataset.theme;
}

applyTheme();
