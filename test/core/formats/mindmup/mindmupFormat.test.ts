/** Importing maps of MindMup. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importText, problemsIn } from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs } from "../../../support/runs.ts";

const group = (side: string, ...ideas: readonly object[]) => ({
  title: "group",
  attr: { contentLocked: true, group: side },
  ideas: ranked(ideas),
});
const ranked = (ideas: readonly object[]) => Object.fromEntries(ideas.map((idea, index) => [index + 1, idea]));
const mapOf = (root: object, more: object = {}) =>
  JSON.stringify({ id: "root", formatVersion: 3, ideas: { 1: root }, ...more });

const keep = {
  id: "1",
  title: "The charge should stay.",
  ideas: ranked([
    group("opposing", { title: "It is unfair.", attr: { note: { index: 1, text: "Lin says so." } } }),
    group(
      "supporting",
      { title: "Cars pollute.", ideas: ranked([group("opposing", { title: "New ones do not." })]) },
      {
        title: "The charge keeps cars out.",
      },
    ),
  ]),
};

test("groups become reasons with premises, and objections", async () => {
  const { text, omissions } = await importText(mapOf(keep), "mindmup", "Charge");
  expect(text).toBe(
    dedent(`
      map: Charge

      claim: The charge should stay.
        objection: It is unfair.
          note: Lin says so.
        reason:
          premise: Cars pollute.
            objection: New ones do not.
          premise: The charge keeps cars out.
    `),
  );
  expect([omissions, problemsIn(text)]).toEqual([[], []]);
});

test("the file of version 2 is itself the claim, with the ideas on its right first", async () => {
  const map = { ...keep, formatVersion: 2, ideas: { "-1": { title: "Con: left" }, "2.5": { title: "Pro: right" } } };
  const { text } = await importText(JSON.stringify(map), "mindmup");
  expect(text).toContain("claim: The charge should stay.\n  reason: right\n  objection: left\n");
});

test("lists what a map cannot hold, and reads ideas without a side as reasons", async () => {
  const fell = { title: "It fell.", attr: { icon: { url: "data:" }, attachment: { content: "<p>Long.</p>" } } };
  const noted = group("opposing", { title: "It rained." });
  Object.assign(noted.attr, { note: { text: "Of a group." } });
  const neutral = group("neutral", { title: "It is cold." }, { title: "Cold harms." });
  const root = { title: "Stay", ideas: ranked([fell, group("supporting"), noted, neutral]) };
  const { text, omissions } = await importText(mapOf(root, { links: [{ ideaIdFrom: 1, ideaIdTo: 2 }] }), "mindmup");
  expect(text).toContain(
    "  reason: It fell.\n  objection: It rained.\n  reason:\n    premise: It is cold.\n    premise: Cold harms.\n",
  );
  expect(problemsIn(text)).toEqual([]);
  expect(Object.fromEntries(omissions.map(({ what, where }) => [what, where.length]))).toEqual({
    "links between ideas": 1,
    attachments: 1,
    icons: 1,
    "groups without ideas": 1,
    "notes of groups": 1,
    "items without a side, read as reasons": 2,
  });
});

test("reads a map of any depth", async () => {
  const deep = `${'{"title": "x", "ideas": {"1": '.repeat(1500)}{"title": "x"}${"}}".repeat(1500)}`;
  const { text } = await importText(`{"formatVersion": 3, "ideas": {"1": ${deep}}}`, "mindmup");
  expect(text.match(/: x$/gm)).toHaveLength(1501);
});

describe("refuses with one sentence", () => {
  test.each([
    ["other JSON", '{"nodes": 1, "ideas": "none"}', "The file is not a map of MindMup."],
    ["a broken idea", mapOf({ title: 1 }), "The file is not a map of MindMup: an idea in it cannot be read."],
    ["no ideas", '{"formatVersion": 3, "ideas": []}', "The file has no items."],
  ])("%s", async (_, text, message) => {
    await expect(importText(text, "mindmup")).rejects.toMatchObject({ name: "ImportError", message });
  });

  test("no JSON makes the reader fail in another way", () =>
    fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        await importText(text, "mindmup").catch((error: unknown) =>
          expect(error).toHaveProperty("name", "ImportError"),
        );
      }),
      { numRuns: runs(200) },
    ));
});

test("the title of a map is kept, and ideas without words are listed", async () => {
  const root = { title: "Stay", ideas: ranked([{ title: "Pro: It fell." }, { title: " " }]) };
  const { text, omissions } = await importText(mapOf(root, { title: "A charge" }), "mindmup");
  expect(text).toBe("map: A charge\n\nclaim: Stay\n  reason: It fell.\n");
  expect(omissions).toEqual([{ what: "ideas without words", where: ["after “It fell.”"] }]);
});
