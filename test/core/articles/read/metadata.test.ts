import { expect, test } from "vitest";
import { readMetadata } from "../../../../server/core/articles/read/metadata.ts";
import { readText } from "../../../../server/core/articles/readArticle.ts";

const metadataOf = async (text: string, name = "a.md") => readMetadata(await readText(name, text));
const yaml = (content: string) => metadataOf(`---\n${content}\n---\n# A heading\n`);
const toml = (content: string) => metadataOf(`+++\n${content}\n+++\n# A heading\n`);

test.each([
  ["a list", "author: [Jane Roe, John Doe]", "Jane Roe, John Doe"],
  ["a list of quoted strings", "author: [\"Roe, Jane\", 'John O''Doe']", "Roe, Jane, John O'Doe"],
  ["a list over several lines", "authors: [\n  Jane Roe,\n  John Doe, # the younger\n]", "Jane Roe, John Doe"],
  ["list items", 'author:\n  - Jane Roe\n  - "John Doe"', "Jane Roe, John Doe"],
  ["list items without indentation", "authors:\n- Jane Roe\n- John Doe\ndate: 2024", "Jane Roe, John Doe"],
  [
    "list items with names",
    "author:\n  - name: Jane Roe\n    url: https://example.org\n  - name: John Doe",
    "Jane Roe, John Doe",
  ],
  ["an object with a name", "author:\n  name: Jane Roe\n  email: jane@example.org", "Jane Roe"],
  ["“By” before the name", "author: By Jane Roe", "Jane Roe"],
  ["a comment", "author: Jane Roe # of the council", "Jane Roe"],
  ["no value", "author:\ndate: 2024", undefined],
  ["an empty list", "author: []", undefined],
])("reads the author from YAML: %s", async (_case, content, author) =>
  expect((await yaml(content)).author).toBe(author),
);

test.each([
  ["quoted", 'title: "The Trial: \\"a review\\""', 'The Trial: "a review"'],
  ["with quoted parts", 'title: "Foo" and "Bar"', '"Foo" and "Bar"'],
  ["with a colon, which is invalid YAML", "title: Streets: for whom?", "Streets: for whom?"],
  ["with a comment", "title: Plan #2 of C#", "Plan"],
  ["with # in quotation marks", "title: 'Plan #2'", "Plan #2"],
  ["folded", "title: >\n  Streets\n  for whom?\nauthor: X", "Streets for whom?"],
  ["folded and stripped", "title: >-\n  Streets\n\n  for whom?", "Streets for whom?"],
  ["as a literal block", "title: |\n  Streets for whom?", "Streets for whom?"],
  ["over several lines", "title: Streets\n  for whom?", "Streets for whom?"],
  ["without a value", "title:\nauthor: X", "A heading"],
])("reads the title from YAML: %s", async (_case, content, title) => expect((await yaml(content)).title).toBe(title));

test.each([
  ["2024-3-5", "2024-03-05"],
  ["2024-03-05", "2024-03-05"],
  ["2024/3", "2024-03"],
  ["2024-13-05", "2024"],
  ["2024-03-32", "2024-03"],
  ["2024-12-31T10:00:00Z", "2024-12-31"],
  ["20240305", undefined],
  ["soon", undefined],
])("normalizes the date %s", async (date, day) => expect((await yaml(`date: ${date}`)).date).toBe(day));

test("reads TOML up to its first table", async () => {
  expect(
    await toml(
      'title = "The Trial" # a review\ndate = 2024-03-05T10:00:00Z\nauthors = [\n  "Jane Roe",\n  \'John Doe\',\n]\n[extra]\nauthor = "Nobody"',
    ),
  ).toEqual({ title: "The Trial", author: "Jane Roe, John Doe", date: "2024-03-05" });
  expect((await toml("[params]\ntitle = 'Not this'")).title).toBe("A heading");
});

test("takes no row of stars, dashes or dots as the title", async () => {
  expect((await metadataOf("***\n\n* * *\nThe Trial\nmore\n", "a.txt")).title).toBe("The Trial");
  expect((await metadataOf("***\n\n---\n", "a.txt")).title).toBeUndefined();
  expect((await metadataOf("***\n\n\\*\\*\\*\n\nThe Trial\n")).title).toBe("The Trial");
});

test("takes no paragraph as the title", async () => {
  expect((await metadataOf(`${"The council wants to open the library. ".repeat(5)}\n`, "a.txt")).title).toBeUndefined();
});

test("removes “By” before the author of a page", async () => {
  const page = (author: string) => metadataOf(`<meta name="author" content="${author}"><p>Words.`, "a.html");
  expect((await page("By Jane Roe")).author).toBe("Jane Roe");
  expect((await page("BY JANE ROE")).author).toBe("JANE ROE");
  expect((await page("Byron Roe")).author).toBe("Byron Roe");
});
