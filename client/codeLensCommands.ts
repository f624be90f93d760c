/** Client commands in code lenses and code actions, for what LSP cannot express. They are not in the command palette. */
import * as v from "valibot";
import { commands, type Disposable, Location, Position, Range, Uri } from "vscode";
import { selectionCommands } from "../server/protocol/articles.ts";
import { SUPPOSE_COMMAND } from "../server/protocol/weighing.ts";

const RENAME_COMMAND = "argmap.renameAt";
const SHOW_REFERENCES_COMMAND = "argmap.showReferences";

/** The commands that the client announces in its `initializationOptions`. */
export const clientCommands: readonly string[] = [
  RENAME_COMMAND,
  SHOW_REFERENCES_COMMAND,
  SUPPOSE_COMMAND,
  ...Object.values(selectionCommands),
];

const position = v.object({ line: v.number(), character: v.number() });
const documentPosition = v.object({ uri: v.string(), position });
const range = v.object({ start: position, end: position });
const referenceList = v.object({
  ...documentPosition.entries,
  locations: v.array(v.object({ uri: v.string(), range })),
});

const toPosition = ({ line, character }: v.InferOutput<typeof position>): Position => new Position(line, character);

/** Registers the commands that start a rename and that show references. */
export function registerCodeLensCommands(): Disposable[] {
  return [
    commands.registerCommand(RENAME_COMMAND, async (args: unknown) => {
      const { uri, position } = v.parse(documentPosition, args);
      // VS Code moves the cursor to the given position itself. Moving it here could end the rename.
      await commands.executeCommand("editor.action.rename", [Uri.parse(uri), toPosition(position)]);
    }),
    commands.registerCommand(SHOW_REFERENCES_COMMAND, async (args: unknown) => {
      const { uri, position, locations } = v.parse(referenceList, args);
      const references = locations.map(
        ({ uri, range: { start, end } }) => new Location(Uri.parse(uri), new Range(toPosition(start), toPosition(end))),
      );
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), toPosition(position), references);
    }),
  ];
}
