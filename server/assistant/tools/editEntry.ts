import * as v from "valibot";
import type { Entry } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { sourceOf } from "../../core/language/relations/quoteSources.ts";
import type { CardProperty } from "../../core/tree/cardRules.ts";
import { planEdits } from "../../features/preview/edit/editPlan.ts";
import { editText } from "../../features/preview/edit/editText.ts";
import { UserError } from "../../features/shared/userError.ts";
import { workspaceEdit } from "../../features/textEdits/workspaceEdit.ts";
import { articleOfSource } from "../articles/articleOf.ts";
import { exactQuote } from "../articles/exactQuote.ts";
import { editEntry } from "../changes/cardEdits.ts";
import { changeMaps } from "../changes/changeMaps.ts";
import type { MapDraft } from "../changes/mapDraft.ts";
import { setSpeakers } from "../changes/setSpeakers.ts";
import { entryInput, longText, MAX_TEXT_LENGTH, mapInput, nameText, occurrenceInput, previewInput } from "../inputs.ts";
import { findEntry, labelWithId } from "../maps/entries.ts";
import type { AssistantSession } from "../session.ts";
import type { Tool } from "../tool.ts";

const values = (description: string) =>
  v.optional(
    v.pipe(
      v.array(nameText(description)),
      v.maxLength(50),
      v.description(`${description} An empty list removes them.`),
    ),
  );
const value = (description: string) =>
  v.optional(v.pipe(v.string(), v.maxLength(200), v.description(`${description} “” removes it.`)));

const entries = {
  map: mapInput,
  entry: entryInput("The entry to change"),
  text: v.optional(
    longText(
      MAX_TEXT_LENGTH,
      "The new text. Of a quote: words that are in its source, exactly as there; others are refused.",
    ),
  ),
  occurrence: occurrenceInput,
  speakers: values("The names of speakers in the map, or full names."),
  tags: values("Words for filtering."),
  likelihood: value("How likely a statement is: “likely”, “70%”, “55-80%”."),
  strength: value("How strongly a reason or objection counts: “weak”, “moderate”, “strong”, or a percentage."),
  scheme: values("The argumentation schemes of a reason or objection, such as “expert-opinion”."),
  preview: previewInput,
};

type Input = v.InferOutput<v.StrictObjectSchema<typeof entries, undefined>>;

/** Changes the text or the properties of an entry. */
export const editEntryTool: Tool<typeof entries> = {
  name: "edit_entry",
  title: "Edit an entry",
  description:
    "Changes the text, speakers, tags, likelihood, strength or schemes of an entry. What is not given stays as it is. The new text of a quote must be in its source word for word.",
  changesMaps: true,
  input: v.strictObject(entries),
  run(session, input) {
    const map = session.map(input.map);
    const entry = findEntry(map, input.entry);
    return changeMaps(session, input.preview, async (draft) => {
      await changeText(session, draft, { map, entry, input });
      changeProperties(session, draft, { map, entry, input });
      return `Changed ${labelWithId(entry)}.`;
    });
  },
};

/** An entry in a map, and what is to become of it. */
interface EntryChange {
  readonly map: MapFile;
  readonly entry: Entry;
  readonly input: Input;
}

async function changeText(
  { workspace }: AssistantSession,
  draft: MapDraft,
  { map, entry, input: { text, occurrence } }: EntryChange,
): Promise<void> {
  const isQuote = entry.head.keyword === "quote";
  if (occurrence !== undefined && (!isQuote || text === undefined))
    throw new UserError("`occurrence` is only for the new text of a quote. Leave it out.");
  if (text === undefined) return;
  if (!isQuote) {
    editEntry(workspace, draft, { map, entry, action: () => ({ type: "setText", text }) });
    return;
  }
  const source = sourceOf(entry, importClosure(fileOf(entry)));
  if (source === undefined)
    throw new UserError("It is not clear which source this quote is from. Ask the user to name its source.");
  const { words } = exactQuote(await articleOfSource(workspace, source), text, occurrence);
  draft.apply(workspaceEdit(workspace, planEdits(editText({ entry }, words))));
}

function changeProperties({ workspace }: AssistantSession, draft: MapDraft, { map, entry, input }: EntryChange): void {
  const { speakers, tags, likelihood, strength, scheme } = input;
  if (speakers !== undefined) setSpeakers(workspace, draft, { map, entry, speakers });
  const properties: readonly (readonly [CardProperty, readonly string[] | undefined])[] = [
    ["tags", tags],
    ["likelihood", likelihood === undefined ? undefined : [likelihood]],
    ["strength", strength === undefined ? undefined : [strength]],
    ["scheme", scheme],
  ];
  for (const [property, given] of properties) {
    if (given !== undefined)
      editEntry(workspace, draft, {
        map,
        entry,
        action: () => ({ type: "setProperty", property, values: [...given] }),
      });
  }
}
