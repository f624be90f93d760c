import { mergeOverlapping, type Passage } from "../../../core/articles/article.ts";
import type { ArticleDocument } from "../../../core/articles/articleDocument.ts";
import { type Entry, entriesInOrder, plainText } from "../../../core/language/entry.ts";
import { importClosure } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isQuotable, isUnquoted } from "../../../core/language/relations/quotable.ts";
import { sourcesOf } from "../../../core/language/relations/quoteSources.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { CoverageResult } from "../../../protocol/articles.ts";
import type { Citation } from "../../../workspace/sources/citations.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameLocation } from "../../shared/ranges.ts";
import { citedDocument, toArticleDocument } from "../shared/articleDocuments.ts";
import { citingKindOf, mapsCiting } from "../shared/citations.ts";
import { sourceTitle } from "../shared/sourceEntry.ts";

const MAX_TEXT_LENGTH = 100;

type ArticleCoverage = NonNullable<CoverageResult>["articles"][number];

/**
 * Returns which parts of an article are cited by any map; or, for a map, which parts of its articles are cited by it
 * and its imports. Also returns the entries of these maps that have no quote. Null if `uri` is neither an article nor a
 * map.
 */
export function coverage(workspace: Workspace, uri: string): CoverageResult {
  const map = workspace.get(uri)?.file;
  if (map !== undefined) {
    const files = importClosure(map);
    return { articles: coverageByArticle(workspace, files), ...unquotedIn(files) };
  }
  const document = citedDocument(workspace, uri);
  if (document === undefined) return null;
  const source = workspace.citations.firstSourceOf(document.file);
  const citing = mapsCiting(workspace, document.file);
  const files = workspace.files().filter((file) => citing.has(file));
  const title = source === undefined ? "" : sourceTitle(source);
  return { articles: [articleCoverage(document, title, citationsOf(workspace, document.file))], ...unquotedIn(files) };
}

const citationsOf = (workspace: Workspace, file: string): readonly Citation[] =>
  workspace.citations.passagesIn(file)?.all ?? [];

function coverageByArticle(workspace: Workspace, files: readonly MapFile[]): ArticleCoverage[] {
  const articles = new Map<string, ArticleCoverage>();
  for (const source of sourcesOf(files)) {
    const result = workspace.sources.articleOf(source);
    if (result.state !== "found" || articles.has(result.uri)) continue;
    const ownCitations = citationsOf(workspace, result.uri).filter(({ quote }) => files.includes(fileOf(quote)));
    articles.set(result.uri, articleCoverage(toArticleDocument(result), sourceTitle(source), ownCitations));
  }
  return [...articles.values()];
}

function articleCoverage(document: ArticleDocument, title: string, citations: readonly Citation[]): ArticleCoverage {
  const { paragraphs, article } = document;
  const merged = mergeOverlapping(citations.map(({ passage }) => passage));
  const counts = { paragraphs: paragraphs.length, cited: 0 };
  let next = 0;
  const coveredParagraphs = paragraphs.map((paragraph) => {
    while ((merged[next]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) next++;
    const inside: Passage[] = [];
    for (let at = next, one = merged[at]; one !== undefined && one.start < paragraph.end; one = merged[++at]) {
      inside.push({ start: Math.max(one.start, paragraph.start), end: Math.min(one.end, paragraph.end) });
    }
    if (inside.length > 0) counts.cited++;
    const words = inside.flatMap((one) => trimPassage(article.text, one) ?? []);
    return { range: document.rangeOf(paragraph), cited: words.map((one) => document.rangeOf(one)) };
  });
  return { uri: document.uri, title, paragraphs: coveredParagraphs, counts };
}

/** A passage without white space at its ends; undefined if it contains no letter or digit. */
function trimPassage(text: string, { start, end }: Passage): Passage | undefined {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

function unquotedIn(files: readonly MapFile[]): Pick<NonNullable<CoverageResult>, "unquoted" | "entries"> {
  const quotable = files.flatMap((file) => [...entriesInOrder(file.syntax)].filter(isQuotable));
  return {
    entries: quotable.length,
    unquoted: quotable.filter(isUnquoted).flatMap((entry: Entry) => {
      const kind = citingKindOf(entry);
      return kind === undefined
        ? []
        : [{ ...nameLocation(entry), kind, text: truncate(plainText(entry), MAX_TEXT_LENGTH) }];
    }),
  };
}
