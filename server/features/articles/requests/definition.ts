import type { LocationLink, Position } from "vscode-languageserver";
import type { Workspace } from "../../../workspace/workspace.ts";
import { linkTo } from "../../shared/locationLinks.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citationsAt, citingEntries } from "../shared/citations.ts";

/**
 * Returns links to the entries that cite the passage at a position of an article. Their origin is the shortest passage
 * there.
 */
export function articleDefinition(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return [];
  const citations = citationsAt(workspace, document, { start: position, end: position });
  const [shortest] = [...citations].sort((a, b) => a.passage.end - a.passage.start - (b.passage.end - b.passage.start));
  const origin = shortest && document.rangeOf(shortest.passage);
  return citingEntries(citations).map((entry) => linkTo(entry, origin));
}
