import { expect, test } from "vitest";
import { completionsAt, labelsAt, town } from "../../support/workspaces/completionsAt.ts";

test("offers the keywords allowed at the top level, and “map” only once and first", async () => {
  expect(await labelsAt("¦")).toEqual([
    "map",
    "import",
    "import:",
    "source",
    "speaker",
    "question",
    "question:",
    "claim",
    "claim:",
    "reason",
    "objection",
  ]);
  expect(await labelsAt("claim keep: It stays.\n¦")).not.toContain("map");
  expect(await labelsAt("map: Title\ncl¦")).toEqual(await labelsAt("claim a: b\n\n# Heading\nc¦"));
});

test("offers the keywords allowed under an entry, and its missing attributes", async () => {
  expect(await labelsAt("question q: Is it?\n  ¦")).toEqual([
    "claim",
    "claim:",
    "objection",
    "objection:",
    "question",
    "question:",
    "answers",
    "tags",
    "note",
  ]);
  const under = await labelsAt("claim keep: It stays.\n  tags: air\n  ¦\n  note: Later.\n");
  expect(under).toEqual(expect.arrayContaining(["reason", "objection", "quote", "likelihood", "confidence"]));
  for (const word of ["tags", "note", "premise", "claim", "scheme"]) expect(under).not.toContain(word);
  expect(await labelsAt("speaker lind: Maja\n  ¦")).toEqual(["role", "affiliation", "url", "note"]);
});

test("finds the parent by the indentation of the line", async () => {
  const source = (indent: string) => `claim keep: It stays.\n  reason air: Cleaner air.\n    more words\n${indent}¦`;
  expect(await labelsAt(source("    "))).toContain("premise");
  expect(await labelsAt(source("  "))).not.toContain("premise");
  expect(await labelsAt(source("  "))).toContain("reason");
  expect(await labelsAt(source(""))).toContain("claim");
  expect(await labelsAt("# Heading\n  ¦"), "there is no parent").toEqual([]);
});

test("inserts snippets if the client supports them", async () => {
  const plain = await completionsAt("cla¦");
  expect(plain.accept("claim")).toBe("claim ");
  expect(plain.accept("claim:")).toBe("claim: ");
  expect(plain.list.items.every(({ insertTextFormat }) => insertTextFormat === undefined)).toBe(true);
  const snippet = await completionsAt("cla¦", { snippets: true });
  expect(snippet.accept("claim")).toBe("claim $" + "{1:name}: $0");
  expect(snippet.accept("reason")).toBe("reason $" + "{1:name} for $" + "{2:target}: $0");
  expect(snippet.list.items.every(({ insertTextFormat }) => insertTextFormat === 2)).toBe(true);
  const under = await completionsAt("claim keep: It stays.\n  conf¦", { snippets: true });
  expect(under.accept("reason")).toBe("claim keep: It stays.\n  reason $" + "{1:name}: $0");
  expect(under.accept("confidence")).toBe("claim keep: It stays.\n  confidence: $" + "{1|low,moderate,high|}");
});

test("replaces only the keyword of an existing entry", async () => {
  const completions = await completionsAt("claim keep: It stays.\n  rea¦son air by lind: Cleaner air.\n", {
    snippets: true,
  });
  expect(completions.accept("objection")).toBe("claim keep: It stays.\n  objection air by lind: Cleaner air.\n");
});

test("offers an unnamed quote first if there is only one source", async () => {
  const source = (sources: string) => `${sources}claim keep: It stays.\n  quo¦`;
  const quotes = async (sources: string) =>
    (await labelsAt(source(sources))).filter((label) => label.startsWith("quote"));
  expect(await quotes("source a: A\n")).toEqual(["quote:", "quote"]);
  expect(await quotes("source a: A\nsource b: B\n")).toEqual(["quote", "quote:"]);
});

test("offers the clause words that are allowed and missing", async () => {
  expect(await labelsAt(`${town}claim x ¦`)).toEqual([
    "by",
    "answers",
    "contradicts",
    "restates",
    "accepted-by",
    "rejected-by",
  ]);
  expect(await labelsAt(`${town}reason x by lind ¦ for keep: So.`)).not.toContain("for");
  expect(await labelsAt(`${town}claim x by lind ans¦`)).toEqual(
    expect.arrayContaining(["answers", "contradicts", "accepted-by"]),
  );
  expect(await labelsAt(`${town}source x ¦`)).toEqual([]);
  expect((await labelsAt(`${town}claim x by lind ¦`))[0], "clause words come first after a space").toBe("answers");
  expect((await labelsAt(`${town}objection x against cost, ¦`))[0], "names come first after a comma").toBe("fell");
});

test("offers the listed values of an attribute", async () => {
  expect(await labelsAt("claim keep: It stays.\n  confidence: ¦")).toEqual(["low", "moderate", "high"]);
  const likely = await completionsAt("claim keep: It stays.\n  likelihood: very-un¦likely\n");
  expect(likely.accept("even")).toBe("claim keep: It stays.\n  likelihood: even\n");
  expect(likely.list.items.find(({ label }) => label === "even")?.detail).toBe("45–55%");
  expect((await completionsAt("claim keep: It stays.\n  confidence:¦")).accept("low")).toBe(
    "claim keep: It stays.\n  confidence: low",
  );
  expect(await labelsAt("claim keep: It stays.\n  reason: So.\n    scheme: ¦")).toContain("expert-opinion");
  expect(await labelsAt("source a: A\n  reliability: ¦")).toEqual(["A", "B", "C", "D", "E", "F"]);
  expect(await labelsAt("source a: A\n  confidence: ¦"), "sources do not have this attribute").toEqual([]);
  expect(await labelsAt("claim keep: It stays.\n  tags: ¦")).toEqual([]);
});

test("offers a keyword by its word in the language of the map", async () => {
  const german = (line: string): string => `map: M\n  language: de-AT\nclaim keep: It stays.\n  ${line}\n`;
  const completions = await completionsAt(german("Gru¦"));
  expect(completions.accept("Grund")).toBe(german("reason ").replace("¦", ""));
  expect(await labelsAt(german("¦")), "not before a letter is typed").not.toContain("Grund");
  expect(await labelsAt("map: M\n  language: fr\nclaim keep: It stays.\n  r¦"), "in French").toContain("raison");
  expect(await labelsAt("claim keep: It stays.\n  Gru¦"), "in no language").not.toContain("Grund");
});
