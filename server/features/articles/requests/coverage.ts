import { isQuotable, isUnquoted } from "../../../core/checks/rules/sources/unquoted-entry.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { filesOf, sourcesOf } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { joined, type Passage } from "../../../core/sources/article.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import type { CoverageResult } from "../../../protocol/articles.ts";
import type { Citation } from "../../../workspace/citations.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameLocation } from "../../shared/ranges.ts";
import { shortened } from "../../shared/truncate.ts";
import { citedDocument, opened } from "../shared/articleDocuments.ts";
import { citingKindOf, mapsCiting } from "../shared/citations.ts";
import { sourceTitle } from "../shared/sourceEntry.ts";

const MOST_WORDS = 100;

type Covered = NonNullable<CoverageResult>["articles"][number];

/**
 * What of an article is cited, as all maps cite it; or, of a map, what of all its articles is, as it and what it imports cite
 * them. With the entries of these maps that rest on no words. Null where `uri` is neither.
 */
export function coverage(workspace: Workspace, uri: string): CoverageResult {
  const map = workspace.get(uri)?.file;
  if (map !== undefined) {
    const files = filesOf(map);
    return { articles: articlesOf(workspace, files), ...unquotedIn(files) };
  }
  const document = citedDocument(workspace, uri);
  if (document === undefined) return null;
  const [source] = workspace.citations.sourcesOf(document.file);
  const citing = mapsCiting(workspace, document.file);
  const files = workspace.files().filter((file) => citing.has(file));
  const title = source === undefined ? "" : sourceTitle(source);
  return { articles: [covered(document, title, citations(workspace, document.file))], ...unquotedIn(files) };
}

const citations = (workspace: Workspace, file: string): readonly Citation[] => workspace.citations.in(file)?.all ?? [];

function articlesOf(workspace: Workspace, files: readonly MapFile[]): Covered[] {
  const articles = new Map<string, Covered>();
  for (const source of sourcesOf(files)) {
    const read = workspace.sources.textOf(source);
    if (read.state !== "found" || articles.has(read.uri)) continue;
    const own = citations(workspace, read.uri).filter(({ quote }) => files.includes(fileOf(quote)));
    articles.set(read.uri, covered(opened(read), sourceTitle(source), own));
  }
  return [...articles.values()];
}

function covered(document: ArticleDocument, title: string, cited: readonly Citation[]): Covered {
  const { paragraphs, article } = document;
  const all = joined(cited.map(({ passage }) => passage));
  const counts = { paragraphs: paragraphs.length, cited: 0 };
  let next = 0;
  const told = paragraphs.map((paragraph) => {
    while ((all[next]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) next++;
    const inside: Passage[] = [];
    for (let at = next, one = all[at]; one !== undefined && one.start < paragraph.end; one = all[++at]) {
      inside.push({ start: Math.max(one.start, paragraph.start), end: Math.min(one.end, paragraph.end) });
    }
    if (inside.length > 0) counts.cited++;
    const words = inside.flatMap((one) => trimmed(article.text, one) ?? []);
    return { range: document.rangeOf(paragraph), cited: words.map((one) => document.rangeOf(one)) };
  });
  return { uri: document.uri, title, paragraphs: told, counts };
}

/** A passage without the white space at its ends; undefined where no letter or digit is in it. */
function trimmed(text: string, { start, end }: Passage): Passage | undefined {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

function unquotedIn(files: readonly MapFile[]): Pick<NonNullable<CoverageResult>, "unquoted" | "entries"> {
  const quotable = files.flatMap((file) => [...file.syntax.entries.values()].filter(isQuotable));
  return {
    entries: quotable.length,
    unquoted: quotable.filter(isUnquoted).flatMap((entry: Entry) => {
      const kind = citingKindOf(entry);
      return kind === undefined ? [] : [{ ...nameLocation(entry), kind, text: shortened(entry.text, MOST_WORDS) }];
    }),
  };
}
