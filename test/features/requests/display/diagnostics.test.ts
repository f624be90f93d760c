import { expect, test } from "vitest";
import { type DiagnosticOptions, diagnostics } from "../../../../server/features/requests/display/diagnostics.ts";
import { memoryFileSystem, workspaceOn } from "../../../support/workspaces/memoryFileSystem.ts";

const options: DiagnosticOptions = { severities: {}, referenceUri: undefined, supportsRelatedInformation: false };

function shown(text: string): readonly string[] {
  const workspace = workspaceOn(memoryFileSystem({}));
  workspace.open("file:///a.argmap", text, 1);
  const file = workspace.get("file:///a.argmap");
  if (file === undefined) throw new Error("The map was not opened.");
  return diagnostics(file, options).map(({ severity, range, message }) => `${severity} ${range.start.line} ${message}`);
}

test("shows a message that occurs often once, with a count; the other places are hints that no list shows", () => {
  const message = "Did you mean “reason”? If this is text, put a backslash before it.";
  const line = "  Reason: It works.\n";
  expect(shown(`claim keep: It should stay.\n${line.repeat(4)}`).filter((one) => one.includes(message))).toEqual([
    `2 1 ${message} (In 4 places of this file.)`,
    `4 2 ${message}`,
    `4 3 ${message}`,
    `4 4 ${message}`,
  ]);
  expect(shown(`claim keep: It should stay.\n${line.repeat(3)}`).filter((one) => one.startsWith("2"))).toEqual([
    `2 1 ${message}`,
    `2 2 ${message}`,
    `2 3 ${message}`,
  ]);
});

test("shows once that text comes from another tool", () => {
  const message =
    "This is in the format of Argdown, which a map cannot contain. Convert it with the quick fix, or import it from a file of its own.";
  expect(shown("[Keep]: It should stay.\n[Drop]: It should go.\n")).toEqual([
    `1 0 ${message} (In 2 places of this file.)`,
  ]);
});
