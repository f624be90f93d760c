/** Finds the entries that cite a passage of an article. */
import type { Range } from "vscode-languageserver";
import type { Passage } from "../../../core/articles/article.ts";
import type { ArticleDocument } from "../../../core/articles/articleDocument.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import type { CitingKind } from "../../../protocol/articles.ts";
import { byMapInTextOrder, type Citation } from "../../../workspace/sources/citations.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/** The kinds of entry that can have a quote, in display order. */
export const citingKinds: readonly CitingKind[] = ["question", "claim", "premise", "assumption", "reason", "objection"];

/** Returns the kind of an entry that can have a quote; undefined for other entries. */
export const citingKindOf = ({ head }: Entry): CitingKind | undefined =>
  citingKinds.find((kind) => kind === head.keyword);

/** Returns the entry that cites by a quote: its parent, or the quote itself if it has none. */
export const citingEntry = (quote: Entry): Entry => quote.parent ?? quote;

/** Returns the maps that have an article as a source, and all that import them. */
export const mapsCiting = (workspace: Workspace, file: string): ReadonlySet<MapFile> =>
  new Set([...workspace.citations.sourcesOf(file)].flatMap((source) => workspace.withAllImporters(fileOf(source))));

/** Returns the citations of passages that touch a range of an article. */
export function citationsAt(workspace: Workspace, document: ArticleDocument, range: Range): readonly Citation[] {
  return citationsIn(workspace, document, document.passageOf(range));
}

/** Returns the citations of passages that touch a passage of an article. */
export const citationsIn = (workspace: Workspace, document: ArticleDocument, passage: Passage): readonly Citation[] =>
  workspace.citations.passagesIn(document.file)?.touching(passage) ?? [];

/** Returns the entries of citations, each once, by map and in text order. */
export const citingEntries = (citations: readonly Citation[]): readonly Entry[] =>
  byMapInTextOrder(new Set(citations.map(({ quote }) => citingEntry(quote))));
