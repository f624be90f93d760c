/** What the help of each command says after its options. */

/** The meaning of exit status 1 of a command; undefined for a command that never ends with it. */
export type Failure = string | undefined;

/** The failure of commands that read one map. */
export const MAP_HAS_ERRORS = "the map has errors";

/** Returns the sentence about the exit statuses of a command. */
export const exitStatus = (failure: Failure): string =>
  `Exit status: 0 success, ${failure === undefined ? "" : `1 ${failure}, `}2 usage error`;

/** Returns the text that follows the help of a command: examples, and what its exit status means. */
export const examples = (failure: Failure, ...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  argmap ${line}\n`).join("")}\n${exitStatus(failure)}`;
