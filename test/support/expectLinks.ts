/** Shows where a request leads, in the text of the map itself. */
import { expect } from "vitest";
import type { LocationLink, Position } from "vscode-languageserver";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { type MarkedMap, type MarkedRange, mark, unmark } from "./markedMap.ts";
import { openWorkspace, typeAtCursor } from "./openWorkspace.ts";

type LinkRequest = (workspace: Workspace, uri: string, position: Position) => readonly LocationLink[];

/** Asks at ¦, and demands ⟦targets⟧ from the ⟨word⟩ that leads there. */
export async function expectLinks(request: LinkRequest, source: string): Promise<void> {
  const opened = await openWorkspace(source);
  expect(markLinks(request, opened.workspace, opened)).toBe(source);
}

/** Types at ¦, and demands of the text that is there then what `expectLinks` does. */
export async function expectLinksAfterTyping(
  request: LinkRequest,
  { before, typed, after }: { readonly before: string; readonly typed: string; readonly after: string },
): Promise<void> {
  const opened = await openWorkspace(before);
  request(opened.workspace, opened.uri, opened.cursor);
  typeAtCursor(opened, typed);
  const expected = unmark(after);
  const lines = opened.workspace.get(opened.uri)?.file.syntax.lines ?? [];
  expect([...lines].map(({ scanned }) => scanned.raw).join("\n")).toBe(expected.files[opened.uri]);
  expect(markLinks(request, opened.workspace, expected)).toBe(after);
}

function markLinks(request: LinkRequest, workspace: Workspace, marked: MarkedMap): string {
  const links = request(workspace, marked.uri, marked.cursor);
  const targets = links.map(
    ({ targetUri, targetSelectionRange }): MarkedRange => ({ uri: targetUri, range: targetSelectionRange }),
  );
  const origins = new Set(links.map(({ originSelectionRange }) => JSON.stringify(originSelectionRange)));
  const uses = [...origins].map((range): MarkedRange => ({ uri: marked.uri, range: JSON.parse(range) }));
  // A name that leads to itself is marked as what it leads to.
  return mark(marked, {
    targets,
    uses: uses.filter(({ range }) => !targets.some((one) => isSame({ uri: marked.uri, range }, one))),
  });
}

const isSame = (a: MarkedRange, b: MarkedRange): boolean => JSON.stringify(a) === JSON.stringify(b);
