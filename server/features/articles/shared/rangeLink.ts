/** Addresses of places for links in texts. */
import type { Range } from "vscode-languageserver";

/** A URI that editors open with a range selected: line and column from 1 on after `#L`, which VS Code and others understand. */
export function rangeLink(uri: string, { start, end }: Range): string {
  const from = `${start.line + 1},${start.character + 1}`;
  const to = `${end.line + 1},${end.character + 1}`;
  return `${uri}#L${from}${from === to ? "" : `-${to}`}`;
}
