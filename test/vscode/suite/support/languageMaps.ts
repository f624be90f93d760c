/** Two maps, and requests about them, for the tests of language features. */
import { commands, type TextEditor } from "vscode";
import { openMap } from "./editor.ts";

const people = "speaker lind: Maja Lind\n";
const map = `import: request-people.argmap

claim keep by lind: The charge should stay.
  reason air: The air got cleaner.
    premise: It fell by a fifth.
  objection cost: It costs.

reason habit for keep: People got used to it.
  premise other
claim other: See https://example.org for more.
`;

/** Opens `request-people.argmap`, and then `requests.argmap`, which imports it. */
export async function openBothMaps(): Promise<TextEditor> {
  await openMap("request-people.argmap", people);
  return openMap("requests.argmap", map);
}

/** Runs a `vscode.execute…Provider` command on the document of an editor. */
export const executeProvider = <Answer>(
  command: string,
  { document }: TextEditor,
  ...args: unknown[]
): Thenable<Answer> => commands.executeCommand<Answer>(command, document.uri, ...args);
