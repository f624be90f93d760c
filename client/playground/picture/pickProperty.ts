/** Asks the user for the speakers, the tags or another property of a card. */
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { PROPERTY_CHOICES, propertyChoicesResult, type SetPropertyAction } from "../../../server/protocol/tree.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { type CheckedValues, chooseChecked } from "../page/dialogs.ts";

type CardProperty = SetPropertyAction["property"];
type PickMessage = Extract<ToPanel, { readonly type: "pickProperty" }>;

/** The value of the choice that removes a property. */
const NONE = "";

/** What the dialogs say. `typed` is missing where only values of the list make sense. */
const texts: { readonly [Property in CardProperty]: { readonly title: string; readonly typed: string | undefined } } = {
  speaker: { title: "Who says this?", typed: "Somebody else" },
  tags: { title: "Tags", typed: "Other tags, with spaces or commas between them" },
  likelihood: { title: "Likelihood", typed: "A percentage" },
  strength: { title: "Strength", typed: "A percentage" },
  scheme: { title: "Argumentation scheme", typed: undefined },
};

/** Returns the message with the edit to the page; undefined if the user cancels or changes nothing. */
export async function pickProperty(
  server: ServerRequests,
  { map, card, property }: PickMessage,
): Promise<ToPage | undefined> {
  const answer = await server.request(PROPERTY_CHOICES, { uri: map, card, property }, propertyChoicesResult);
  if (!answer) return undefined;
  const { choices, current, isList } = answer;
  const listed = choices.map((choice) => ({ ...choice, isChecked: current.includes(choice.value) }));
  const none = { value: NONE, label: "None", detail: undefined, isChecked: current.length === 0 };
  const picked = await chooseChecked(texts[property].title, isList ? listed : [...listed, none], {
    isMultiple: isList,
    typedLabel: texts[property].typed,
  });
  const action = picked && actionFor(property, picked);
  if (!action || (action.newSpeaker === undefined && action.values.join("\n") === current.join("\n"))) return undefined;
  return { type: "propertyPicked", map, card, action };
}

function actionFor(property: CardProperty, { values, typed }: CheckedValues): SetPropertyAction {
  const chosen = values.filter((value) => value !== NONE);
  if (typed === "") return { type: "setProperty", property, values: chosen };
  if (property === "speaker") return { type: "setProperty", property, values: chosen, newSpeaker: typed };
  const others = property === "tags" ? typed.split(/[\s,]+/).filter((tag) => tag !== "") : [typed];
  return { type: "setProperty", property, values: [...new Set([...chosen, ...others])] };
}
