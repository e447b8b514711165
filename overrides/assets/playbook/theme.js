// @ts-check

/**
 * Light or dark, as the reader chose in this browser; as the system has it where nothing was chosen.
 */

import { keep, kept } from './box/storage.js'

/** @typedef {'system' | 'light' | 'dark'} Theme */

/**
 * Gives what was chosen.
 *
 * @returns {Theme}
 */
export function chosenTheme() {
  const theme = kept('localStorage', 'theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/**
 * Shows a theme and remembers it.
 *
 * @param {Theme} theme
 */
export function chooseTheme(theme) {
  keep('localStorage', 'theme', theme)
  showTheme()
}

/** Shows what was chosen. */
export function showTheme() {
  const theme = chosenTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

showTheme()
addEventListener('storage', showTheme) // chosen in another tab
