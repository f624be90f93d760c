import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInlineMarkup } from "../../../server/core/strings/inlineMarkup.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { UnsupportedText } from "../../../server/protocol/export.ts";
import { type ParsedPdf, readPdf, renderPage } from "../../support/pdf/readPdf.ts";
import {
  arabicFont,
  attack,
  chineseFont,
  exportedViewOf,
  makeExport,
  output,
  withAttack,
} from "../../support/programs/makeExport.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { claim, objection, premise, question, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, "");
/** All text of a document without white space, because cards wrap their texts. */
const textOf = ({ pages }: ParsedPdf): string => withoutSpace(pages.flatMap(({ texts }) => texts).join(""));
const textsOf = (tree: Tree): readonly string[] => tree.cards.map(({ text }) => text).filter((text) => text !== "");

/** Saves the document and an image of a page for a developer to look at. */
async function saveForReview(data: Uint8Array, name: string, page = 1, scale = 1.5): Promise<void> {
  writeFileSync(join(output, `export-${name}.pdf`), data);
  writeFileSync(join(output, `export-${name}-page-${page}.png`), (await renderPage(data, page, scale)).png);
}

const chinese = treeOf(
  question(
    "入城费该不该收下去？",
    claim(
      "入城费可以继续收，但要先补上两件事。",
      { speakers: ["澜州市交通研究院"] },
      reason("路比收费以前通畅得多（NO₂ −21%）。"),
    ),
  ),
);
const arabic = treeOf(
  claim(
    "يجب إلغاء رسوم الدخول (Old Town) فورًا.",
    { speakers: ["مايا ليند"] },
    objection("خسرت المتاجر 10٪ من زبائنها."),
  ),
);
const european = treeOf(
  claim(
    "Η ατμόσφαιρα βελτιώθηκε. Воздух стал чище. Větší řeka, żółć, ñandú, Ŵŷ.",
    {},
    reason("Tiếng Việt: không khí sạch hơn. “Quotes”, dashes – and — a -> b, ½ m², 5 €, x ≠ y."),
  ),
);

test("a German map has German words, page numbers and bookmarks", async () => {
  const tree: Tree = {
    ...treeOf(
      claim(
        "Die Maut soll bleiben.",
        {},
        reason("", { name: undefined }, premise("Die Luft ist sauberer.")),
        objection("Nein."),
      ),
    ),
    language: "de",
  };
  const read = await readPdf(await makeExport(exportedViewOf(tree, { legend: true }), { format: "pdf", pages: "one" }));
  const text = textOf(read);
  for (const words of ["These", "+Grund", "Prämisse", "−Einwand", "Hauptthese"]) expect(text).toContain(words);
  expect(text).not.toContain("objection");
  expect(read.language).toBe("de");
});

test("exports one page as large as the picture, with selectable text, title, language and bookmarks", async () => {
  const data = await makeExport(exportedViewOf(ardmore), { format: "pdf", pages: "one" });
  await saveForReview(data, "ardmore");
  const read = await readPdf(data);
  expect(read.title).toBe(ardmore.title);
  expect(read.language).toBe("en");
  expect(read.pages).toHaveLength(1);
  const text = textOf(read);
  for (const one of textsOf(ardmore)) expect(text).toContain(withoutSpace(one));
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
  const roots = ardmore.positions.filter(({ parent }) => parent === undefined).map(({ card }) => card);
  expect(read.outline).toEqual(ardmore.cards.filter(({ id }) => roots.includes(id)).map(({ text: one }) => one));
});

test("rejects with the reason of the signal when it is canceled before or during the export", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const exporting = makeExport(exportedViewOf(ardmore), { format: "pdf", pages: "one" }, { signal });
  controller.abort(new Error("canceled"));
  await expect(exporting).rejects.toThrow("canceled");
  await expect(makeExport(exportedViewOf(ardmore), { format: "pdf", pages: "one" }, { signal })).rejects.toThrow(
    "canceled",
  );
});

/** A map with branches that are too long for one sheet, and too many. */
const large: Tree = {
  ...treeOf(
    ...[1, 2, 3, 4, 5, 6, 7].map((number) =>
      claim(
        `The charge should stay for year ${number}, and longer.`,
        {},
        reason(
          `Reason ${number}.`,
          {},
          premise(
            `Premise ${number}.`,
            {},
            objection(`Objection ${number}.`, {}, reason(`Reply ${number}.`, {}, premise(`Ground ${number}.`))),
          ),
        ),
        objection(`Cost ${number}.`),
      ),
    ),
  ),
  title: "A large map",
};

test.each(["a4", "letter"] as const)("exports all texts on %s sheets, with sheet numbers", async (pages) => {
  const data = await makeExport(exportedViewOf(large), { format: "pdf", pages });
  await saveForReview(data, `large-${pages}`, 2);
  const read = await readPdf(data);
  const count = read.pages.length;
  expect(count).toBeGreaterThan(1);
  for (const [index, page] of read.pages.entries()) {
    const [short, long] = [page.width, page.height].toSorted((a, b) => a - b);
    expect((long ?? 0) / (short ?? 1)).toBeCloseTo(pages === "a4" ? Math.SQRT2 : 11 / 8.5, 2);
    expect(page.texts).toContain(`page ${index + 1} of ${count}`);
    expect(page.texts).toContain(large.title);
  }
  const text = textOf(read);
  for (const one of textsOf(large)) expect(text).toContain(withoutSpace(one));
  expect(text).toMatch(/p\.\d→/);
  expect(text).toMatch(/←p\.\d/);
});

test("the header of each sheet has author, date and sources, unless the title is left out", async () => {
  const tree: Tree = { ...ardmore, metadata: { author: "Mara Lind", date: "2024-05", sources: ["Report", "Letter"] } };
  const details = "Mara Lind · 2024-05 · Sources: Report; Letter";
  const { pages } = await readPdf(await makeExport(exportedViewOf(tree), { format: "pdf", pages: "a4" }));
  expect(pages.every(({ texts }) => texts.includes(details))).toBe(true);
  const untitled = await readPdf(
    await makeExport(exportedViewOf(tree, { title: false }), { format: "pdf", pages: "a4" }),
  );
  expect(untitled.pages.some(({ texts }) => texts.includes(details) || texts.includes(`${tree.title}`))).toBe(false);
  expect(untitled.pages[0]?.texts).toContain(`page 1 of ${untitled.pages.length}`);
});

test("exports an outline on portrait sheets, and cuts no row", async () => {
  const view = exportedViewOf(ardmore, { options: { shape: "outline" }, legend: true });
  const data = await makeExport(view, { format: "pdf", pages: "a4" });
  await saveForReview(data, "outline", 1);
  const read = await readPdf(data);
  expect(read.pages[0]?.height).toBeGreaterThan(read.pages[0]?.width ?? 0);
  const texts = read.pages.flatMap((page) => page.texts);
  for (const one of textsOf(ardmore)) expect(texts.filter((text) => text === one).length).toBeLessThanOrEqual(2);
  // A cut row would appear on two sheets.
  expect(texts.filter((text) => text === "Shops lost customers.")).toHaveLength(1);
  expect(texts).toContain("objection: attacks its parent");
});

test("exports a small map on one sheet", async () => {
  const read = await readPdf(await makeExport(exportedViewOf(european), { format: "pdf", pages: "a4" }));
  expect(read.pages).toHaveLength(1);
  expect(read.pages[0]?.texts).toContain("page 1 of 1");
});

test("writes Latin, Greek and Cyrillic with the shipped font, without ligatures", async () => {
  const data = await makeExport(exportedViewOf(european), { format: "pdf", pages: "one" });
  await saveForReview(data, "european", 1, 3);
  const read = await readPdf(data);
  for (const one of textsOf(european)) expect(textOf(read)).toContain(withoutSpace(one));
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
});

test("writes emphasis, code and links, which open", async () => {
  const { text, marks } = readInlineMarkup(
    "Cleaner *air*, **much** less `NO2`: see [the report](https://example.org/a).",
  );
  const data = await makeExport(exportedViewOf(treeOf(claim("It stays.", {}, reason(text, { marks })))), {
    format: "pdf",
    pages: "one",
  });
  await saveForReview(data, "marks", 1, 3);
  const read = await readPdf(data);
  expect(textOf(read)).toContain(withoutSpace(text));
  expect(new Set(read.pages[0]?.links)).toEqual(new Set(["https://example.org/a"]));
});

test("writes Chinese as text with an additional font", async () => {
  const data = await makeExport(exportedViewOf(chinese), { format: "pdf", pages: "one" }, { fonts: [chineseFont] });
  await saveForReview(data, "chinese", 1, 3);
  const read = await readPdf(data);
  for (const one of textsOf(chinese)) expect(textOf(read)).toContain(withoutSpace(one));
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
  expect(read.language).toBe("zh");
});

test("writes Arabic from right to left, with words of other scripts in between", async () => {
  const data = await makeExport(exportedViewOf(arabic), { format: "pdf", pages: "one" }, { fonts: [arabicFont] });
  await saveForReview(data, "arabic", 1, 3);
  const read = await readPdf(data);
  expect(read.pages[0]).toMatchObject({ images: 0, emptyBoxes: 0 });
  // pdf.js returns each item in logical order.
  for (const word of ["رسوم", "الدخول", "المتاجر", "Old", "Town", "10"]) expect(textOf(read)).toContain(word);
  expect(read.language).toBe("ar");
});

test("embeds images of texts that no font supports, at 300 dpi, instead of empty boxes", async () => {
  const requested: UnsupportedText[] = [];
  // A square whose color occurs nowhere else in the picture.
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/VscvDQAAAABJRU5ErkJggg==";
  // Private use characters, which no font supports.
  const rare = treeOf(claim("A \u{10fffd}\u{10fffc} B", {}));
  const data = await makeExport(
    exportedViewOf(rare),
    { format: "pdf", pages: "one" },
    {
      fonts: [],
      renderTexts: async (texts, scale) => {
        requested.push(...texts);
        expect(scale).toBeCloseTo(300 / 96);
        return texts.map(({ size }) => ({ png, width: 2 * size, ascent: size, descent: 0 }));
      },
    },
  );
  expect(requested.map(({ text }) => text.trim())).toEqual(["\u{10fffd}\u{10fffc}"]);
  const read = await readPdf(data);
  expect(read.pages[0]).toMatchObject({ images: 1, emptyBoxes: 0 });
  expect(textOf(read)).toContain("A");
  const { data: bytes } = await renderPage(data, 1, 1);
  let red = 0;
  for (let at = 0; at < bytes.length; at += 4) if ((bytes[at] ?? 0) > 200 && (bytes[at + 1] ?? 0) < 60) red += 1;
  expect(red).toBeGreaterThan(50);
});

test("fails with advice for the user if nobody can render such texts", async () => {
  const rare = treeOf(claim("\u{10fffd}", {}));
  await expect(makeExport(exportedViewOf(rare), { format: "pdf", pages: "one" })).rejects.toThrow(
    /No installed font supports \u{10fffd}\. Install one/u,
  );
});

test("omits folded cards, and dims cards that do not match the filter", async () => {
  const tree = treeOf(
    claim("Stays.", { id: "keep" }, reason("Folded away.", { id: "folded" }), premise("Dimmed.", { id: "dimmed" })),
  );
  const visible = { ...tree, positions: tree.positions.filter(({ card }) => card !== "folded") };
  const dimmedIds = tree.cards.filter(({ id }) => id === "dimmed").map(({ id }) => id);
  const dimmed = await makeExport(exportedViewOf(visible, { dimmed: dimmedIds }), { format: "pdf", pages: "one" });
  const text = textOf(await readPdf(dimmed));
  expect(text).toContain("Stays.");
  expect(text).not.toContain("Folded");
  const plain = await makeExport(exportedViewOf(visible), { format: "pdf", pages: "one" });
  const ink = async (data: Uint8Array) =>
    (await renderPage(data, 1, 1)).data.reduce((sum, byte) => sum + (255 - byte), 0);
  expect(await ink(dimmed)).toBeLessThan(await ink(plain));
});

test("uses the colors of the theme", async () => {
  const theme = { background: "#102030", card: "#405060" };
  const { data } = await renderPage(
    await makeExport(exportedViewOf(european, { theme }), { format: "pdf", pages: "one" }),
    1,
    1,
  );
  expect([...data.slice(0, 3)]).toEqual([0x10, 0x20, 0x30]);
});

test("writes text that looks like PDF operators or HTML as text", async () => {
  const data = await makeExport(exportedViewOf(withAttack(ardmore)), { format: "pdf", pages: "a4" });
  const read = await readPdf(data);
  expect(textOf(read)).toContain(withoutSpace("<script>alert(1)</script>&lt;<!-- ]]>"));
  expect(textOf(read)).toContain(withoutSpace("(\\) Tj ET"));
  expect(`${read.title}`).toContain("<script>");
  expect(read.pages.every(({ emptyBoxes }) => emptyBoxes === 0)).toBe(true);
  expect(attack).toContain("\u0000");
});
