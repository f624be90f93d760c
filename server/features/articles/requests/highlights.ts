import type { DocumentHighlight, Position } from "vscode-languageserver";
import type { Workspace } from "../../../workspace/workspace.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citationsAt } from "../shared/citations.ts";

const TEXT = 1;

/** Returns the cited passages at a position of an article. */
export function articleHighlights(workspace: Workspace, uri: string, position: Position): readonly DocumentHighlight[] {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return [];
  const passages = citationsAt(workspace, document, { start: position, end: position }).map(({ passage }) => passage);
  const distinct = new Map(passages.map((passage) => [`${passage.start} ${passage.end}`, passage]));
  return [...distinct.values()].map((passage) => ({ range: document.rangeOf(passage), kind: TEXT }));
}
