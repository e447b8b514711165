// @ts-check

/**
 * A note of something the desk has no line for: copied, so that whoever keeps the guides can be told. No server.
 */

/**
 * Copies a text; on plain HTTP pages have no clipboard of their own, so that a field is selected and copied instead.
 *
 * @param {string} text
 * @returns {Promise<boolean>} Whether it worked.
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedFromField(text)
  }
}

/** @param {string} text */
function copiedFromField(text) {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'ask-copy'
  document.body.append(field)
  field.select()
  const worked = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return worked
}
