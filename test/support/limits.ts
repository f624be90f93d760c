/**
 * How long tests wait, in milliseconds. The limits only end what hangs, so they are generous: no test may depend on how
 * fast a machine is.
 */

/** For one wait or poll: an event, a state of the page, an answer of a server. */
export const WAIT_LIMIT = 60_000;

/** For one test, which may wait several times. */
export const TEST_LIMIT = 240_000;
