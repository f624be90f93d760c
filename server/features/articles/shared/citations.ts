/** Who cites a passage. */
import type { Range } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import type { Passage } from "../../../core/sources/article.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import type { CitingKind } from "../../../protocol/articles.ts";
import type { Citation } from "../../../workspace/citations.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/** What can rest on words of a source, in the order in which it is told. */
export const citingKinds: readonly CitingKind[] = ["question", "claim", "premise", "assumption", "reason", "objection"];

/** The kind of an entry that can cite; undefined for all others. */
export const citingKindOf = ({ head }: Entry): CitingKind | undefined =>
  citingKinds.find((kind) => kind === head.keyword);

/** The entry that a quote is the ground of; a quote that stands under nothing is itself what cites. */
export const citingEntry = (quote: Entry): Entry => quote.parent ?? quote;

/** The maps that have an article as a source, or import one that has. */
export const mapsCiting = (workspace: Workspace, file: string): ReadonlySet<MapFile> =>
  new Set([...workspace.citations.sourcesOf(file)].flatMap((source) => workspace.withAllImporters(fileOf(source))));

/** The citations of an article's passages that touch a range, by what cites; those of one place in the order of the maps. */
export function citationsAt(workspace: Workspace, document: ArticleDocument, range: Range): readonly Citation[] {
  return citationsIn(workspace, document, document.passageOf(range));
}

/** The citations of an article's passages that touch one. */
export const citationsIn = (workspace: Workspace, document: ArticleDocument, passage: Passage): readonly Citation[] =>
  workspace.citations.passagesIn(document.file)?.touching(passage) ?? [];

/** The entries that cite, each once: map by map, in the order of the text. */
export function citingEntries(citations: readonly Citation[]): readonly Entry[] {
  const entries = [...new Set(citations.map(({ quote }) => citingEntry(quote)))];
  const located = entries.map((entry) => {
    const file = fileOf(entry);
    return { entry, uri: file.uri, line: file.syntax.lines.numberOf(entry.line) };
  });
  located.sort((a, b) => (a.uri === b.uri ? a.line - b.line : a.uri < b.uri ? -1 : 1));
  return located.map(({ entry }) => entry);
}
