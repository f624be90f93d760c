/** The time limits of all tests, in milliseconds. They are generous: only something that never happens reaches them. */

/** The limit of one wait or poll. */
export const WAIT_LIMIT = 60_000;

/** The limit of one test. */
export const TEST_LIMIT = 240_000;

/** The limit of the whole suite that runs inside VS Code. */
export const SUITE_LIMIT = 30 * 60_000;
