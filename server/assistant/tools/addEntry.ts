import * as v from "valibot";
import { readMetadata } from "../../core/articles/read/metadata.ts";
import type { Entry } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { addableKinds } from "../../core/tree/cardRules.ts";
import { addQuote } from "../../features/articles/shared/addQuote.ts";
import { addRoot } from "../../features/preview/edit/addCard.ts";
import { locationAfterEdit, planEdits } from "../../features/preview/edit/editPlan.ts";
import { UserError } from "../../features/shared/userError.ts";
import { workspaceEdit } from "../../features/textEdits/workspaceEdit.ts";
import { articleFor } from "../articles/articleOf.ts";
import { exactQuote } from "../articles/exactQuote.ts";
import { editEntry, entryAt } from "../changes/cardEdits.ts";
import { changeMaps } from "../changes/changeMaps.ts";
import { giveName } from "../changes/giveName.ts";
import type { MapDraft } from "../changes/mapDraft.ts";
import { setSpeakers } from "../changes/setSpeakers.ts";
import {
  entryInput,
  longText,
  MAX_QUOTE_LENGTH,
  MAX_TEXT_LENGTH,
  mapInput,
  nameText,
  occurrenceInput,
  previewInput,
} from "../inputs.ts";
import { findEntry, labelWithId } from "../maps/entries.ts";
import type { AssistantSession } from "../session.ts";
import type { Tool } from "../tool.ts";

const quoteInput = v.strictObject({
  text: longText(
    MAX_QUOTE_LENGTH,
    "The words, exactly as in the article. “…” may stand for words that are left out within one paragraph.",
  ),
  source: v.optional(
    nameText(
      "The name of a source of the map, or the path of an article from the map. Not needed if the map has one source.",
    ),
  ),
  occurrence: occurrenceInput,
});

const entries = {
  map: mapInput,
  kind: v.pipe(
    v.picklist([...addableKinds, "quote"]),
    v.description("What to add. With “quote”, the entry `parent` gets a quote, and there is no text."),
  ),
  text: v.optional(
    longText(MAX_TEXT_LENGTH, "The text of the entry: one statement in one sentence, in your own words."),
  ),
  parent: v.optional(
    entryInput(
      "The entry that the new one answers, supports or attacks, or whose premise it is. Without it, a claim or question begins a new part of the map",
    ),
  ),
  name: v.optional(nameText("A short name by which other entries can refer to the new one, such as “cleaner-air”.")),
  speakers: v.optional(
    v.pipe(
      v.array(nameText("The name of a speaker in the map, or a full name.")),
      v.maxLength(20),
      v.description("Who says it. A speaker that the map does not have is added."),
    ),
  ),
  quote: v.optional(v.pipe(quoteInput, v.description("The words of an article that the entry rests on."))),
  preview: previewInput,
};

type Input = v.InferOutput<v.StrictObjectSchema<typeof entries, undefined>>;

/** Adds an entry, with a quote if one is given. */
export const addEntryTool: Tool<typeof entries> = {
  name: "add_entry",
  title: "Add an entry",
  description:
    "Adds a claim, reason, objection, premise, assumption or question, or a quote to an entry. A quote that is not in its source word for word is refused, with the nearest passages: quote one of them exactly, or add the entry without a quote. Never put words that you have not read into a quote.",
  changesMaps: true,
  input: v.strictObject(entries),
  run(session, input) {
    const map = session.map(input.map);
    return changeMaps(session, input.preview, async (draft) => {
      const added = await add(session, draft, map, input);
      return `Added ${labelWithId(added)}.`;
    });
  },
};

async function add(session: AssistantSession, draft: MapDraft, map: MapFile, input: Input): Promise<Entry> {
  const { kind, text, parent: parentName, name, speakers = [], quote } = input;
  const parent = parentName === undefined ? undefined : findEntry(map, parentName);
  if (kind === "quote") {
    if (parent === undefined) throw new UserError("A quote belongs to an entry. Name it as `parent`.");
    if (quote === undefined) throw new UserError("Give the words and their source as `quote`.");
    if (text !== undefined || name !== undefined || speakers.length > 0)
      throw new UserError("A quote has no text, name or speakers of its own. Give only `parent` and `quote`.");
    await addQuoteTo(session, draft, parent, quote);
    return parent;
  }
  if (text === undefined) throw new UserError(`Give the text of the ${kind} as \`text\`.`);
  const added =
    parent === undefined
      ? addAtEnd(session, draft, map, kind, text)
      : editEntry(session.workspace, draft, { map, entry: parent, action: () => ({ type: "add", kind, text }) });
  if (name !== undefined) giveName(session.workspace, draft, added, name);
  if (speakers.length > 0) setSpeakers(session.workspace, draft, { map: fileOf(added), entry: added, speakers });
  if (quote !== undefined) await addQuoteTo(session, draft, added, quote);
  return added;
}

function addAtEnd(
  { workspace }: AssistantSession,
  draft: MapDraft,
  map: MapFile,
  kind: (typeof addableKinds)[number],
  text: string,
): Entry {
  const plan = addRoot(map, kind, text);
  const { uri, range } = locationAfterEdit(plan);
  draft.apply(workspaceEdit(workspace, planEdits(plan)));
  const added = entryAt(workspace, uri, range.start.line);
  if (added === undefined) throw new UserError("The entry could not be added at the end of the map. Name a `parent`.");
  return added;
}

/** @throws {UserError} if the words are not in the source, or the source cannot be read */
async function addQuoteTo(
  { workspace }: AssistantSession,
  draft: MapDraft,
  target: Entry,
  { text, source, occurrence }: v.InferOutput<typeof quoteInput>,
): Promise<void> {
  const map = fileOf(target);
  const read = await articleFor(workspace, map, source);
  const quote = exactQuote(read, text, occurrence);
  const { edit } = addQuote(workspace, {
    map,
    target,
    addition: "quote",
    text: undefined,
    file: read.file,
    metadata: await readMetadata(read.article),
    quote,
    lineWidth: 0,
  });
  draft.apply(edit);
}
