import { expect, test } from "vitest";
import { MapFile } from "../../../server/core/language/map.ts";
import { buildTree, plainTree } from "../../../server/core/tree/buildTree.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";

const treeOf = (text: string): Tree => plainTree(buildTree(new MapFile("file:///map.argmap", text), () => []));

/** The tree of a map as an indented list: relation, name or text, and the form if it is not full. */
function outline(text: string): string {
  const { cards, positions } = treeOf(text);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const depths = new Map<string, number>();
  return positions
    .map(({ card: id, parent }) => {
      const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
      depths.set(id, depth);
      const card = byId.get(id) ?? expect.unreachable();
      const form = card.form === "full" ? "" : ` (${card.form})`;
      return `${"  ".repeat(depth)}${card.relation} ${card.name ?? card.text}${form}`;
    })
    .join("\n");
}

const lines = (...parts: readonly string[]): string => parts.join("\n");

test("puts answers under questions, reasons and objections under claims, and premises under steps", () => {
  const map = lines(
    "question charge: Should it stay?",
    "  question part: What of the air?",
    "  claim keep: Yes.",
    "    reason air: Cleaner air.",
    "      premise fell: It fell.",
    "        objection winter: A mild winter.",
    "      assumption same: Nothing else changed.",
    "      objection leap: It does not follow.",
    "      reason back: It does follow.",
    "      question when: Over which weeks?",
  );
  expect(outline(map)).toBe(
    lines(
      "root charge",
      "  part part",
      "  answer keep",
      "    support air",
      "      premise fell",
      "        attack winter",
      "      premise same",
      "      undercut leap",
      "      backing back",
      "      critical when",
    ),
  );
});

test("attaches reasons and objections to a reason without premises as support and attack", () => {
  expect(outline("claim a: A.\n  reason b: B.\n    objection c: C.\n    reason d: D.\n")).toBe(
    lines("root a", "  support b", "    attack c", "    support d"),
  );
});

test("shows a claim in full where it is written, and as a reference where it is used", () => {
  const map =
    "claim a: A.\n  reason r:\n    premise c\nclaim b: B.\n  reason s:\n    premise c\nclaim c: C.\n  reason t: T.\n";
  expect(outline(map)).toBe(
    lines(
      "root a",
      "  support r (pill)",
      "    premise c (reference)",
      "root b",
      "  support s (pill)",
      "    premise c (reference)",
      "root c",
      "  support t",
    ),
  );
  const { cards } = treeOf(map);
  const reference = cards.find(({ form }) => form === "reference");
  expect(cards.find(({ id }) => id === reference?.referencedCard)?.text).toBe("C.");
});

test("shows a premise in full where it is written, even if it is used before", () => {
  expect(outline("claim a: A.\n  reason r:\n    premise c\nclaim b: B.\n  reason s:\n    premise c: C.\n")).toBe(
    lines("root a", "  support r (pill)", "    premise c (reference)", "root b", "  support s (pill)", "    premise c"),
  );
});

test("attaches the children of a bare premise to the claim that it names", () => {
  expect(outline("claim a: A.\n  reason r:\n    premise c\n      objection o: O.\nclaim c: C.\n")).toBe(
    lines("root a", "  support r (pill)", "    premise c (reference)", "root c", "  attack o"),
  );
});

test("shows a step that is indented and has `for` under both, in full under its parent", () => {
  expect(outline("claim a: A.\n  reason r for b: R.\nclaim b: B.\n")).toBe(
    lines("root a", "  support r", "root b", "  support r (reference)"),
  );
});

test("shows a step as a reason where it speaks for its parent, and as an objection where it speaks against it", () => {
  const map = "claim a: A.\n  reason r against b: R.\nclaim b: B.\nreason s against b: S.\n";
  expect(outline(map)).toBe(lines("root a", "  support r", "root b", "  attack r (reference)", "  attack s"));
  expect(treeOf(map).cards.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "a claim",
    "r reason",
    "b claim",
    "r objection",
    "s objection",
  ]);
});

test("attaches an objection under a quote to the entry that has the quote, before all others", () => {
  const step =
    "source s: S\nclaim a: A.\n  reason r: R.\n    premise p: P.\n    quote s: words\n      objection o: O.\n";
  expect(outline(step)).toBe(lines("root a", "  support r", "    quote o", "    premise p"));
});

test("shows a claim that names its question where it is written, and as a reference under the question", () => {
  expect(outline("question q: Q?\nclaim a answers q: A.\n  reason r: R.\n")).toBe(
    lines("root q", "  answer a (reference)", "root a", "  support r"),
  );
});

test("keeps the order of the text, even if a reason comes before its claim", () => {
  expect(outline("reason r for b: R.\nclaim a: A.\nclaim b: B.\n")).toBe(lines("root a", "root b", "  support r"));
});

test("shows each entry of a cycle in full once", () => {
  expect(outline("claim a: A.\n  reason r:\n    premise b\nclaim b: B.\n  reason s:\n    premise a\n")).toBe(
    lines(
      "root a",
      "  support r (pill)",
      "    premise b (reference)",
      "root b",
      "  support s (pill)",
      "    premise a (reference)",
    ),
  );
});

test("shows entries with no target, a malformed head or an unknown name", () => {
  expect(
    outline("reason r: R.\nclaim keep this: K.\n  reason: Because.\nclaim x: X.\n  reason y:\n    premise nowhere\n"),
  ).toBe(lines("root r", "root keep", "  support Because.", "root x", "  support y (pill)", "    premise nowhere"));
});

test("lists each contradiction once, between full cards", () => {
  const { cards, contradictions } = treeOf("claim a contradicts b: A.\nclaim b contradicts a: B.\n");
  expect(contradictions).toHaveLength(1);
  expect([contradictions[0]?.a, contradictions[0]?.b].sort()).toEqual(cards.map(({ id }) => id).sort());
});

test("shows the wordings of one statement on all their cards, and joins them", () => {
  const map = "speaker roy: Arun Roy\nclaim a: A.\nclaim b by roy, restates a: B.\n";
  const { cards, restatements } = treeOf(map);
  expect(cards.map(({ otherWordings }) => otherWordings)).toEqual([
    [{ text: "B.", speakers: ["Arun Roy"] }],
    [{ text: "A.", speakers: [] }],
  ]);
  expect(restatements).toEqual([{ kind: "restatement", a: cards[0]?.id, b: cards[1]?.id }]);
});

test("leaves out contradictions between answers of which the question allows only one", () => {
  const map = "question q: Q?\n  answers: exactly-one\n  claim a: A.\n  claim b contradicts a, c: B.\nclaim c: C.\n";
  const { cards, contradictions } = treeOf(map);
  const names = new Map(cards.map(({ id, name }) => [id, name]));
  expect(contradictions.map(({ a, b }) => [names.get(a), names.get(b)])).toEqual([["b", "c"]]);
  expect(cards[0]?.answerLimit).toBe("exactly-one");
});

test("inherits speakers from the parent, except for assumptions, objections and claims used from elsewhere", () => {
  const { cards } = treeOf(
    "speaker roy: Arun Roy\nclaim a by roy: A.\n  reason r: R.\n    premise p: P.\n    premise c\n    assumption q: Q.\n    objection o: O.\nclaim c: C.\nreason s for a: S.\n",
  );
  const inherits = Object.fromEntries(
    cards.map(({ name, speakers, inheritsSpeakers }) => [name, speakers[0] ?? inheritsSpeakers]),
  );
  expect(inherits).toEqual({ a: "Arun Roy", r: true, p: true, c: false, q: false, o: false, s: false });
});

test("builds a tree that is 10,000 levels deep", () => {
  let text = "claim a: A.\n";
  for (let depth = 1; depth <= 10_000; depth++) text += `${" ".repeat(depth)}reason: R.\n`;
  expect(treeOf(text).cards).toHaveLength(10_001);
});

test("shows an imported claim in full where it is first used, with its reasons", () => {
  const part = new MapFile(
    "file:///part.argmap",
    "question q: Is it?\nclaim clean answers q: It is clean.\n  reason r: Measured.\n",
  );
  const main = new MapFile(
    "file:///main.argmap",
    "import air: part.argmap\nclaim keep: It stays.\n  reason one:\n    premise air.clean\n  reason two:\n    premise air.clean\nreason for air.clean: Here too.\n",
  );
  for (const { entry } of main.imports) main.setImportTarget(entry, { state: "found", file: part });
  const { cards } = plainTree(buildTree(main, () => []));
  expect(cards.map(({ text, form }) => text || form)).toEqual([
    "It stays.",
    "pill",
    "It is clean.",
    "Measured.",
    "Here too.",
    "pill",
    "reference",
  ]);
});

test("a card has its words without marks, what they mark, and its text as it is written", () => {
  const { cards } = treeOf(
    "claim a: It *must* stay.\n  title: **Air**\n  note: See [it](https://a.b).\n  quote: the *air*\nclaim b: 2 * 3\n",
  );
  expect(cards[0]).toMatchObject({
    text: "It must stay.",
    marks: [{ kind: "emphasis", start: 3, end: 7 }],
    writtenText: "It *must* stay.",
    title: "Air",
    note: "See it.",
    noteMarks: [{ kind: "link", start: 4, end: 6, href: "https://a.b" }],
    quotes: [{ text: "the air" }],
  });
  for (const field of ["marks", "writtenText", "noteMarks"]) expect(cards[1]).not.toHaveProperty(field);
});
