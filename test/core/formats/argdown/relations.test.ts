/** The relations of an argument with several others, and very deep Argdown. */
import { expect, test } from "vitest";
import { exportText, importText } from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";

const argdown = dedent(`
  ===
  title: "Toll"
  ===

  [Stay]: The toll should stay.
    - <Winter>

  <Air>: The air got cleaner.
    + [Stay]
    _ <Winter>

  <Cars>: There were fewer cars.
    + [Stay]
    - <Winter>

  <Proof>: It was shown.
    - <Winter>

  (1) [Report]: The report says so.
  --
  {uses: [1]}
  --
  (2) [Stay]

  <Winter>: The winter was mild.
`);

/** The lines of an export that relate the argument to the one above them. */
function relationsOf(text: string): readonly string[] {
  let above = "";
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith(" ")) above = /^[[<][^\]>]+[\]>]/u.exec(line)?.[0] ?? above;
    return line.includes("<Winter>") && line.startsWith(" ") ? [`${above} ${line.trim()}`] : [];
  });
}

test("an argument that undercuts one and attacks others does so after in and out", async () => {
  const { text, omissions } = await importText(argdown, "argdown");
  expect(text).toContain("x-relation: undercut of air, attack\n");
  const { content } = await exportText(text, "argdown");
  expect(relationsOf(String(content)).toSorted()).toEqual(relationsOf(argdown).toSorted());
  expect(omissions).toEqual([]);
});

test.each([
  ["-> <Air>", "_> <Bus>"],
  ["_> <Bus>", "-> <Air>"],
])(
  "an argument with %s and %s, both in full, attacks one and undercuts the other after in and out",
  async (...lines) => {
    const inFull = (title: string): string =>
      `<${title}>\n\n(1) [${title} first]: Premise of ${title}.\n----\n(2) [${title} last]: Conclusion of ${title}.\n`;
    const { text } = await importText(
      `<Cost>: It is dear.\n  ${lines.join("\n  ")}\n\n${inFull("Air")}\n${inFull("Bus")}`,
      "argdown",
    );
    expect(text).toContain("x-relation: attack of air\n");
    const { content } = await exportText(text, "argdown");
    expect(String(content)).toMatch(/^<Air>.*\n {2}- <Cost>/mu);
    expect(String(content)).toMatch(/^<Bus>.*\n {2}_ <Cost>/mu);
  },
);

test("lists a second relation between the same two", async () => {
  const { text, omissions } = await importText("[Stay]: It stays.\n  + <Air>: Air.\n  - <Air>\n", "argdown");
  expect(text).toContain("  reason Air: Air.\n");
  expect(omissions).toEqual([{ what: "second relations between the same two", where: ["“Air” and “Stay”"] }]);
});

test("says where Argdown is nested too deeply for its parser", async () => {
  const text = Array.from({ length: 2000 }, (_, level) => `${" ".repeat(level)}+ <r${level}>: Text.\n`).join("");
  await expect(importText(text, "argdown")).rejects.toMatchObject({
    message: "The statements are nested more deeply than Argdown’s parser can read.",
    line: 2000,
  });
});
