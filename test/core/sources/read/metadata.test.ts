/** What is taken for the title, author and date of an article. */
import { expect, test } from "vitest";
import { readMetadata } from "../../../../server/core/sources/read/metadata.ts";
import { readText } from "../../../../server/core/sources/readSource.ts";

const about = async (text: string, name = "a.md") => readMetadata(await readText(name, text));
const yaml = (content: string) => about(`---\n${content}\n---\n# A heading\n`);
const toml = (content: string) => about(`+++\n${content}\n+++\n# A heading\n`);

test.each([
  ["a list", "author: [Jane Roe, John Doe]", "Jane Roe, John Doe"],
  ["a list with marks", "author: [\"Roe, Jane\", 'John O''Doe']", "Roe, Jane, John O'Doe"],
  ["a list over lines", "authors: [\n  Jane Roe,\n  John Doe, # the younger\n]", "Jane Roe, John Doe"],
  ["items", 'author:\n  - Jane Roe\n  - "John Doe"', "Jane Roe, John Doe"],
  ["items that are not indented", "authors:\n- Jane Roe\n- John Doe\ndate: 2024", "Jane Roe, John Doe"],
  [
    "items with names",
    "author:\n  - name: Jane Roe\n    url: https://example.org\n  - name: John Doe",
    "Jane Roe, John Doe",
  ],
  ["one with a name", "author:\n  name: Jane Roe\n  email: jane@example.org", "Jane Roe"],
  ["“By” before the name", "author: By Jane Roe", "Jane Roe"],
  ["a comment", "author: Jane Roe # of the council", "Jane Roe"],
  ["nothing", "author:\ndate: 2024", undefined],
  ["an empty list", "author: []", undefined],
])("the author in YAML: %s", async (_how, content, author) => expect((await yaml(content)).author).toBe(author));

test.each([
  ["with marks", 'title: "The Trial: \\"a review\\""', 'The Trial: "a review"'],
  ["of which some is in marks", 'title: "Foo" and "Bar"', '"Foo" and "Bar"'],
  ["with a colon that YAML would not take", "title: Streets: for whom?", "Streets: for whom?"],
  ["with a sign that begins a comment elsewhere", "title: Plan #2 of C#", "Plan"],
  ["with that sign within marks", "title: 'Plan #2'", "Plan #2"],
  ["folded", "title: >\n  Streets\n  for whom?\nauthor: X", "Streets for whom?"],
  ["folded without its end", "title: >-\n  Streets\n\n  for whom?", "Streets for whom?"],
  ["in lines of its own", "title: |\n  Streets for whom?", "Streets for whom?"],
  ["over lines", "title: Streets\n  for whom?", "Streets for whom?"],
  ["that is none", "title:\nauthor: X", "A heading"],
])("a title in YAML: %s", async (_how, content, title) => expect((await yaml(content)).title).toBe(title));

test.each([
  ["2024-3-5", "2024-03-05"],
  ["2024-03-05", "2024-03-05"],
  ["2024/3", "2024-03"],
  ["2024-13-05", "2024"],
  ["2024-03-32", "2024-03"],
  ["2024-12-31T10:00:00Z", "2024-12-31"],
  ["20240305", undefined],
  ["soon", undefined],
])("the date %s", async (date, day) => expect((await yaml(`date: ${date}`)).date).toBe(day));

test("TOML too, down to its first table", async () => {
  expect(
    await toml(
      'title = "The Trial" # a review\ndate = 2024-03-05T10:00:00Z\nauthors = [\n  "Jane Roe",\n  \'John Doe\',\n]\n[extra]\nauthor = "Nobody"',
    ),
  ).toEqual({ title: "The Trial", author: "Jane Roe, John Doe", date: "2024-03-05" });
  expect((await toml("[params]\ntitle = 'Not this'")).title).toBe("A heading");
});

test("a row of stars, dashes or dots is no title", async () => {
  expect((await about("***\n\n* * *\nThe Trial\nmore\n", "a.txt")).title).toBe("The Trial");
  expect((await about("***\n\n---\n", "a.txt")).title).toBeUndefined();
  expect((await about("***\n\n\\*\\*\\*\n\nThe Trial\n")).title).toBe("The Trial");
});

test("the author of a page, without the “By” before the name", async () => {
  const page = (author: string) => about(`<meta name="author" content="${author}"><p>Words.`, "a.html");
  expect((await page("By Jane Roe")).author).toBe("Jane Roe");
  expect((await page("BY JANE ROE")).author).toBe("JANE ROE");
  expect((await page("Byron Roe")).author).toBe("Byron Roe");
});
