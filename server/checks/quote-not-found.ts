import { sourceOf } from "../language/graph.ts";
import { textStretch } from "../language/problem.ts";
import { findQuote, nearestPassage, normalText } from "../sources/quotes.ts";
import type { EntryCheck } from "./check.ts";

/** A quote whose words are not in its source. The passage that comes nearest is offered. */
export const quoteNotFound: EntryCheck = {
  code: "quote-not-found",
  severity: "error",
  title: "A quote that is not in its source",
  scope: "entry",
  *check(entry, { files, sourceText }) {
    if (entry.head.keyword !== "quote" || entry.text === "") return;
    const source = sourceOf(entry, files);
    if (source?.head.keyword !== "source") return;
    const words = sourceText(source);
    if (words.state !== "found") return;
    const text = normalText(words.article.text);
    if (findQuote(text, entry.text) !== undefined) return;
    const near = nearestPassage(text, entry.text);
    yield {
      ...textStretch(entry),
      entry,
      offers: near === undefined ? [] : [near.quote],
      message:
        near === undefined
          ? "These words do not stand like this in the source. Quote them as they follow each other there; “…” stands for words left out."
          : `These words are not in the source. The nearest there: “${near.passage}”.`,
      related: [{ entry: source, message: "The source is described here" }],
    };
  },
};
