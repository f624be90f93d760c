import { expect, test } from "vitest";
import { hover } from "../../../server/features/requests/hover.ts";
import { escapeMarkdown } from "../../../server/features/shared/markupContent.ts";
import { map, mark } from "../../support/markedMap.ts";
import { openWorkspace } from "../../support/openWorkspace.ts";

interface Told {
  readonly text: string;
  /** The map with the word that is told about in ⟦ ⟧. */
  readonly marked: string;
}

/** What is told at ¦. */
async function told(source: string, markdown = false, referenceUri?: string): Promise<Told | undefined> {
  const at = await openWorkspace(source);
  const found = hover(at.workspace, at.uri, at.cursor, { markdown, referenceUri });
  if (found === null) return undefined;
  const { contents, range } = found;
  if (typeof contents !== "object" || !("kind" in contents)) throw new Error("Not as this server writes it.");
  expect(contents.kind).toBe(markdown ? "markdown" : "plaintext");
  return { text: contents.value, marked: mark(at, { targets: range === undefined ? [] : [{ uri: at.uri, range }] }) };
}

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

/** The map of Ardmore with the cursor in the first place that says `words`, at the `¦` in them. */
const at = (words: string): string => ardmore.replace(words.replace("¦", ""), words);

test("tells all about an entry: text, speaker and where that comes from, attributes, what bears on it, quotes", async () => {
  expect(await told(at("premise fe¦ll"))).toEqual({
    marked: at("premise fe¦ll").replace("fe¦ll", "⟦fe¦ll⟧"),
    text: map`
      premise fell

      keep › air

      It fell by a fifth.

      - by: Prof. Arun Roy (from the reason “air” above)
      - accepted by: Maja Lind
      - likelihood: likely (55–80 %)
      - tags: air

      For (1):
      - measured It was measured.

      Against (1):
      - mild The winter was mild.

      “by 21 per cent”

      — Streets for whom?, p. 12
    `.trimEnd(),
  });
});

test("tells what a step is for and rests on, and says a speaker of its own without more", async () => {
  expect((await told(at("reason a¦ir")))?.text).toBe(
    map`
    reason air

    keep

    Cleaner air.

    - by: Prof. Arun Roy

    Supports (1):
    - keep The charge should stay.

    Rests on (1):
    - fell It fell by a fifth.
  `.trimEnd(),
  );
});

test("tells the answers to a question, and what a claim answers and contradicts", async () => {
  expect((await told(at("question ch¦arge")))?.text).toContain("Answers (1):\n- keep The charge should stay.");
  const claim = (await told(at("claim ke¦ep")))?.text;
  expect(claim).toContain("Answers (1):\n- charge Should it stay?");
  expect(claim).toContain("Contradicts (1):\n- drop It should go.");
  expect((await told(at("claim dr¦op")))?.text).toContain("Contradicts (1):\n- keep The charge should stay.");
});

test("tells the first few of many", async () => {
  const reasons = [1, 2, 3, 4, 5].map((number) => `  reason: Ground ${number}.\n`).join("");
  expect((await told(`claim ke¦ep: It stays.\n${reasons}`))?.text).toContain(
    "For (5):\n- Ground 1.\n- Ground 2.\n- Ground 3.\n- … and 2 more",
  );
});

test("on a use tells about what it leads to, in this file or another", async () => {
  expect(await told(at("by ro¦y"))).toMatchObject({
    text: "speaker roy\n\nProf. Arun Roy",
    marked: at("by ro¦y").replace("ro¦y", "⟦ro¦y⟧"),
  });
  expect((await told(at("quote rep¦ort")))?.text).toBe(
    "source report\n\nStreets for whom?\n\n- author: City Mobility Office\n- reliability: B (usually reliable)",
  );
  const across = map`
    import air: air.argmap
    reason for air.⟦fe¦ll⟧: So it is.
    === air.argmap
    claim fell: It fell.
  `;
  const found = await told(across.replace(/[⟦⟧]/g, ""));
  expect(found?.marked).toBe(across);
  expect(found?.text).toBe("claim fell (air.argmap)\n\nIt fell.\n\nFor (1):\n- So it is.");
});

test("on a prefix tells what it stands for", async () => {
  const source = map`
    import air: air.argmap
    reason for ⟦a¦ir⟧.fell: So it is.
    === air.argmap
    claim fell: It fell.
  `;
  expect(await told(source.replace(/[⟦⟧]/g, ""))).toEqual({ marked: source, text: "import air\n\nair.argmap" });
});

test("tells what keywords, clause words, keys and listed values are for", async () => {
  const keyword = await told(at("premi¦se fell"));
  expect(keyword?.text).toMatch(
    /^premise name by speaker: text\n\nA claim that a step rests on.*Stands under a reason/s,
  );
  expect(keyword?.marked).toContain("⟦premi¦se⟧ fell");
  expect(await told(at("accept¦ed-by lind"))).toMatchObject({
    text: expect.stringContaining("Who grants a claim"),
    marked: expect.stringContaining("⟦accept¦ed-by⟧ lind"),
  });
  expect(await told(at("likeli¦hood:"))).toMatchObject({
    text: expect.stringContaining("a percentage such as 70%"),
    marked: expect.stringContaining("⟦likeli¦hood⟧: likely"),
  });
  expect(await told(at("likelihood: li¦kely"))).toMatchObject({
    text: expect.stringContaining("likely: 55–80 %"),
    marked: expect.stringContaining("likelihood: ⟦li¦kely⟧"),
  });
  expect((await told("claim keep b¦y\n"))?.text, "in a head that is not finished").toContain("Whose it is");
});

test("on the keyword of an entry without a name tells about the entry too", async () => {
  expect((await told("claim keep: It stays.\n  rea¦son: Cleaner air.\n"))?.text).toMatch(
    /^reason\n\nkeep\n\nCleaner air\.\n\nSupports \(1\):\n- keep It stays\.\n\nreason name/,
  );
});

test("links what is wrong to the page that explains it", async () => {
  const found = await told("reason for kee¦n: Cleaner air.\n", true, "file:///docs/language.md");
  expect(found?.text).toContain("[What to do about unknown-name](<file:///docs/language.md#unknown-name>)");
  expect(found?.marked).toBe("reason for ⟦kee¦n⟧: Cleaner air.\n");
  const plain = await told("reason for kee¦n: Cleaner air.\n", false, "file:///docs/language.md");
  expect(plain?.text).toContain("What to do about unknown-name: file:///docs/language.md#unknown-name");
});

test("says nothing of problems that the user does not want", async () => {
  const at = await openWorkspace("reason for kee¦n: Cleaner air.\n");
  const severities = { "unknown-name": "off" } as const;
  expect(hover(at.workspace, at.uri, at.cursor, { markdown: false, referenceUri: undefined, severities })).toBeNull();
});

test("tells nothing in prose, and of what can be read of a broken file", async () => {
  expect(await told("claim keep answers q: It st¦ays.\n  reason: It is.\nquestion q: Is it?\n")).toBeUndefined();
  expect((await told("claim keep by by: It stays.\n;;;\nreason for ke¦ep: So.\n"))?.text).toContain("It stays.");
});

test("tells Chinese as it is", async () => {
  expect((await told("speaker 林: 林女士\nclaim 保¦留 by 林: 应当\n  保留。\nreason for 保留: 空气。\n"))?.text).toBe(
    "claim 保留\n\n应当保留。\n\n- by: 林女士\n\nFor (1):\n- 空气。",
  );
});

test("no text of a map becomes Markdown", async () => {
  expect(escapeMarkdown("*a* _b_ `c` [d](e) <b>f</b> &amp; ~~g~~ | h")).toBe(
    "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b\\>f\\</b\\> \\&amp; \\~\\~g\\~\\~ \\| h",
  );
  expect(escapeMarkdown("- a\n1. b\n+ c\n# d\n> e\n---\n    f")).toBe("\\- a\n1\\. b\n\\+ c\n\\# d\n\\> e\n\\---\nf");
  expect(escapeMarkdown("see https://a.b, _www.a.b, WWW.a.b, a@b.c, mailto:a")).toBe(
    "see https\\://a.b, \\_www\\.a.b, WWW\\.a.b, a\\@b.c, mailto\\:a",
  );
  expect(escapeMarkdown("It fell by 21.5 % (see p. 3): so!"), "and prose stays readable").toBe(
    "It fell by 21.5 % (see p. 3): so!",
  );
  const found = await told("claim ke¦ep: <img src=x> **bold** [a](command:b)\n  note: `x` $(bug)\n", true);
  expect(found?.text).toContain("\\<img src=x\\> \\*\\*bold\\*\\* \\[a\\](command:b)");
  expect(found?.text).toContain("- note: \\`x\\` \\$(bug)");
});
