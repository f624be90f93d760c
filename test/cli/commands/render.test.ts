import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPdf } from "../../support/pdf/readPdf.ts";
import { argmap } from "../../support/programs/argmapCli.ts";
import { chineseFont } from "../../support/programs/makeExport.ts";

test("renders a map as SVG", () => {
  const files = { "a.argmap": "map: <Title>\nclaim a: A & B.\n  reason: C.\n" };
  const { status, folder } = argmap(["render", "a.argmap", "-o", "a.svg"], files);
  expect(status).toBe(0);
  const svg = readFileSync(join(folder, "a.svg"), "utf8");
  expect(svg).toMatch(/^<svg [^>]*xmlns=/);
  expect(svg).toContain("&lt;Title&gt;");
  expect(svg).toContain("A &amp; B.");
  expect(argmap(["render", "a.argmap", "--down"], files).out).not.toBe(svg);
});

test("chooses the format by the extension of the output file, and renders all texts in full", async () => {
  const text = Array.from({ length: 60 }, (_, n) => `word${n}`).join(" ");
  const files = { "a.argmap": `map: Title\nclaim a: ${text}\n  reason: C.\n` };
  const { status, folder } = argmap(["render", "a.argmap", "-o", "a.PDF", "--page", "a4", "--theme", "dark"], files);
  expect(status).toBe(0);
  const read = await readPdf(readFileSync(join(folder, "a.PDF")));
  expect(read).toMatchObject({ title: "Title", pages: [{ emptyBoxes: 0 }] });
  expect(read.pages[0]?.texts.join(" ")).toContain("word59");
  const page = argmap(["render", "a.argmap", "-o", "a.html"], files);
  expect(page.status).toBe(0);
  const html = readFileSync(join(page.folder, "a.html"), "utf8");
  expect(html).toMatch(/^<!DOCTYPE html>/);
  expect(html).toContain("word59");
  expect(argmap(["render", "a.argmap"], files).out).toContain("word59");
});

test("uses fonts from the folder given with --fonts", async () => {
  const args = ["render", "a.argmap", "-o", "a.pdf", "--fonts", chineseFont];
  const { status, folder } = argmap(args, { "a.argmap": "claim a: 入城费可以继续收。\n" });
  expect(status).toBe(0);
  const read = await readPdf(readFileSync(join(folder, "a.pdf")));
  expect(read.pages[0]?.texts.join("")).toContain("入城费可以继续收。");
});

test("renders a map with errors all the same, warns of them, and exits with 1", () => {
  const map = "claim keep: It stays.\n  reason against nobody: It helps.\n";
  const { status, err, out } = argmap(["render", "a.argmap"], { "a.argmap": map });
  expect({ status, err }).toEqual({
    status: 1,
    err: "This map has 1 error, so the picture may be incomplete. Run “argmap check” to see it.\n",
  });
  expect(out).toContain("It stays.");
});
