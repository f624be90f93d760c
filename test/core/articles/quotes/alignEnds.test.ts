import { describe, expect, test } from "vitest";
import { alignEnds } from "../../../../server/core/articles/quotes/alignEnds.ts";

/** Aligns the passage between `‹` and `›` with a query and marks the result in the same way. */
function aligned(marked: string, query: string): string {
  const text = marked.replace(/[‹›]/g, "");
  const passage = { start: marked.indexOf("‹"), end: marked.indexOf("›") - 1 };
  const { start, end } = alignEnds(text, passage, query);
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

describe("a passage has as many words before the shared words as the quote", () => {
  test.each([
    ["one more", "In spring the ‹air got cleaner›.", "this air got cleaner", "In spring ‹the air got cleaner›."],
    ["two more", "In spring the ‹air got cleaner›.", "during that air got cleaner", "In ‹spring the air got cleaner›."],
    ["one less", "In ‹spring the air got cleaner›.", "its air got cleaner", "In spring ‹the air got cleaner›."],
    ["none", "In ‹spring the air got cleaner›.", "air got cleaner", "In spring the ‹air got cleaner›."],
    ["none, from within a word", "In sp‹ring air got cleaner›.", "air got cleaner", "In spring ‹air got cleaner›."],
    ["at most those of the text", "‹air got cleaner›.", "and the air got cleaner", "‹air got cleaner›."],
  ])("%s", (_case, marked, query, expected) => expect(aligned(marked, query)).toBe(expected));
});

describe("a passage has as many words after the shared words as the quote", () => {
  test.each([
    ["one more", "The ‹air got› cleaner in spring.", "air got better", "The ‹air got cleaner› in spring."],
    ["two more", "The ‹air got› cleaner in spring.", "air got better during", "The ‹air got cleaner in› spring."],
    ["one less", "The ‹air got cleaner in› spring.", "air got better", "The ‹air got cleaner› in spring."],
    ["none", "The ‹air got cleaner in› spring.", "air got", "The ‹air got› cleaner in spring."],
    ["none, to within a word", "The ‹air got clea›ner.", "air got", "The ‹air got› cleaner."],
    ["at most those of the text", "The ‹air got›", "air got better then", "The ‹air got›"],
  ])("%s", (_case, marked, query, expected) => expect(aligned(marked, query)).toBe(expected));
});

describe("the words before and after the shared words", () => {
  test("are kept if they differ from those of the quote only in spacing", () => {
    expect(aligned("It was ‹per cent of all› cars.", "percent of all")).toBe("It was ‹per cent of all› cars.");
  });
  test("do not count if they are in brackets, unless the quote has brackets", () => {
    expect(aligned("The ‹[sic] air got cleaner›.", "that air got cleaner")).toBe("‹The [sic] air got cleaner›.");
  });
  test("include a word that is hyphenated at a line end", () => {
    expect(aligned("So nitro-\ngen ‹fell by a third›.", "oxide fell by a third")).toBe(
      "So ‹nitro-\ngen fell by a third›.",
    );
  });
  test("do not include punctuation after them, or between them", () => {
    expect(aligned("The ‹air got› cleaner.”) So", "air got better")).toBe("The ‹air got cleaner›.”) So");
    expect(aligned("The ‹air got› – cleaner now", "air got better")).toBe("The ‹air got – cleaner› now");
  });
  test("do not include punctuation of the sentence before", () => {
    expect(aligned("It rose‹. The air got cleaner›.", "The air got cleaner")).toBe("It rose. ‹The air got cleaner›.");
  });
});

describe("a passage is extended to the first and last word of the quote", () => {
  test("if they are up to three words away", () => {
    expect(aligned("Then the hot ‹air came back›.", "the air came back")).toBe("Then ‹the hot air came back›.");
    expect(aligned("Then ‹the air came› soon back.", "the air came back")).toBe("Then ‹the air came soon back›.");
    expect(aligned("Then the a b c ‹air came back›.", "the air came back")).toBe("Then ‹the a b c air came back›.");
  });
  test("but not if the words in between make it less similar", () => {
    expect(
      aligned("The air pollution monitoring stations ‹near schools fell by half›.", "air near schools fell by half"),
    ).toBe("The air pollution monitoring ‹stations near schools fell by half›.");
    expect(
      aligned("‹Schools fell by half› during measurement periods considered long.", "Schools fell by half long"),
    ).toBe("‹Schools fell by half during› measurement periods considered long.");
  });
  test("and stays as it is if it begins and ends with them", () => {
    const marked = "The very very very very long ‹air got cleaner›.";
    expect(aligned(marked, "air got cleaner")).toBe(marked);
  });
});

test("a passage without words of the quote stays as it is", () => {
  const marked = "The ‹air got› cleaner.";
  expect(aligned(marked, "quite other words")).toBe(marked);
  expect(aligned(marked, "")).toBe(marked);
});
