import * as v from "valibot";
import { joinLines } from "../answers.ts";
import { articleFor } from "../articles/articleOf.ts";
import { findPassages } from "../articles/passages.ts";
import { longText, MAX_QUOTE_LENGTH, mapInput, nameText, wholeNumber } from "../inputs.ts";
import type { Tool } from "../tool.ts";

const DEFAULT_COUNT = 10;

const entries = {
  map: mapInput,
  words: longText(
    MAX_QUOTE_LENGTH,
    "Words to look for. They may be spelled a little differently, and in another order.",
  ),
  source: v.optional(
    nameText(
      "The name of a source of the map, or the path of an article from the map. Not needed if the map has one source.",
    ),
  ),
  count: v.optional(wholeNumber(1, 50, `How many sentences to return; ${DEFAULT_COUNT} by default.`)),
};

/** Searches an article for sentences that can be quoted. */
export const findPassagesTool: Tool<typeof entries> = {
  name: "find_passages",
  title: "Find passages in an article",
  description:
    "Searches the article of a source for sentences that have some of the given words, best first. It compares words, not meanings: try several wordings. The sentences are exactly as in the article, so they can be quoted.",
  changesMaps: false,
  input: v.strictObject(entries),
  async run(session, { map: name, words, source, count = DEFAULT_COUNT }) {
    const { article, title } = await articleFor(session.workspace, session.map(name), source);
    const passages = findPassages(article, words, count);
    if (passages.length === 0)
      return { text: `No sentence of “${title}” has any of these words. Try other words, as the article may put it.` };
    const lines = passages.map(({ words: sentence, place }) => `- ${place}: “${sentence}”`);
    return { text: `From “${title}”:\n${joinLines(lines, "Give a smaller `count`.", "sentence")}` };
  },
};
