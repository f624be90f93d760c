import { expect, test } from "vitest";
import { hover, weighedHover } from "../../../../server/features/requests/display/hover.ts";
import { map, mark } from "../../../support/maps/markedMap.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

interface MarkedHover {
  readonly text: string;
  /** The map with the range of the hover in ⟦ ⟧. */
  readonly marked: string;
}

/** The hover at ¦. */
async function hoverAt(source: string, markdown = false, referenceUri?: string): Promise<MarkedHover | undefined> {
  const opened = await openWorkspace(source);
  const found = hover(opened.workspace, opened.uri, opened.cursor, { markdown, referenceUri });
  if (found === null) return undefined;
  const { contents, range } = found;
  if (typeof contents !== "object" || !("kind" in contents)) throw new Error("The contents are not `MarkupContent`.");
  expect(contents.kind).toBe(markdown ? "markdown" : "plaintext");
  return {
    text: contents.value,
    marked: mark(opened, { targets: range === undefined ? [] : [{ uri: opened.uri, range }] }),
  };
}

test("says whether an entry stands only while weighing is on", async () => {
  const { workspace, uri, cursor } = await openWorkspace(map`
    claim ke¦ep: The charge should stay.
      objection trade: The shops lost customers.
  `);
  const options = { markdown: false, referenceUri: undefined };
  const sentence = "Weighed: it falls because the objection “The shops lost customers.” succeeds.";
  expect(JSON.stringify(await weighedHover(workspace, uri, cursor, options))).toContain(sentence);
  expect(JSON.stringify(hover(workspace, uri, cursor, options))).not.toContain("Weighed");
});

test("says how likely an entry is while weighing is on", async () => {
  const { workspace, uri, cursor } = await openWorkspace(map`
    claim ke¦ep: The charge should stay.
      reason: The air got cleaner.
        strength: moderate
  `);
  const options = { markdown: false, referenceUri: undefined };
  expect(JSON.stringify(await weighedHover(workspace, uri, cursor, options))).toContain(
    "stands. It has a roughly even chance (55%). For it: the reason “The air got cleaner.” (55%).",
  );
});

const ardmore = map`
  source report: Streets for whom?
    author: City Mobility Office
    reliability: B
  speaker lind: Maja Lind
    role: Chair
  speaker roy: Prof. Arun Roy
  question charge: Should it stay?
  claim keep answers charge, contradicts drop: The charge should stay.
    reason air by roy: Cleaner air.
      premise fell accepted-by lind: It fell by a fifth.
        likelihood: likely
        tags: air
        quote report: by 21 per cent
          page: 12
        reason measured: It was measured.
        objection mild by lind: The winter was mild.
  claim drop by lind: It should go.
`;

/** The map of Ardmore with the cursor at the ¦ in the first occurrence of `words`. */
const cursorAt = (words: string): string => ardmore.replace(words.replace("¦", ""), words);

test("describes an entry with path, text, inherited speaker, attributes, relations and quotes", async () => {
  expect(await hoverAt(cursorAt("premise fe¦ll"))).toEqual({
    marked: cursorAt("premise fe¦ll").replace("fe¦ll", "⟦fe¦ll⟧"),
    text: map`
      premise fell

      keep › air

      It fell by a fifth.

      - by: Prof. Arun Roy (inherited from the reason “air”)
      - accepted by: Maja Lind
      - likelihood: likely (55–80%)
      - tags: air

      Reasons (1):
      - measured It was measured.

      Objections (1):
      - mild The winter was mild.

      “by 21 per cent”

      — Streets for whom?, p. 12
    `.trimEnd(),
  });
});

test("shows the targets and premises of a step, and its own speaker", async () => {
  expect((await hoverAt(cursorAt("reason a¦ir")))?.text).toBe(
    map`
    reason air

    keep

    Cleaner air.

    - by: Prof. Arun Roy

    Supports (1):
    - keep The charge should stay.

    Premises (1):
    - fell It fell by a fifth.
  `.trimEnd(),
  );
});

test("shows the answers to a question, and what a claim answers and contradicts", async () => {
  expect((await hoverAt(cursorAt("question ch¦arge")))?.text).toContain(
    "Answered by (1):\n- keep The charge should stay.",
  );
  const claim = (await hoverAt(cursorAt("claim ke¦ep")))?.text;
  expect(claim).toContain("Answers (1):\n- charge Should it stay?");
  expect(claim).toContain("Contradicts (1):\n- drop It should go.");
  expect((await hoverAt(cursorAt("claim dr¦op")))?.text).toContain("Contradicts (1):\n- keep The charge should stay.");
});

test("lists only the first few related entries", async () => {
  const reasons = [1, 2, 3, 4, 5].map((number) => `  reason: Ground ${number}.\n`).join("");
  expect((await hoverAt(`claim ke¦ep: It stays.\n${reasons}`))?.text).toContain(
    "Reasons (5):\n- Ground 1.\n- Ground 2.\n- Ground 3.\n- … and 2 more",
  );
});

test("on a use, describes its target, also in another file", async () => {
  expect(await hoverAt(cursorAt("by ro¦y"))).toMatchObject({
    text: "speaker roy\n\nProf. Arun Roy",
    marked: cursorAt("by ro¦y").replace("ro¦y", "⟦ro¦y⟧"),
  });
  expect((await hoverAt(cursorAt("quote rep¦ort")))?.text).toBe(
    "source report\n\nStreets for whom?\n\n- author: City Mobility Office\n- reliability: B (usually reliable)",
  );
  const across = map`
    import air: air.argmap
    reason for air.⟦fe¦ll⟧: So it is.
    === air.argmap
    claim fell: It fell.
  `;
  const found = await hoverAt(across.replace(/[⟦⟧]/g, ""));
  expect(found?.marked).toBe(across);
  expect(found?.text).toBe("claim fell (air.argmap)\n\nIt fell.\n\nReasons (1):\n- So it is.");
});

test("on a prefix, describes its import", async () => {
  const source = map`
    import air: air.argmap
    reason for ⟦a¦ir⟧.fell: So it is.
    === air.argmap
    claim fell: It fell.
  `;
  expect(await hoverAt(source.replace(/[⟦⟧]/g, ""))).toEqual({ marked: source, text: "import air\n\nair.argmap" });
});

test("explains keywords, clause words, attribute keys and listed values", async () => {
  const keyword = await hoverAt(cursorAt("premi¦se fell"));
  expect(keyword?.text).toMatch(
    /^premise name by speaker: text\n\nA claim that a reason or objection rests on.*Allowed under a reason or an objection\.$/s,
  );
  expect(keyword?.marked).toContain("⟦premi¦se⟧ fell");
  expect(await hoverAt(cursorAt("accept¦ed-by lind"))).toMatchObject({
    text: expect.stringContaining("Speakers or sources that accept this claim"),
    marked: expect.stringContaining("⟦accept¦ed-by⟧ lind"),
  });
  expect(await hoverAt(cursorAt("likeli¦hood:"))).toMatchObject({
    text: expect.stringContaining("a percentage such as 70%"),
    marked: expect.stringContaining("⟦likeli¦hood⟧: likely"),
  });
  expect(await hoverAt(cursorAt("likelihood: li¦kely"))).toMatchObject({
    text: expect.stringContaining("likely: 55–80%"),
    marked: expect.stringContaining("likelihood: ⟦li¦kely⟧"),
  });
  expect((await hoverAt("claim keep b¦y\n"))?.text, "in an unfinished head").toContain("Who says this");
});

test("on the keyword of an unnamed entry, also describes the entry", async () => {
  expect((await hoverAt("claim keep: It stays.\n  rea¦son: Cleaner air.\n"))?.text).toMatch(
    /^reason\n\nkeep\n\nCleaner air\.\n\nSupports \(1\):\n- keep It stays\.\n\nreason name/,
  );
});

test("links problems to the reference page", async () => {
  const found = await hoverAt("reason for kee¦n: Cleaner air.\n", true, "file:///docs/reference.md");
  expect(found?.text).toContain("[How to fix unknown-name](<file:///docs/reference.md#unknown-name>)");
  expect(found?.marked).toBe("reason for ⟦kee¦n⟧: Cleaner air.\n");
  const plain = await hoverAt("reason for kee¦n: Cleaner air.\n", false, "file:///docs/reference.md");
  expect(plain?.text).toContain("How to fix unknown-name: file:///docs/reference.md#unknown-name");
});

test("does not show problems that are off", async () => {
  const opened = await openWorkspace("reason for kee¦n: Cleaner air.\n");
  const severities = { "unknown-name": "off" } as const;
  expect(
    hover(opened.workspace, opened.uri, opened.cursor, { markdown: false, referenceUri: undefined, severities }),
  ).toBeNull();
});

test("shows nothing in text, and works in a map with errors", async () => {
  expect(await hoverAt("claim keep answers q: It st¦ays.\n  reason: It is.\nquestion q: Is it?\n")).toBeUndefined();
  expect((await hoverAt("claim keep by by: It stays.\n;;;\nreason for ke¦ep: So.\n"))?.text).toContain("It stays.");
});

test("works with Chinese text", async () => {
  expect(
    (await hoverAt("speaker 林: 林女士\nclaim 保¦留 by 林: 应当\n  保留。\nreason for 保留: 空气。\n"))?.text,
  ).toBe("claim 保留\n\n应当保留。\n\n- by: 林女士\n\nReasons (1):\n- 空气。");
});

test("renders the marks of a text, and nothing else in a map, as Markdown", async () => {
  const found = await hoverAt("claim ke¦ep: <img src=x> **bold** [a](command:b)\n  note: `x` $(bug)\n", true);
  expect(found?.text).toContain("\\<img src=x\\> **bold** \\[a\\](command:b)");
  expect(found?.text).toContain("- note: \\`x\\` \\$(bug)");
});
