/** What the user writes in place of a file for standard input and output. */

export const STDIN = "-";
export const STDOUT = "-";
