import { expect, test } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { MAX_NAMES } from "../../../server/features/completion/nameItems.ts";
import { completion } from "../../../server/features/requests/completion.ts";
import { type MarkedMap, map } from "../../support/markedMap.ts";
import { memoryFileSystem, workspaceOn } from "../../support/memoryFileSystem.ts";
import { openWorkspace } from "../../support/openWorkspace.ts";

interface Offered extends MarkedMap {
  readonly list: CompletionList;
  readonly labels: readonly string[];
  /** The text when the offer with this label is taken, ¦ where snippets go on. */
  readonly taking: (label: string) => string;
}

/** What is offered at ¦, in the order of a client that knows nothing better. */
async function offered(source: string, options: { snippets?: boolean; trigger?: string } = {}): Promise<Offered> {
  const opened = await openWorkspace(source);
  const { snippets = false, trigger } = options;
  const list = await completion(opened.workspace, opened.uri, opened.cursor, { snippets, trigger });
  const items = [...list.items].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const taking = (label: string): string => {
    const edit = items.find((item) => item.label === label)?.textEdit;
    if (edit === undefined || !("range" in edit)) throw new Error(`“${label}” is not offered.`);
    const { start, end } = edit.range;
    expect(start.line, "a completion stays on its line").toBe(end.line);
    expect(
      start.line === opened.cursor.line && start.character <= opened.cursor.character,
      "and holds the cursor",
    ).toBe(true);
    expect(end.character >= opened.cursor.character).toBe(true);
    const lines = (opened.files[opened.uri] ?? "").split("\n");
    const line = lines[start.line] ?? "";
    lines[start.line] = line.slice(0, start.character) + edit.newText + line.slice(end.character);
    return lines.join("\n");
  };
  return { ...opened, list, labels: items.map(({ label }) => label), taking };
}

const order = (item: CompletionItem): string => item.sortText ?? item.label;
const labels = async (source: string): Promise<readonly string[]> => (await offered(source)).labels;

// ---- at the start of a line ----------------------------------------------------

test("at the top level, offers what may stand there, a title only once and first", async () => {
  expect(await labels("¦")).toEqual([
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
  expect(await labels("claim keep: It stays.\n¦")).not.toContain("map");
  expect(await labels("map: Title\ncl¦")).toEqual(await labels("claim a: b\n\n# Heading\nc¦"));
});

test("under an entry, offers what may stand under it, and the attributes that it has not", async () => {
  expect(await labels("question q: Is it?\n  ¦")).toEqual([
    "claim",
    "claim:",
    "objection",
    "objection:",
    "question",
    "question:",
    "tags",
    "note",
  ]);
  const under = await labels("claim keep: It stays.\n  tags: air\n  ¦\n  note: Later.\n");
  expect(under).toEqual(expect.arrayContaining(["reason", "objection", "quote", "likelihood", "confidence"]));
  for (const word of ["tags", "note", "premise", "claim", "scheme"]) expect(under).not.toContain(word);
  expect(await labels("speaker lind: Maja\n  ¦")).toEqual(["role", "affiliation", "url", "note"]);
});

test("goes by the indentation of the line, not by the entry before it", async () => {
  const source = (indent: string) => `claim keep: It stays.\n  reason air: Cleaner air.\n    more words\n${indent}¦`;
  expect(await labels(source("    "))).toContain("premise");
  expect(await labels(source("  "))).not.toContain("premise");
  expect(await labels(source("  "))).toContain("reason");
  expect(await labels(source(""))).toContain("claim");
  expect(await labels("# Heading\n  ¦"), "nothing above to belong to").toEqual([]);
});

test("puts in snippets where the client takes them, else words", async () => {
  const plain = await offered("cla¦");
  expect(plain.taking("claim")).toBe("claim ");
  expect(plain.taking("claim:")).toBe("claim: ");
  expect(plain.list.items.every(({ insertTextFormat }) => insertTextFormat === undefined)).toBe(true);
  const snippet = await offered("cla¦", { snippets: true });
  expect(snippet.taking("claim")).toBe("claim $" + "{1:name}: $0");
  expect(snippet.taking("reason")).toBe("reason $" + "{1:name} for $" + "{2:target}: $0");
  expect(snippet.list.items.every(({ insertTextFormat }) => insertTextFormat === 2)).toBe(true);
  const under = await offered("claim keep: It stays.\n  conf¦", { snippets: true });
  expect(under.taking("reason")).toBe("claim keep: It stays.\n  reason $" + "{1:name}: $0");
  expect(under.taking("confidence")).toBe("claim keep: It stays.\n  confidence: $" + "{1|low,moderate,high|}");
});

test("changes the keyword of an entry and leaves the rest", async () => {
  const opened = await offered("claim keep: It stays.\n  rea¦son air by lind: Cleaner air.\n", { snippets: true });
  expect(opened.taking("objection")).toBe("claim keep: It stays.\n  objection air by lind: Cleaner air.\n");
});

test("a quote without a name comes first where there is one source", async () => {
  const source = (sources: string) => `${sources}claim keep: It stays.\n  quo¦`;
  const quotes = async (sources: string) =>
    (await labels(source(sources))).filter((label) => label.startsWith("quote"));
  expect(await quotes("source a: A\n")).toEqual(["quote:", "quote"]);
  expect(await quotes("source a: A\nsource b: B\n")).toEqual(["quote", "quote:"]);
});

test("says nothing while one only indents, nor in prose, comments and headings", async () => {
  expect((await offered("claim keep: It stays.\n ¦", { trigger: " " })).labels).toEqual([]);
  for (const source of [
    "claim keep: It ¦stays.\n",
    "claim keep: It stays.\n  The c¦harge\n",
    "claim keep: It stays.\n  and so on, c¦",
    "claim keep: It stays.\n  ¦保留",
    "// cla¦",
    "# cla¦",
    "claim keep: c¦",
    "claim keep: It stays.\n  note: cl¦",
    "claim keep: It stays.\n  \\cla¦",
    "claim keep: It stays.\n  reason to believe that by ¦",
    "question q: Is it?\n  premise by ¦",
  ]) {
    expect(await labels(source), source).toEqual([]);
  }
});

// ---- in a head -----------------------------------------------------------------

const town = map`
  source report: The report
  speaker lind: Maja Lind
  question charge: Should it stay?
  claim keep answers charge: The charge should stay.
    reason air: Cleaner air.
      premise fell: It fell by a fifth.
  objection cost against keep: It costs.
`;

test("offers the names that fit a clause, with what they stand for", async () => {
  const opened = await offered(`${town}reason x for ¦`);
  expect(new Set(opened.labels)).toEqual(new Set(["keep", "air", "fell", "cost"]));
  expect(opened.list.items.find(({ label }) => label === "fell")).toMatchObject({
    detail: "It fell by a fifth.",
    labelDetails: { description: "premise" },
  });
  expect(await labels(`${town}claim x by ¦`)).toEqual(["lind", "report"]);
  expect(await labels(`${town}claim x answers ¦`)).toEqual(["charge"]);
  expect(await labels(`${town}claim x contradicts ¦`)).toEqual(["fell", "keep"]);
  expect(await labels(`${town}objection x against ¦`)).toContain("charge");
});

test("puts near names first, and offers neither its own name nor one that stands there already", async () => {
  expect((await labels(`${town}reason x for ¦`))[0]).toBe("cost");
  expect(await labels("claim keep contradicts ¦: It stays.\nclaim drop: It goes.\n")).toEqual(["drop"]);
  expect(await labels(`${town}objection x against cost, keep, ¦`)).toEqual(["fell", "air", "charge", "by"]);
});

test("completes a line without a colon as well as one that has it all", async () => {
  expect((await offered(`${town}reason x for ke¦`)).taking("keep")).toBe(`${town}reason x for keep`);
  expect((await offered(`${town}reason x for ke¦xx: Text: with colons.`)).taking("keep")).toBe(
    `${town}reason x for keep: Text: with colons.`,
  );
  const nested = `claim keep: It stays.\n  reason air by li¦\nspeaker lind: Maja Lind\n`;
  expect((await offered(nested)).labels).toEqual(["lind"]);
});

test("after a premise offers claims, after a quote sources", async () => {
  expect(await labels(`${town}reason x for keep:\n  premise ¦`)).toEqual([
    "fell",
    "keep",
    "by",
    "contradicts",
    "accepted-by",
    "rejected-by",
  ]);
  expect(await labels(`claim keep: It stays.\n  quote ¦\n${town}`)).toEqual(["report"]);
});

test("offers the clause words that the keyword takes and the head has not", async () => {
  expect(await labels(`${town}claim x ¦`)).toEqual(["by", "answers", "contradicts", "accepted-by", "rejected-by"]);
  expect(await labels(`${town}reason x by lind ¦ for keep: So.`)).not.toContain("for");
  expect(await labels(`${town}claim x by lind ans¦`)).toEqual(
    expect.arrayContaining(["answers", "contradicts", "accepted-by"]),
  );
  expect(await labels(`${town}source x ¦`)).toEqual([]);
  expect((await labels(`${town}claim x by lind ¦`))[0], "after a space a clause is likelier than a second name").toBe(
    "answers",
  );
  expect((await labels(`${town}objection x against cost, ¦`))[0], "after a comma a name").toBe("fell");
});

const files = map`
  import air: air.argmap
  import: people.argmap
  claim keep: It stays.
  reason for ¦
  === air.argmap
  claim fell: It fell.
  claim 更清洁: 空气更清洁。
  === people.argmap
  speaker lind: Maja Lind
  claim rest: It rested.
`;

test("offers names of imported files, with their prefix, after those of this file", async () => {
  expect(await labels(files)).toEqual(["keep", "air.fell", "air.更清洁", "rest"]);
  expect(await labels(files.replace("for ¦", "by ¦"))).toEqual(["lind"]);
});

test("after a prefix offers the names of that file only", async () => {
  const opened = await offered(files.replace("for ¦", "for air.f¦"));
  expect(opened.labels).toEqual(["fell", "更清洁"]);
  expect(opened.taking("更清洁")).toContain("reason for air.更清洁\n");
  expect((await offered(files.replace("for ¦", "for ai¦r.fell: x"))).taking("keep")).toContain("reason for keep: x\n");
  expect(await labels(files.replace("for ¦", "for none.¦"))).toEqual([]);
});

test("replaces whole names, with hyphens and letters of any script", async () => {
  const source = "claim old-town_2: It stays.\nclaim 老城: 老城。\nclaim café: Coffee.\n";
  expect((await offered(`${source}reason for old-t¦own: x`)).taking("老城")).toBe(`${source}reason for 老城: x`);
  expect((await offered(`${source}reason for 老¦`)).taking("老城")).toBe(`${source}reason for 老城`);
  const decomposed = (await offered(`${source}reason for cafe\u0301¦`)).list.items.find(
    ({ label }) => label === "café",
  );
  expect(decomposed?.filterText, "a client compares with what is typed").toBe("cafe\u0301");
});

test("names of a broken file are offered as far as they can be told", async () => {
  expect(await labels("claim keep by by: It stays.\n;;;\nreason for ¦")).toEqual(["keep"]);
});

test("of many names, sends those that match best, and says that there are more", async () => {
  const many = Array.from({ length: 10_000 }, (_, number) => `claim name-${number}: Text ${number}.\n`).join("");
  const all = await offered(`${many}claim the-77: Last.\nreason for ¦`);
  expect(all.list.isIncomplete).toBe(true);
  expect(all.list.items).toHaveLength(MAX_NAMES);
  expect(all.labels[0], "the nearest").toBe("the-77");
  const some = await offered(`${many}reason for 9999¦`);
  expect(some.labels).toEqual(["name-9999"]);
  expect((await offered(`${many}reason for nm9¦`)).labels[0], "letter by letter").toMatch(/^name-.*9/);
  expect((await offered(`${town}reason for zzz¦`)).labels, "of few, all: the client filters").toHaveLength(4);
});

// ---- values and paths ----------------------------------------------------------

test("offers the values that a key takes", async () => {
  expect(await labels("claim keep: It stays.\n  confidence: ¦")).toEqual(["low", "moderate", "high"]);
  const likely = await offered("claim keep: It stays.\n  likelihood: very-un¦likely\n");
  expect(likely.taking("even")).toBe("claim keep: It stays.\n  likelihood: even\n");
  expect(likely.list.items.find(({ label }) => label === "even")?.detail).toBe("45–55 %");
  expect((await offered("claim keep: It stays.\n  confidence:¦")).taking("low")).toBe(
    "claim keep: It stays.\n  confidence: low",
  );
  expect(await labels("claim keep: It stays.\n  reason: So.\n    scheme: ¦")).toContain("expert-opinion");
  expect(await labels("source a: A\n  reliability: ¦")).toEqual(["A", "B", "C", "D", "E", "F"]);
  expect(await labels("source a: A\n  confidence: ¦"), "not a key of a source").toEqual([]);
  expect(await labels("claim keep: It stays.\n  tags: ¦")).toEqual([]);
});

test("offers maps and folders for an import, texts and folders for a source", async () => {
  const disk = memoryFileSystem({
    "file:///maps/main.argmap": "",
    "file:///maps/people.argmap": "",
    "file:///maps/report.txt": "",
    "file:///maps/.hidden.argmap": "",
    "file:///maps/sub/air.argmap": "",
    "file:///maps/sub/deep/x.argmap": "",
    "file:///other.argmap": "",
  });
  const offers = async (text: string): Promise<readonly string[]> => {
    const workspace = workspaceOn(disk);
    const uri = "file:///maps/main.argmap";
    workspace.open(uri, text.replace("¦", ""), 1);
    const before = text.slice(0, text.indexOf("¦")).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const { items } = await completion(workspace, uri, position, { snippets: true });
    const line = text.replace("¦", "").split("\n")[position.line] ?? "";
    return [...items]
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ textEdit }) => {
        if (textEdit === undefined || !("range" in textEdit)) throw new Error("An offer says what it replaces.");
        const { start, end } = textEdit.range;
        return line.slice(0, start.character) + textEdit.newText + line.slice(end.character);
      });
  };
  expect(await offers("import air: ¦")).toEqual(["import air: people.argmap", "import air: sub/", "import air: ../"]);
  expect(await offers("import:¦")).toEqual(["import: people.argmap", "import: sub/", "import: ../"]);
  expect(await offers("import: sub/a¦")).toEqual(["import: sub/air.argmap", "import: sub/deep/", "import: sub/../"]);
  expect(await offers("import: su¦b/air.argmap")).toContain("import: sub/air.argmap");
  expect(await offers("source a: A\n  file: r¦")).toEqual(["  file: report.txt", "  file: sub/", "  file: ../"]);
  expect(await offers("import: none/¦")).toEqual(["import: none/../"]);
});

test("has nothing for a file that is not known", async () => {
  const { workspace } = await openWorkspace("claim keep: It stays.\n");
  const position = { line: 0, character: 0 };
  expect((await completion(workspace, "file:///none.argmap", position, { snippets: true })).items).toEqual([]);
});
