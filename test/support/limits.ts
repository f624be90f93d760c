/**
 * The time limits of tests, in milliseconds. They only end tests that hang, so they are generous: a test that passes must not
 * depend on the speed of the machine.
 */

/** For one wait or poll. */
export const WAIT_LIMIT = 60_000;

/** For one test. */
export const TEST_LIMIT = 240_000;
