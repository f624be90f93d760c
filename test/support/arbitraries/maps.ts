/** Arbitrary maps, texts and edits for property tests. */
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ContentChange } from "../../../server/core/language/syntax.ts";

/** Few names, so that many are referenced, defined twice, or of the wrong kind. */
const name = fc.constantFrom("a", "b", "c", "lind", "roy", "s1", "空气", "tru\u0301c");
const names = fc.array(name, { minLength: 1, maxLength: 2 }).map((all) => all.join(" "));
const words = fc.constantFrom(
  "",
  "The air got cleaner.",
  "the  AIR got cleaner",
  "It broke off,",
  "a: b: c",
  "空气变好了。",
  "هواء نظيف",
  "👩‍🔬 says so",
  "\\claim: escaped",
);
const clause = fc
  .tuple(
    fc.constantFrom("by", "for", "against", "answers", "contradicts", "restates", "accepted-by", "rejected-by"),
    names,
  )
  .map((parts) => ` ${parts.join(" ")}`);
const keyword = fc.constantFrom("question", "claim", "reason", "objection", "premise", "assumption");
const statement = fc
  .tuple(keyword, fc.option(name), fc.array(clause, { maxLength: 2 }), words)
  .map(([word, own, clauses, text]) => `${word}${own === null ? "" : ` ${own}`}${clauses.join("")}: ${text}`);
const attribute = fc
  .tuple(
    fc.constantFrom(
      "note",
      "likelihood",
      "scheme",
      "page",
      "tags",
      "file",
      "date",
      "author",
      "title",
      "status",
      "answers",
      "x-mine",
    ),
    fc.constantFrom(
      "",
      "likely",
      "80%",
      "12",
      "often",
      "one, two",
      "analogy",
      "report.txt",
      "2024-02-30",
      "open",
      "5-20%",
      "exactly-one",
    ),
  )
  .map(([key, value]) => `${key}: ${value}`);
const content = fc.oneof(
  { weight: 6, arbitrary: statement },
  { weight: 2, arbitrary: attribute },
  { weight: 2, arbitrary: name.map((one) => `premise ${one}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom("quote", "quote s1", "quote a"), words).map((all) => all.join(": ")),
  },
  { weight: 1, arbitrary: fc.constantFrom("source s1: One", "source: Two", "speaker lind: Maja", "speaker roy: Roy") },
  { weight: 1, arbitrary: fc.constantFrom("map: Title", "import: other.argmap", "import p: p.argmap") },
  { weight: 2, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "// a comment",
      "// argmap-ignore unsupported-claim, near-key: so",
      "// argmap-ignore-file unused-claim",
      "# Heading",
      "#",
      "Reason: x",
      "- reason: x",
      "reason",
      "Pros",
      "1.1. Con: x",
      "objection – x",
      "- ",
      "reason buses Buses run to time.",
      "reason by: x",
      "claim one two: x",
      "reason 空气：变好",
      "noet: x",
      "Claim x: y",
    ),
  },
);
const indent = fc.constantFrom("", "", "  ", "  ", "    ", "      ", "\t", " ", "   ");
const line = fc.tuple(indent, content).map((parts) => parts.join(""));
const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");

/** A mostly valid map of up to 20 lines. */
export const anyMap: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "", "", "\ufeff"), fc.array(fc.tuple(line, end), { maxLength: 20 }))
  .map(([mark, lines]) => mark + lines.flat().join(""));

/** Any text, with many characters that are special in the language. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ":",
        " ",
        "\t",
        "\n",
        "\r",
        "\\",
        "//",
        "# ",
        ",",
        ".",
        "claim",
        "reason",
        "premise a",
        "by",
        "map",
      ),
      fc.constantFrom(
        "\u3000",
        "\u00a0",
        "\ufeff",
        "\v",
        "\u0085",
        "\u2028",
        "e\u0301",
        "ﬁ",
        "👩‍🔬",
        "\ud800",
        "note:",
        "x-a:",
        "x-",
        "：",
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

/** An edit for a text of any length. */
export interface AnyEdit {
  /** The position, from 0 at the start of the text to 9999 at its end. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const inserted = fc.oneof(
  fc.constantFrom("", "", "x", " ", "  ", "\n", "\r", "\r\n", ":", "\t", "\\", "premise", " by lind", "reason"),
  line,
  fc.array(fc.tuple(line, end), { maxLength: 4 }).map((lines) => lines.flat().join("")),
);
/** One to six edits in a row. */
export const anyEdits: fc.Arbitrary<readonly AnyEdit[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 9999 }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })),
    text: inserted,
  }),
  { minLength: 1, maxLength: 6 },
);

/** Returns an edit as an editor would send it, and the text after it according to vscode-languageserver-textdocument. */
export function applyAnyEdit(
  text: string,
  { at, length, text: newText }: AnyEdit,
): { edit: ContentChange; after: string } {
  const document = TextDocument.create("file:///a.argmap", "argmap", 1, text);
  const from = Math.round((at / 9999) * text.length);
  const range = { start: document.positionAt(from), end: document.positionAt(Math.min(text.length, from + length)) };
  const edit = { range, text: newText };
  return { edit, after: TextDocument.update(document, [edit], 2).getText() };
}
