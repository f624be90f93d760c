/** The options of `argmap render` that choose the shown part of a map. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { restoreView } from "../../../client/webview/state/savedView.ts";
import { themes } from "../../../server/core/picture/theme.ts";
import { argmap, type CliResult } from "../../support/programs/argmapCli.ts";
import { chineseFont } from "../../support/programs/makeExport.ts";

const map = `map: The charge
question road: What of the road?
  claim keep by wu: It should stay.
    tags: policy
    reason air: The air got cleaner.
      objection: It rained.
    objection by lin: It is unfair.
claim other: Another matter.
speaker wu: Wu Lan
speaker lin: Lin Mei
`;
const render = (...args: readonly string[]): CliResult => argmap(["render", "a.argmap", ...args], { "a.argmap": map });

/** Returns which of the texts of the map are in a picture. */
function shown({ out }: CliResult): readonly string[] {
  const texts = ["the road?", "should stay", "air got cleaner", "It rained", "It is unfair", "Another matter"];
  return texts.filter((text) => out.includes(text));
}

test("shows only the branch of an entry with --focus", () => {
  expect(shown(render("--focus", "air"))).toEqual(["air got cleaner", "It rained"]);
});

test("folds what is below a depth, counted from the focused entry", () => {
  expect(shown(render("--depth", "2"))).toEqual(["the road?", "should stay", "Another matter"]);
  expect(shown(render("--focus", "keep", "--depth", "2"))).toEqual(["should stay", "air got cleaner", "It is unfair"]);
  expect(render("--depth", "2").out).toContain("+3");
});

test("hides what does not match a filter, or dims it with --dim", () => {
  expect(shown(render("--speaker", "Lin Mei"))).toEqual(["the road?", "should stay", "It is unfair"]);
  expect(shown(render("--tag", "policy"))).toEqual(["the road?", "should stay"]);
  expect(shown(render("--gap", "unanswered", "--kind", "objection"))).toHaveLength(5);
  expect(shown(render("--question", "road"))).toHaveLength(5);
  expect(shown(render("--tag", "policy", "--dim"))).toHaveLength(6);
  expect(render("--tag", "policy", "--dim").out).toContain("opacity");
});

test("says which entries, speakers and tags the map has, instead of drawing an empty picture", () => {
  expect(render("--focus", "nobody")).toMatchObject({
    status: 2,
    err: expect.stringContaining("No entry in the map is named “nobody”."),
  });
  expect(render("--speaker", "Wu").err).toContain("No speaker in the map is called “Wu”. Write Wu Lan or Lin Mei.");
  expect(render("--question", "keep").err).toContain("No question in the map is named “keep”.");
  expect(render("--kind", "idea").err).toContain("Choose from question, claim");
});

test("writes labels in the language that is asked for", () => {
  expect(render("--language", "de").out).toContain("Einwand");
  expect(render().out).not.toContain("Einwand");
});

test("opens an HTML page in the same view, with the whole map", () => {
  const { folder } = render("-o", "a.html", "--focus", "air", "--tag", "policy", "--depth", "3");
  const html = readFileSync(join(folder, "a.html"), "utf8");
  const json = /<script type="application\/json" id="map">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  const { tree, savedView } = JSON.parse(json);
  const { viewOptions } = restoreView(savedView, tree);
  const air = tree.cards.find(({ name }: { readonly name?: string }) => name === "air");
  expect(viewOptions.exploration).toMatchObject({
    focus: air.id,
    filter: { tags: new Set(["policy"]), hidesNonMatches: true },
  });
  expect(tree.cards).toHaveLength(6);
});

test("draws a PNG with its scale, in the colors of the theme", async () => {
  const image = await loadImage(drawn("--scale", "2"));
  const dark = await loadImage(drawn("--scale", "1", "--theme", "dark"));
  expect([image.width, image.height]).toEqual([dark.width * 2, dark.height * 2]);
  expect([cornerOf(image), cornerOf(dark)]).toEqual([themes.light.background, themes.dark.background]);
  expect(colorsOf(image)).toBeGreaterThan(20);
});

test("draws Chinese with a font of a folder, and refuses a character without a font", async () => {
  const files = { "a.argmap": "claim a: 入城费可以继续收。\n" };
  const { folder } = argmap(["render", "a.argmap", "-o", "a.png", "--fonts", chineseFont], files);
  const blank = { "a.argmap": "claim a: 　　　　　　　　　\n" };
  const { folder: blankFolder } = argmap(["render", "a.argmap", "-o", "a.png", "--fonts", chineseFont], blank);
  const [written, empty] = [folder, blankFolder].map((one) => readFileSync(join(one, "a.png")).length);
  expect(written).toBeGreaterThan((empty ?? 0) + 1000);
  const unknown = argmap(["render", "a.argmap", "-o", "a.png"], { "a.argmap": "claim a: \u{10ffff}.\n" });
  expect(unknown).toMatchObject({ status: 2, err: expect.stringContaining("No installed font supports") });
  expect(existsSync(join(unknown.folder, "a.png"))).toBe(false);
});

test("suggests a scale if a PNG would be too large", () => {
  const long = Array.from({ length: 200 }, (_, n) => `claim c${n}: Claim.\n`).join("");
  const { status, err } = argmap(["render", "a.argmap", "-o", "a.png", "--scale", "9"], { "a.argmap": long });
  expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/Choose a scale of at most \d\.\d+\./) });
});

/** Returns the PNG of the map. */
function drawn(...args: readonly string[]): Buffer {
  const { folder } = render("-o", "a.png", ...args);
  return readFileSync(join(folder, "a.png"));
}

function pixelsOf(image: Image): Uint8ClampedArray {
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

const cornerOf = (image: Image): string => `#${Buffer.from(pixelsOf(image).slice(0, 3)).toString("hex")}`;

/** Returns how many colors an image has: text with smooth edges has many. */
function colorsOf(image: Image): number {
  const pixels = pixelsOf(image);
  const colors = new Set<string>();
  for (let at = 0; at < pixels.length; at += 4) colors.add(pixels.slice(at, at + 3).join());
  return colors.size;
}
