import * as v from "valibot";
import type { CodeLens } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { Passage } from "../../../core/sources/article.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import { normaliseUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameLocation } from "../../shared/ranges.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citationsIn, citingEntries, citingKinds } from "../shared/citations.ts";

const articleLensData = v.object({ article: v.string(), line: v.number() });

/** Above each paragraph of an article that is cited what cites it. What a lens says is filled in when it is shown. */
export function articleLenses(workspace: Workspace, uri: string): readonly CodeLens[] {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return [];
  return citedParagraphs(workspace, document).map((paragraph) => {
    const { start } = document.rangeOf(paragraph);
    return { range: { start, end: start }, data: { article: uri, line: start.line } };
  });
}

/** Whether a lens is one of an article. */
export const isArticleLens = ({ data }: CodeLens): boolean => v.is(articleLensData, data);

/** A lens with what it says, and the command that shows the entries; one whose paragraph is gone says nothing. */
export function resolveArticleLens(
  workspace: Workspace,
  lens: CodeLens,
  { command }: { readonly command: boolean },
): CodeLens {
  const parsed = v.safeParse(articleLensData, lens.data);
  const uri = parsed.success ? normaliseUri(parsed.output.article) : "";
  const line = parsed.success ? parsed.output.line : 0;
  const document = citedDocument(workspace, uri);
  const start = { line, character: 0 };
  const paragraph = document?.paragraphAt(document.passageOf({ start, end: start }).start);
  const entries = document && paragraph ? citingEntries(citationsIn(workspace, document, shrink(paragraph))) : [];
  const title = citationCounts(entries);
  if (!command || entries.length === 0) return { ...lens, command: { title, command: "" } };
  const places = entries.map(nameLocation);
  return {
    ...lens,
    command: { title, command: "argmap.showReferences", arguments: [{ uri, position: lens.range.start, places }] },
  };
}

/** The paragraphs that a cited passage stands in, be it in a part of one. */
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

/** What touches a passage also inside, not only at its ends. */
const shrink = ({ start, end }: Passage): Passage => ({
  start: Math.min(start + 1, end),
  end: Math.max(start, end - 1),
});

/** “2 reasons, 1 objection” */
function citationCounts(entries: readonly Entry[]): string {
  const counts = citingKinds.flatMap((kind) => {
    const count = entries.filter(({ head }) => head.keyword === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? "" : "s"}`];
  });
  const others =
    entries.length - entries.filter(({ head }) => citingKinds.some((kind) => kind === head.keyword)).length;
  return [...counts, ...(others === 0 ? [] : [`${others} ${others === 1 ? "quote" : "quotes"}`])].join(", ");
}
