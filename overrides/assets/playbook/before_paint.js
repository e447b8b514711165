// @ts-check

/**
 * What must be so before a page is painted: the colours that were chosen; and where it is opened from a file, from which
 * no browser loads modules, the box says at once what it needs. No module itself: the build makes it one file.
 */

import './theme.js'

if (location.protocol === 'file:') document.documentElement.dataset.fromFile = ''
