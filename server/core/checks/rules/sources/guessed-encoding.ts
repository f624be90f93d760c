import { attributeOf } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/** A source whose file is not in UTF-8 and does not declare its encoding. The suggestion is the likeliest one. */
export const guessedEncoding: EntryCheck = {
  code: "guessed-encoding",
  severity: "hint",
  title: "A source whose encoding is a guess",
  scope: "entry",
  keywords: ["source"],
  *check(entry, { articleOf }) {
    const path = attributeOf(entry, "file");
    const source = articleOf(entry);
    if (path === undefined || source.state !== "found" || source.article.guessedEncoding === undefined) return;
    const encoding = source.article.guessedEncoding;
    const message = `This file is not in UTF-8 and was read as ${encoding}. If the text looks right, add “encoding: ${encoding}”. If not, add the right encoding.`;
    yield { ...valueSpan(entry, path), entry, message };
  },
};
