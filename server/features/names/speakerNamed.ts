/** Finds the speaker with a full name, or adds one. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import { truncate } from "../../core/strings/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { UserError } from "../shared/userError.ts";
import { suggestName } from "../textEdits/freshNames.ts";
import type { LineChange, NewLine } from "../textEdits/model.ts";
import { createLine } from "../textEdits/newLines.ts";
import { insertInPreamble } from "../textEdits/preamble.ts";
import { mentionInScope } from "./mentions.ts";

const MAX_NAME_LENGTH = 80;
/** Matches the surroundings of a name in a sentence: white space, quotation marks, punctuation, and the ending of a possessive. */
const AROUND_NAME = /^[\s\p{P}]+|(?:['’]s)?[\s\p{P}]+$|['’]s$/gu;

/** The name by which entries of a map name a speaker; with the change that adds the speaker if it is new. */
export type NamedSpeaker =
  | { readonly name: string; readonly change: undefined; readonly line: undefined }
  | { readonly name: string; readonly change: LineChange; readonly line: NewLine };

/** Returns the speakers that the entries of a map can name. */
export const speakersInScope = (map: MapFile): readonly Entry[] =>
  importClosure(map).flatMap((file) => [...file.entriesOf("speaker")]);

/**
 * Returns the speaker of a map with a full name, or a new one.
 *
 * @throws {UserError} if the text is not a name
 */
export function speakerNamed(workspace: Workspace, map: MapFile, text: string): NamedSpeaker {
  const fullName = text.normalize("NFC").replace(/\s+/g, " ").replace(AROUND_NAME, "");
  if (!/\p{L}/u.test(fullName)) throw new UserError("This is not a name. Select the name of a speaker.");
  if (fullName.length > MAX_NAME_LENGTH) {
    throw new UserError(`“${truncate(fullName, 30)}” is too long for a name. Select only the name of the speaker.`);
  }
  for (const speaker of speakersInScope(map)) {
    const name = titleOf(speaker).toLowerCase() === fullName.toLowerCase() ? mentionInScope(map, speaker) : undefined;
    if (name !== undefined) return { name, change: undefined, line: undefined };
  }
  const name = suggestName(fullName, workspace.withAllImporters(map), "speaker");
  const line = createLine(`speaker ${name}: ${fullName}`);
  return { name, change: insertInPreamble(map, "speaker", [line]), line };
}
