import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Tree } from "../../server/core/tree/tree.ts";
import type { UnsupportedText } from "../../server/protocol/export.ts";
import { ardmore } from "../support/ardmoreTree.ts";
import {
  arabicFont,
  attack,
  chineseFont,
  exportedViewOf,
  makeExport,
  output,
  withAttack,
} from "../support/makeExport.ts";
import { type ParsedPdf, readPdf, renderPage } from "../support/readPdf.ts";
import { claim, objection, premise, question, reason, treeOf } from "../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 60_000 });

const words = (text: string): string => text.replaceAll(/\s+/g, "");
/** All text of a document with no white space: lines are broken where the card ends. */
const allOf = ({ pages }: ParsedPdf): string => words(pages.flatMap(({ texts }) => texts).join(""));
const textsOf = (tree: Tree): readonly string[] => tree.cards.map(({ text }) => text).filter((text) => text !== "");

/** Keeps a picture of a page to be looked at. */
async function look(data: Uint8Array, name: string, page = 1, scale = 1.5): Promise<void> {
  writeFileSync(join(output, `export-${name}.pdf`), data);
  writeFileSync(join(output, `export-${name}-page-${page}.png`), (await renderPage(data, page, scale)).png);
}

const chinese = treeOf(
  question(
    "入城费该不该收下去？",
    claim(
      "入城费可以继续收，但要先补上两件事。",
      { by: ["澜州市交通研究院"] },
      reason("路比收费以前通畅得多（NO₂ −21%）。"),
    ),
  ),
);
const arabic = treeOf(
  claim("يجب إلغاء رسوم الدخول (Old Town) فورًا.", { by: ["مايا ليند"] }, objection("خسرت المتاجر 10٪ من زبائنها.")),
);
const european = treeOf(
  claim(
    "Η ατμόσφαιρα βελτιώθηκε. Воздух стал чище. Větší řeka, żółć, ñandú, Ŵŷ.",
    {},
    reason("Tiếng Việt: không khí sạch hơn. “Quotes”, dashes – and — a -> b, ½ m², 5 €, x ≠ y."),
  ),
);

test("one page is as large as the picture, and has all its texts as text, its title, language and outline", async () => {
  const data = await makeExport(exportedViewOf(ardmore), { format: "pdf", pages: "one" });
  await look(data, "ardmore");
  const read = await readPdf(data);
  expect(read.title).toBe(ardmore.title);
  expect(read.language).toBe("en");
  expect(read.pages).toHaveLength(1);
  const text = allOf(read);
  for (const one of textsOf(ardmore)) expect(text).toContain(words(one));
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
  const roots = ardmore.places.filter(({ parent }) => parent === undefined).map(({ card }) => card);
  expect(read.outline).toEqual(ardmore.cards.filter(({ id }) => roots.includes(id)).map(({ text: one }) => one));
});

test("a document that is no longer wanted is not made", async () => {
  const cancelled = new AbortController();
  const making = makeExport(exportedViewOf(ardmore), { format: "pdf", pages: "one" }, { signal: cancelled.signal });
  cancelled.abort(new Error("Not wanted."));
  await expect(making).rejects.toThrow("Not wanted.");
  await expect(
    makeExport(exportedViewOf(ardmore), { format: "pdf", pages: "one" }, { signal: cancelled.signal }),
  ).rejects.toThrow("Not wanted.");
});

test.each(["a4", "letter"] as const)(
  "on sheets of %s every text is to be read, with the number of each sheet",
  async (pages) => {
    const data = await makeExport(exportedViewOf(ardmore), { format: "pdf", pages });
    await look(data, `ardmore-${pages}`, 2);
    const read = await readPdf(data);
    const count = read.pages.length;
    expect(count).toBeGreaterThan(1);
    for (const [index, page] of read.pages.entries()) {
      expect(page.width / page.height).toBeCloseTo(pages === "a4" ? Math.SQRT2 : 11 / 8.5, 2);
      expect(page.texts).toContain(`${index + 1} / ${count}`);
      expect(page.texts).toContain(ardmore.title);
    }
    const text = allOf(read);
    for (const one of textsOf(ardmore)) expect(text).toContain(words(one));
    expect(text).toContain("p.2→");
  },
);

test("an outline fills the width of upright sheets, and no row is cut", async () => {
  const shown = exportedViewOf(ardmore, { options: { shape: "outline" }, legend: true });
  const data = await makeExport(shown, { format: "pdf", pages: "a4" });
  await look(data, "outline", 1);
  const read = await readPdf(data);
  expect(read.pages[0]?.height).toBeGreaterThan(read.pages[0]?.width ?? 0);
  const texts = read.pages.flatMap((page) => page.texts);
  for (const one of textsOf(ardmore)) expect(texts.filter((text) => text === one).length).toBeLessThanOrEqual(2);
  // A row that is cut would be on two sheets.
  expect(texts.filter((text) => text === "Shops lost customers.")).toHaveLength(1);
  expect(texts).toContain("objection: attacks its parent");
});

test("a small map stands on one sheet", async () => {
  const read = await readPdf(await makeExport(exportedViewOf(european), { format: "pdf", pages: "a4" }));
  expect(read.pages).toHaveLength(1);
  expect(read.pages[0]?.texts).toContain("1 / 1");
});

test("the shipped font writes Latin, Greek and Cyrillic, and what is written stays as it is written", async () => {
  const data = await makeExport(exportedViewOf(european), { format: "pdf", pages: "one" });
  await look(data, "european", 1, 3);
  const read = await readPdf(data);
  for (const one of textsOf(european)) expect(allOf(read)).toContain(words(one));
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
});

test("Chinese is written with a font of the computer, as text", async () => {
  const data = await makeExport(exportedViewOf(chinese), { format: "pdf", pages: "one" }, { fonts: [chineseFont] });
  await look(data, "chinese", 1, 3);
  const read = await readPdf(data);
  for (const one of textsOf(chinese)) expect(allOf(read)).toContain(words(one));
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
  expect(read.language).toBe("zh");
});

test("Arabic is joined and runs from right to left, with words of other scripts among it", async () => {
  const data = await makeExport(exportedViewOf(arabic), { format: "pdf", pages: "one" }, { fonts: [arabicFont] });
  await look(data, "arabic", 1, 3);
  const read = await readPdf(data);
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
  // Readers turn each piece back into the order in which it is read.
  for (const word of ["رسوم", "الدخول", "المتاجر", "Old", "Town", "10"]) expect(allOf(read)).toContain(word);
  expect(read.language).toBe("ar");
});

test("what no font has is drawn by whoever can, 300 dots to the inch, and never an empty box", async () => {
  const asked: UnsupportedText[] = [];
  // A filled square for each, told apart from all else by its colour.
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/VscvDQAAAABJRU5ErkJggg==";
  // No font has these: they are for private use.
  const rare = treeOf(claim("A \u{10fffd}\u{10fffc} B", {}));
  const data = await makeExport(
    exportedViewOf(rare),
    { format: "pdf", pages: "one" },
    {
      fonts: [],
      draw: async (writings, scale) => {
        asked.push(...writings);
        expect(scale).toBeCloseTo(300 / 96);
        return writings.map(({ size }) => ({ png, width: 2 * size, above: size, below: 0 }));
      },
    },
  );
  expect(asked.map(({ text }) => text.trim())).toEqual(["\u{10fffd}\u{10fffc}"]);
  const read = await readPdf(data);
  expect(read.pages[0]).toMatchObject({ images: 1, emptyBoxes: 0 });
  expect(allOf(read)).toContain("A");
  const { data: bytes } = await renderPage(data, 1, 1);
  let red = 0;
  for (let at = 0; at < bytes.length; at += 4) if ((bytes[at] ?? 0) > 200 && (bytes[at + 1] ?? 0) < 60) red += 1;
  expect(red).toBeGreaterThan(50);
});

test("where nobody can draw it, there is no file, and a sentence that says what to do", async () => {
  const rare = treeOf(claim("\u{10fffd}", {}));
  await expect(makeExport(exportedViewOf(rare), { format: "pdf", pages: "one" })).rejects.toThrow(
    /No font on this computer has \u{10fffd}\. Install one/u,
  );
});

describe("what exploration has left", () => {
  test("is what is exported: what is folded away is not, what does not fit is pale", async () => {
    const tree = treeOf(
      claim("Stays.", { id: "keep" }, reason("Folded away.", { id: "gone" }), premise("Pale.", { id: "pale" })),
    );
    const folded = { ...tree, places: tree.places.filter(({ card }) => card !== "gone") };
    const pale = tree.cards.filter(({ id }) => id === "pale").map(({ id }) => id);
    const dimmed = await makeExport(exportedViewOf(folded, { dimmed: pale }), { format: "pdf", pages: "one" });
    const text = allOf(await readPdf(dimmed));
    expect(text).toContain("Stays.");
    expect(text).not.toContain("Folded");
    const plain = await makeExport(exportedViewOf(folded), { format: "pdf", pages: "one" });
    const ink = async (data: Uint8Array) =>
      (await renderPage(data, 1, 1)).data.reduce((sum, byte) => sum + (255 - byte), 0);
    expect(await ink(dimmed)).toBeLessThan(await ink(plain));
  });
});

test("colours are those of the theme asked for", async () => {
  const theme = { background: "#102030", card: "#405060" };
  const { data } = await renderPage(
    await makeExport(exportedViewOf(european, { theme }), { format: "pdf", pages: "one" }),
    1,
    1,
  );
  expect([...data.slice(0, 3)]).toEqual([0x10, 0x20, 0x30]);
});

test("text that looks like an order of a PDF stays text", async () => {
  const data = await makeExport(exportedViewOf(withAttack(ardmore)), { format: "pdf", pages: "a4" });
  const read = await readPdf(data);
  expect(allOf(read)).toContain(words("<script>alert(1)</script>&lt;<!-- ]]>"));
  expect(allOf(read)).toContain(words("(\\) Tj ET"));
  expect(`${read.title}`).toContain("<script>");
  expect(read.pages.every(({ emptyBoxes }) => emptyBoxes === 0)).toBe(true);
  expect(attack).toContain("\u0000");
});
