/** The time limits of all tests, in milliseconds. They are generous: only something that never happens reaches them. */

/** The limit of one wait or poll. */
export const WAIT_LIMIT = 180_000;

/** The limit of one test. */
export const TEST_LIMIT = 600_000;

/** The limit of the whole suite that runs inside VS Code. */
export const SUITE_LIMIT = 60 * 60_000;
