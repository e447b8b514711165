// @ts-check

/** Runs in a worker and says so: whether a policy lets workers run shows only when one does. */

postMessage('here')
