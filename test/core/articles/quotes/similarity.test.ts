import { describe, expect, test } from "vitest";
import { similarity, trimToBlock } from "../../../../server/core/articles/quotes/similarity.ts";

describe("the similarity of a passage and a quote", () => {
  test("is the share of letters and digits that need no edit", () => {
    expect(similarity("abcd", "abcd")).toBe(1);
    expect(similarity("abcd", "abxd")).toBe(0.75);
    expect(similarity("abcd", "abc")).toBe(0.75);
    expect(similarity("abc", "abcd")).toBe(0.75);
    expect(similarity("abcd", "wxyz")).toBe(0);
  });
  test("ignores case, punctuation and white space", () => {
    expect(similarity("The air — got cleaner…", "the AIR got, cleaner")).toBe(1);
    expect(similarity("In 1998.", "in 1999")).toBeLessThan(1);
  });
  test("is full between texts without letters", () => {
    expect(similarity("…", "—")).toBe(1);
    expect(similarity("", "")).toBe(1);
    expect(similarity("a", "—")).toBe(0);
  });
  test("ignores text in brackets, unless the quote has brackets too", () => {
    expect(similarity("The air [in spring] got [much] cleaner", "The air got cleaner")).toBe(1);
    expect(similarity("The air [in spring] got cleaner", "The [air] got cleaner")).toBeLessThan(0.8);
    expect(similarity("The air [in spring got cleaner", "The air got cleaner")).toBeLessThan(0.8);
  });
  test("can weigh the surplus of a longer passage less", () => {
    expect(similarity("abcdefgh", "abcd", 0.5)).toBe(0.75);
    expect(similarity("abcdefgh", "abcd", 0)).toBe(1);
    expect(similarity("abcd", "abcdefgh", 0)).toBe(0.5);
  });
});

describe("a passage over several paragraphs or table cells is trimmed to the most similar one", () => {
  /** Trims the passage between `‹` and `›` and marks the result in the same way. */
  function trimmed(marked: string, quote: string): string {
    const text = marked.replace(/[‹›]/g, "");
    const passage = { start: marked.indexOf("‹"), end: marked.indexOf("›") - 1 };
    const { start, end } = trimToBlock(text, passage, quote);
    return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
  }

  test("to a paragraph", () => {
    expect(trimmed("‹Spring.\n\nThe air got cleaner.›", "The air got clearer.")).toBe(
      "Spring.\n\n‹The air got cleaner.›",
    );
    expect(trimmed("‹The air got cleaner.\n\nSpring.›", "The air got clearer.")).toBe(
      "‹The air got cleaner.›\n\nSpring.",
    );
  });
  test("to a cell, also where the passage begins and ends within its row", () => {
    expect(trimmed("Year\t‹Air\nIn 1998\tgot cleaner›\tx\n", "got clearer")).toBe(
      "Year\tAir\nIn 1998\t‹got cleaner›\tx\n",
    );
    expect(trimmed("a\n‹x\tgot cleaner›, they said", "got clearer")).toBe("a\nx\t‹got cleaner›, they said");
  });
  test("to a part of a paragraph that the passage cuts", () => {
    expect(trimmed("So it ‹got cleaner.\n\nThen› it rose.", "got clearer")).toBe(
      "So it ‹got cleaner.›\n\nThen it rose.",
    );
    expect(trimmed("One.\n\nIt ‹fell.\n\nThe air got cleaner› in spring.\n\nEnd.", "The air got clearer")).toBe(
      "One.\n\nIt fell.\n\n‹The air got cleaner› in spring.\n\nEnd.",
    );
  });
  test("unless the whole is more similar", () => {
    const passage = "‹The air got cleaner.\n\nTraffic fell.›";
    expect(trimmed(passage, "The air got cleaner. Traffic rose.")).toBe(passage);
  });
  test("and wrapped lines of one paragraph stay together", () => {
    const passage = "‹The air\ngot cleaner.›\n\nTraffic fell.";
    expect(trimmed(passage, "got cleaner.")).toBe(passage);
  });
});
