/** Commands that the server asks for where the protocol has no word for what is to be done. Not in the palette. */

import * as v from "valibot";
import { commands, type Disposable, Location, Position, Range, Uri } from "vscode";
import { selectionCommands } from "../server/protocol/articles.ts";

const RENAME = "argmap.renameAt";
const SHOW = "argmap.showReferences";

/** What the server is told that it may ask for. */
export const commandsForServer: readonly string[] = [RENAME, SHOW, ...Object.values(selectionCommands)];

const position = v.object({ line: v.number(), character: v.number() });
const place = v.object({ uri: v.string(), position });
const range = v.object({ start: position, end: position });
const references = v.object({ ...place.entries, places: v.array(v.object({ uri: v.string(), range })) });

const positionOf = ({ line, character }: v.InferOutput<typeof position>): Position => new Position(line, character);

/** Registers them. */
export function registerServerCommands(): Disposable[] {
  return [
    commands.registerCommand(RENAME, async (given: unknown) => {
      const { uri, position } = v.parse(place, given);
      // Given the place, VS Code itself moves there first: a cursor that moves meanwhile would end the renaming.
      await commands.executeCommand("editor.action.rename", [Uri.parse(uri), positionOf(position)]);
    }),
    commands.registerCommand(SHOW, async (given: unknown) => {
      const { uri, position, places } = v.parse(references, given);
      const found = places.map(
        ({ uri, range: { start, end } }) => new Location(Uri.parse(uri), new Range(positionOf(start), positionOf(end))),
      );
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), positionOf(position), found);
    }),
  ];
}
