import type { Range } from "vscode-languageserver";

/**
 * Returns a URI that opens a file with a range selected. VS Code and other editors read `#L` with 1-based lines and
 * columns.
 */
export function rangeLink(uri: string, { start, end }: Range): string {
  const from = `${start.line + 1},${start.character + 1}`;
  const to = `${end.line + 1},${end.character + 1}`;
  return `${uri}#L${from}${from === to ? "" : `-${to}`}`;
}
