import * as v from "valibot";
import type { CodeLens } from "vscode-languageserver";
import type { Passage } from "../../../core/articles/article.ts";
import type { ArticleDocument } from "../../../core/articles/articleDocument.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { counted } from "../../../core/strings/english.ts";
import { normalizeUri } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameLocation } from "../../shared/ranges.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citationsIn, citingEntries, citingKindOf, citingKinds } from "../shared/citations.ts";

const articleLensData = v.object({ article: v.string(), line: v.number() });

/** Returns a code lens for each cited paragraph of an article. Its title is added by `resolveArticleLens`. */
export function articleLenses(workspace: Workspace, uri: string): readonly CodeLens[] {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return [];
  return citedParagraphs(workspace, document).map((paragraph) => {
    const { start } = document.rangeOf(paragraph);
    return { range: { start, end: start }, data: { article: uri, line: start.line } };
  });
}

/** Whether a code lens was returned by `articleLenses`. */
export const isArticleLens = ({ data }: CodeLens): boolean => v.is(articleLensData, data);

/**
 * Adds the title, with the number of citing entries, and the command that shows them. The title is empty if the
 * paragraph is no longer cited.
 *
 * @param options.command whether the client has the command
 */
export function resolveArticleLens(
  workspace: Workspace,
  lens: CodeLens,
  options: { readonly command: boolean },
): CodeLens {
  const parsed = v.safeParse(articleLensData, lens.data);
  const uri = parsed.success ? normalizeUri(parsed.output.article) : "";
  const line = parsed.success ? parsed.output.line : 0;
  const document = citedDocument(workspace, uri);
  const start = { line, character: 0 };
  const paragraph = document?.paragraphAt(document.passageOf({ start, end: start }).start);
  const entries = document && paragraph ? citingEntries(citationsIn(workspace, document, shrink(paragraph))) : [];
  const title = citationCounts(entries);
  if (!options.command || entries.length === 0) return { ...lens, command: { title, command: "" } };
  const locations = entries.map(nameLocation);
  return {
    ...lens,
    command: { title, command: "argmap.showReferences", arguments: [{ uri, position: lens.range.start, locations }] },
  };
}

/** The paragraphs that contain a cited passage or a part of one. */
function citedParagraphs(workspace: Workspace, document: ArticleDocument): readonly Passage[] {
  const paragraphs = new Set<Passage>();
  for (const { passage } of workspace.citations.passagesIn(document.file)?.all ?? []) {
    for (
      let paragraph = document.paragraphAt(passage.start);
      paragraph !== undefined && paragraph.start < passage.end;
    ) {
      paragraphs.add(paragraph);
      const next = document.paragraphAt(paragraph.end);
      paragraph = next === paragraph ? undefined : next;
    }
  }
  return [...paragraphs];
}

/** A passage without its first and last character, so that passages which only touch its ends do not count. */
const shrink = ({ start, end }: Passage): Passage => ({
  start: Math.min(start + 1, end),
  end: Math.max(start, end - 1),
});

/** “2 reasons, 1 objection” */
function citationCounts(entries: readonly Entry[]): string {
  const counts = citingKinds.flatMap((kind) => {
    const count = entries.filter(({ head }) => head.keyword === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
  // A misplaced quote cites the passage by itself.
  const others = entries.filter((entry) => citingKindOf(entry) === undefined).length;
  return [...counts, ...(others === 0 ? [] : [counted(others, "quote")])].join(", ");
}
