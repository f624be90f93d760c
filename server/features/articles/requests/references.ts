import type { Location, Position } from "vscode-languageserver";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameLocation } from "../../shared/ranges.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citationsAt, citingEntries } from "../shared/citations.ts";

/** Returns the entries, in all maps of the workspace, that cite the passage at a position of an article. */
export function articleReferences(workspace: Workspace, uri: string, position: Position): readonly Location[] {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return [];
  return citingEntries(citationsAt(workspace, document, { start: position, end: position })).map(nameLocation);
}
