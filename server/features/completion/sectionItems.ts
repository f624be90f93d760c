/** Completion of the sections of a source. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { sectionsOf } from "../../core/articles/read/sections.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { AttributeValueContext } from "./completionContext.ts";

/** The item kind `Reference`, as for quotes. */
const REFERENCE = 18;

/** Items for the headings of the source of a quote, each once, in the order of the source. */
export function sectionItems(
  workspace: Workspace,
  { line }: AttributeValueContext,
  range: Range,
  leadingSpace: string,
): CompletionItem[] {
  const located = line.owner && workspace.sources.locateQuote(line.owner);
  if (located === undefined) return [];
  const titles = new Set(sectionsOf(located.article).map(({ title }) => title));
  return [...titles].map((title, index) => ({
    label: title,
    kind: REFERENCE,
    sortText: String(index).padStart(4, "0"),
    textEdit: { range, newText: leadingSpace + title },
  }));
}
