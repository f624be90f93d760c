/** Expectations on requests that return location links, with the links marked in the text of the map. */
import { expect } from "vitest";
import type { LocationLink, Position } from "vscode-languageserver";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { type MarkedMap, type MarkedRange, mark, unmark } from "../maps/markedMap.ts";
import { openWorkspace, typeAtCursor } from "./openWorkspace.ts";

type LinkRequest = (workspace: Workspace, uri: string, position: Position) => readonly LocationLink[];

/** Requests the links at ¦ and expects the ⟦targets⟧ and the ⟨origin⟩. */
export async function expectLinks(request: LinkRequest, source: string): Promise<void> {
  const opened = await openWorkspace(source);
  expect(markLinks(request, opened.workspace, opened)).toBe(source);
}

/** Requests the links before and after `typed` is inserted at ¦. Expects the marks of `after`, as `expectLinks` does. */
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
  // A name that links to itself is marked only as a target.
  return mark(marked, {
    targets,
    uses: uses.filter(({ range }) => !targets.some((target) => isSame({ uri: marked.uri, range }, target))),
  });
}

const isSame = (a: MarkedRange, b: MarkedRange): boolean => JSON.stringify(a) === JSON.stringify(b);
