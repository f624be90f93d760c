import { expect, test } from "vitest";
import { layoutOf, textsOf } from "../../../support/trees/pictures.ts";
import { claim, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const properties = {
  id: "c",
  speakers: ["Roy"],
  likelihood: { label: "very likely", fraction: 0.875 },
  confidence: "low",
  tags: ["air", "old-town"],
  file: "cost.argmap",
} as const;

test("shows speakers, likelihood, confidence, tags and file below the text", () => {
  const { footerMarks, texts, height } = layoutOf(treeOf(claim("Words.", properties)), "c");
  expect(texts.map(({ text }) => text)).toEqual([
    "claim",
    "Words.",
    "— Roy",
    "very likely",
    "low confidence",
    "air",
    "old-town",
    "cost.argmap",
  ]);
  expect(footerMarks.map((mark) => (mark.kind === "icon" ? mark.icon.kind : "box"))).toEqual([
    "likelihood",
    "box",
    "box",
    "file",
  ]);
  for (const text of texts.slice(2)) expect([text.size, text.y < height]).toEqual([11, true]);
});

test("shows tooltips for properties", () => {
  const { texts } = layoutOf(treeOf(claim("Words.", properties)), "c");
  expect(texts.flatMap(({ title }) => title ?? [])).toEqual([
    "Likelihood: very likely",
    "Confidence: low",
    "Imported from cost.argmap",
  ]);
});

test("shows the scheme beside the kind, truncated to the available width, and the strength of a step", () => {
  const scheme = "an uncommonly long name for a kind of reasoning";
  const tree = treeOf(claim("A", reason("B", { id: "r", scheme, strength: { label: "weak", fraction: 0.25 } })));
  const layout = layoutOf(tree, "r");
  expect(textsOf(layout)).toEqual(["+ reason", expect.stringMatching(/^an uncommonly .*…$/), "B", "weak"]);
  expect(layout.footerMarks).toMatchObject([{ kind: "icon", icon: { kind: "strength", fraction: 0.25 } }]);
});

test("shows a value that is not on the scale without a gauge", () => {
  const tree = treeOf(claim("A", reason("B", { id: "r", strength: { label: "mighty", fraction: undefined } })));
  const layout = layoutOf(tree, "r");
  expect([textsOf(layout).at(-1), layout.footerMarks]).toEqual(["mighty", []]);
});

test("shows the file only if it differs from that of the parent", () => {
  const tree = treeOf(claim("A", reason("B", { id: "b", file: "x" }, premise("C", { id: "c", file: "x" }))));
  expect(["b", "c"].map((id) => textsOf(layoutOf(tree, id)).includes("x"))).toEqual([true, false]);
});

test("is mirrored for right-to-left text", () => {
  const { texts, footerMarks } = layoutOf(treeOf(claim("خسرت المتاجر", properties)), "c");
  const likelihood = texts.find(({ text }) => text === "very likely") ?? expect.unreachable();
  const [gauge] = footerMarks;
  expect(likelihood.rtl).toBe(true);
  // The gauge precedes its text, so it is to the right of it.
  expect(gauge?.x).toBeGreaterThanOrEqual(likelihood.x);
});
