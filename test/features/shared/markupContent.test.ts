import { expect, test } from "vitest";
import { escapeMarkdown } from "../../../server/core/strings/escapeMarkdown.ts";
import { markdown, plaintext } from "../../../server/features/shared/markupContent.ts";

test.each([
  ["It *must* stay, **really**.", "It *must* stay, **really**."],
  ["***Both***, and *a **b***", "**Both**, and *a* **b**"],
  ["See [the report](https://example.org/a).", "See [the report](<https://example.org/a>)."],
  ["[x](javascript:alert(1)) <b>", escapeMarkdown("[x](javascript:alert(1)) <b>")],
  ["Set `a_b`: 2 * 3", `Set \`a_b\`${escapeMarkdown(": 2 * 3")}`],
])("shows the marks of a text and no others: %s", (text, expected) => expect(markdown.entryText(text)).toBe(expected));

test("a bare address is a link", () =>
  expect(markdown.entryText("See https://example.org.")).toContain("](<https://example.org>)"));

test("leaves out the marks of a text where there is no Markdown", () =>
  expect(plaintext.entryText("It *must* stay, see [this](https://example.org).")).toBe("It must stay, see this."));
