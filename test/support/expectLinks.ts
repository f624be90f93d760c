/** Shows where a request leads, in the text of the map itself. */
import { expect } from "vitest";
import type { LocationLink, Position } from "vscode-languageserver";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { type Marked, mark, type Place, unmark } from "./markedMap.ts";
import { opened, type } from "./openWorkspace.ts";

type Request = (workspace: Workspace, uri: string, position: Position) => readonly LocationLink[];

/** Asks at ¦, and demands ⟦targets⟧ from the ⟨word⟩ that leads there. */
export async function expectLinks(request: Request, source: string): Promise<void> {
  const at = await opened(source);
  expect(shown(request, at.workspace, at)).toBe(source);
}

/** Types at ¦, and demands of the text that is there then what `expectLinks` does. */
export async function expectLinksWhenTyped(
  request: Request,
  { before, typed, after }: { readonly before: string; readonly typed: string; readonly after: string },
): Promise<void> {
  const at = await opened(before);
  request(at.workspace, at.uri, at.cursor);
  type(at, typed);
  const now = unmark(after);
  const lines = at.workspace.get(at.uri)?.file.syntax.lines ?? [];
  expect([...lines].map(({ reading }) => reading.raw).join("\n")).toBe(now.files[at.uri]);
  expect(shown(request, at.workspace, now)).toBe(after);
}

function shown(request: Request, workspace: Workspace, at: Marked): string {
  const links = request(workspace, at.uri, at.cursor);
  const chief = links.map(
    ({ targetUri, targetSelectionRange }): Place => ({ uri: targetUri, range: targetSelectionRange }),
  );
  const origins = new Set(links.map(({ originSelectionRange }) => JSON.stringify(originSelectionRange)));
  const uses = [...origins].map((range): Place => ({ uri: at.uri, range: JSON.parse(range) }));
  // A name that leads to itself is marked as what it leads to.
  return mark(at, {
    chief,
    uses: uses.filter(({ range }) => !chief.some((one) => isSame({ uri: at.uri, range }, one))),
  });
}

const isSame = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);
