/** The parts of inputs that several tools share, with their descriptions for the assistant. */
import * as v from "valibot";

/** The longest text of an entry, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;
/** The longest quote that an assistant can add, and the longest search. */
export const MAX_QUOTE_LENGTH = 2_000;
const MAX_NAME_LENGTH = 500;

/** A short text on one line, such as a name or a path. */
export const nameText = (description: string) =>
  v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_NAME_LENGTH), v.description(description));

/** A text that may be long. */
export const longText = (maxLength: number, description: string) =>
  v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxLength), v.description(description));

/** A number within limits. */
export const wholeNumber = (min: number, max: number, description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max), v.description(description));

/** The input that names a map. */
export const mapInput = nameText("The map, as list_maps names it, such as “talk.argmap”.");

/** An input that names an entry. */
export const entryInput = (role: string) =>
  nameText(`${role}. Its name, such as “keep” or “air.cleaner”, or its id from read_map, such as “#123456”.`);

/** The input that says which occurrence of the words in the article is meant. */
export const occurrenceInput = v.optional(
  wholeNumber(1, 1000, "If the words are in the article several times: which one, from 1."),
);

/** The input of tools that change maps, by which they only show the change. */
export const previewInput = v.optional(
  v.pipe(v.boolean(), v.description("If true, the answer shows the change as a diff, and nothing is written.")),
);
