import { expect, test } from "vitest";
import { nearClauseWord, nearestClauseWord } from "../../../../server/core/checks/support/nearClauseWord.ts";
import { splitHead } from "../../../../server/core/language/head.ts";
import type { Keyword } from "../../../../server/core/language/vocabulary.ts";

test.each<[Keyword, string, boolean, string | undefined]>([
  ["reason", "agianst", false, "against"],
  ["reason", "fo", true, "for"],
  ["reason", "fo", false, undefined],
  ["reason", "fro", true, "for"],
  ["reason", "again", true, undefined],
  ["claim", "yb", true, "by"],
  ["claim", "BY", true, "by"],
  ["claim", "contradcts", true, "contradicts"],
  ["claim", "rephrase", true, "restates"],
  ["claim", "agianst", true, undefined],
  ["claim", "suports", true, undefined],
  ["objection", "atacks", true, "against"],
  ["source", "by", true, undefined],
])("for a %s, the clause word near “%s” is %s", (keyword, word, hasName, expected) =>
  expect(nearestClauseWord(keyword, word, hasName)).toBe(expected),
);

test.each<[string, string | undefined]>([
  ["reason air agianst keep", "agianst → against"],
  ["reason agianst keep", "agianst → against"],
  ["reason agianst", undefined],
  ["reason air agianst for keep", undefined],
  ["reason for agianst keep", undefined],
  ["reason for keep Agianst drop", "Agianst → against"],
  ["reason air fo keep", "fo → for"],
  ["reason fo keep", undefined],
])("the misspelled clause word in “%s” is %s", (head, expected) => {
  const near = nearClauseWord("reason", splitHead(head, 0, head.length).words);
  expect(near && `${near.word.text} → ${near.meant}`).toBe(expected);
});
