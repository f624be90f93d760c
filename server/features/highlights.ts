import type { DocumentHighlight, Position } from "vscode-languageserver";
import type { Workspace } from "../workspace/workspace.ts";
import { occurrencesOf, subjectAt } from "./occurrences.ts";
import { rangeOf } from "./places.ts";

const READ = 2;
const WRITE = 3;

/** The places of this file that speak of what stands at a position: its definition as written to, its uses as read. */
export function highlights(workspace: Workspace, uri: string, position: Position): readonly DocumentHighlight[] {
  const file = workspace.get(uri)?.file;
  const subject = file && subjectAt(file, position);
  if (file === undefined || subject === undefined) return [];
  return occurrencesOf(subject, [file]).map(({ entry, span, defines }) => ({
    range: rangeOf(entry, span),
    kind: defines ? WRITE : READ,
  }));
}
