/** The argument that stands for standard input or output in place of a file. */

export const STDIN = "-";
export const STDOUT = "-";
