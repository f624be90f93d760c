/** Commands that the server asks for where the protocol has no word for what is to be done. Not in the palette. */

import * as v from "valibot";
import { commands, type Disposable, Location, Position, Range, Uri } from "vscode";
import { selectionCommands } from "../server/protocol/articles.ts";

const RENAME_COMMAND = "argmap.renameAt";
const SHOW_REFERENCES_COMMAND = "argmap.showReferences";

/** What the server is told that it may ask for. */
export const clientCommands: readonly string[] = [
  RENAME_COMMAND,
  SHOW_REFERENCES_COMMAND,
  ...Object.values(selectionCommands),
];

const position = v.object({ line: v.number(), character: v.number() });
const documentPosition = v.object({ uri: v.string(), position });
const range = v.object({ start: position, end: position });
const referenceList = v.object({ ...documentPosition.entries, places: v.array(v.object({ uri: v.string(), range })) });

const toPosition = ({ line, character }: v.InferOutput<typeof position>): Position => new Position(line, character);

/** Registers them. */
export function registerServerCommands(): Disposable[] {
  return [
    commands.registerCommand(RENAME_COMMAND, async (args: unknown) => {
      const { uri, position } = v.parse(documentPosition, args);
      // Given the place, VS Code itself moves there first: a cursor that moves meanwhile would end the renaming.
      await commands.executeCommand("editor.action.rename", [Uri.parse(uri), toPosition(position)]);
    }),
    commands.registerCommand(SHOW_REFERENCES_COMMAND, async (args: unknown) => {
      const { uri, position, places } = v.parse(referenceList, args);
      const locations = places.map(
        ({ uri, range: { start, end } }) => new Location(Uri.parse(uri), new Range(toPosition(start), toPosition(end))),
      );
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), toPosition(position), locations);
    }),
  ];
}
