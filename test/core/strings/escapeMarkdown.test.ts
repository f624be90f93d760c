import { expect, test } from "vitest";
import { escapeMarkdown } from "../../../server/core/strings/escapeMarkdown.ts";

test("escapes everything that Markdown would render", () => {
  expect(escapeMarkdown("*a* _b_ `c` [d](e) <b>f</b> &amp; ~~g~~ | h")).toBe(
    "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b\\>f\\</b\\> \\&amp; \\~\\~g\\~\\~ \\| h",
  );
  expect(escapeMarkdown("- a\n1. b\n+ c\n# d\n> e\n---\n    f")).toBe("\\- a\n1\\. b\n\\+ c\n\\# d\n\\> e\n\\---\nf");
  expect(escapeMarkdown("see https://a.b, _www.a.b, WWW.a.b, a@b.c, mailto:a")).toBe(
    "see https\\://a.b, \\_www\\.a.b, WWW\\.a.b, a\\@b.c, mailto\\:a",
  );
  expect(escapeMarkdown("It fell by 21.5 % (see p. 3): so!"), "ordinary text stays readable").toBe(
    "It fell by 21.5 % (see p. 3): so!",
  );
});
