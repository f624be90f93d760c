import { expect, test } from "vitest";
import { quickFixed, quickFixTitles } from "../../../support/workspaces/codeActions.ts";

const map = (file: string, attribute = ""): string => `source report: A report
  file: ${file}
claim keep: It stays.
  quote: tr¦affic fell by a third
${attribute}`;

const titlesOf = async (source: string): Promise<readonly string[]> =>
  (await quickFixTitles(source)).filter((title) => title.startsWith("Add "));

test("names each passage by its number, with the words around it", async () => {
  const text = `${map("report.txt")}=== report.txt
In the first spring traffic fell by a third. It is so.
In the second autumn of the trial, traffic fell by a third as well, and buses ran.
`;
  expect(await titlesOf(text)).toEqual([
    "Add “occurrence: first”, for “In the first spring traffic fell by a third. It is so. In the second …”",
    "Add “occurrence: 2”, for “… second autumn of the trial, traffic fell by a third as well, and buses ran.”",
  ]);
  expect(
    await quickFixed(text, (await titlesOf(text))[1] ?? ""),
  ).toBe(`${map("report.txt").replace("¦", "")}    occurrence: 2
`);
});

test("names a passage by its page, else by its section, where only this one is", async () => {
  const pages = `${map("report.txt")}=== report.txt
traffic fell by a third\fand traffic fell by a third\ftraffic fell by a third, traffic fell by a third
`;
  expect((await titlesOf(pages)).map((title) => title.slice(0, 17))).toEqual([
    "Add “page: 1”, fo",
    "Add “page: 2”, fo",
    "Add “occurrence: ",
    "Add “occurrence: ",
  ]);
  const sections = `${map("report.md")}=== report.md
# The air
traffic fell by a third
## In spring
traffic fell by a third
# Streets
traffic fell by a third
`;
  expect((await titlesOf(sections)).map((title) => title.slice(0, title.indexOf(",")))).toEqual([
    "Add “occurrence: first”",
    "Add “section: In spring”",
    "Add “section: Streets”",
  ]);
});

test("keeps an attribute that the quote has, and counts within it", async () => {
  const text = `${map("report.txt", "    page: 2\n")}=== report.txt
traffic fell by a third\ftraffic fell by a third, traffic fell by a third
`;
  const titles = await titlesOf(text);
  expect(titles.map((title) => title.slice(0, title.indexOf(",")))).toEqual([
    "Add “occurrence: first”",
    "Add “occurrence: 2”",
  ]);
  expect(await quickFixed(text, titles[0] ?? "")).toBe(
    `${map("report.txt", "    page: 2\n").replace("¦", "")}    occurrence: first\n`,
  );
});
