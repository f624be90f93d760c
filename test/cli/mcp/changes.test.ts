/** The tools by which an assistant changes maps. */
import { expect, test } from "vitest";
import { writingAssistant } from "../../support/programs/mcpClient.ts";
import { tollFiles, tollMap } from "../../support/programs/tollMap.ts";

const map = "toll.argmap";

test("adds an entry with a name, a known speaker and a new one", async () => {
  const assistant = await writingAssistant(tollFiles);
  const answer = await assistant.call("add_entry", {
    map,
    kind: "reason",
    parent: "drop",
    text: "The shops suffer.",
    name: "shops",
    speakers: ["chen", "Ana Ruiz"],
  });
  expect(answer.text).toMatch(/^Added reason shops \(#\d+\) “The shops suffer\.”\.\n\n--- toll\.argmap/);
  expect(assistant.read(map)).toBe(
    `${tollMap.replace("speaker chen: Dr. Chen\n", "speaker chen: Dr. Chen\nspeaker ana-ruiz: Ana Ruiz\n")}  reason shops by chen, ana-ruiz: The shops suffer.\n`,
  );
});

test("adds a question and a claim that belong under no other entry, and refuses a reason there", async () => {
  const assistant = await writingAssistant({ "empty.argmap": "map: New\n" });
  await assistant.call("add_entry", { map: "empty.argmap", kind: "question", text: "Why?", name: "why" });
  await assistant.call("add_entry", { map: "empty.argmap", kind: "claim", parent: "why", text: "So." });
  expect(assistant.read("empty.argmap")).toBe("map: New\n\nquestion why: Why?\n  claim: So.\n");
  expect(await assistant.call("add_entry", { map: "empty.argmap", kind: "reason", text: "So." })).toMatchObject({
    isError: true,
    text: "A reason belongs under another entry. Name the entry that it is about.",
  });
});

test("changes the text and the properties of an entry as one change", async () => {
  const assistant = await writingAssistant(tollFiles);
  await assistant.call("edit_entry", {
    map,
    entry: "fewer",
    text: "A third of the cars is gone.",
    speakers: [],
    tags: ["traffic", "counts"],
    strength: "strong",
    scheme: ["expert-opinion"],
  });
  expect(assistant.read(map)).toContain(
    "  reason fewer: A third of the cars is gone.\n    tags: traffic, counts\n    strength: strong\n    scheme: expert-opinion\n    quote report",
  );
  const refused = await assistant.call("edit_entry", { map, entry: "fewer", text: "Other.", likelihood: "80%" });
  expect(refused).toMatchObject({ isError: true, text: "A reason cannot have a likelihood." });
  expect(assistant.read(map)).not.toContain("Other.");
});

test("moves an entry, and makes it an objection to its new parent", async () => {
  const assistant = await writingAssistant(tollFiles);
  await assistant.call("move_entry", { map, entry: "fewer", parent: "drop", kind: "objection" });
  expect(assistant.read(map)).toMatch(/claim drop.*\n {2}objection fewer by chen: There are fewer cars\.\n {4}quote/);
  expect(await assistant.call("move_entry", { map, entry: "drop", parent: "fewer" })).toMatchObject({ isError: true });
});

test("renames an entry in all maps, and names one that has no name", async () => {
  const assistant = await writingAssistant({
    "a.argmap": "claim toll: It stays.\n  reason: It works.\n",
    "b.argmap": "import: a.argmap\nreason for toll: It is fair.\n",
  });
  await assistant.call("rename_entry", { map: "a.argmap", entry: "toll", name: "keep" });
  expect(assistant.read("b.argmap")).toContain("reason for keep:");
  const [id] = /#\d+(?= +reason)/.exec((await assistant.call("read_map", { map: "a.argmap" })).text) ?? [];
  await assistant.call("rename_entry", { map: "a.argmap", entry: id, name: "works" });
  expect(assistant.read("a.argmap")).toBe("claim keep: It stays.\n  reason works: It works.\n");
  expect(await assistant.call("rename_entry", { map: "a.argmap", entry: "works", name: "keep" })).toMatchObject({
    isError: true,
    text: expect.stringContaining("“keep” is already the name of a claim on line 1 of a.argmap."),
  });
});

test("an invalid name of a new entry leaves the map as it is", async () => {
  const assistant = await writingAssistant(tollFiles);
  const answer = await assistant.call("add_entry", { map, kind: "claim", text: "A.", name: "two words" });
  expect(answer).toMatchObject({ isError: true, text: "A name cannot contain spaces. Try “two-words”." });
  expect(assistant.read(map)).toBe(tollMap);
  expect((await assistant.call("read_map", { map })).text).not.toContain("claim: A.");
});

test.each([
  ["add_entry", { kind: "objection", parent: "keep", text: "No." }],
  ["edit_entry", { entry: "keep", text: "Other." }],
  ["move_entry", { entry: "fewer", parent: "drop" }],
  ["rename_entry", { entry: "keep", name: "stay" }],
])("a preview of %s shows the change as a diff, and the change is the same afterwards", async (tool, input) => {
  const assistant = await writingAssistant(tollFiles);
  const preview = await assistant.call(tool, { map, ...input, preview: true });
  expect(preview.text).toMatch(/^Preview; nothing is written\. /);
  expect(assistant.read(map)).toBe(tollMap);
  const done = await assistant.call(tool, { map, ...input });
  const diffOf = ({ text }: { readonly text: string }): string => text.slice(text.indexOf("---"));
  expect(diffOf(done)).toBe(diffOf(preview));
  expect(assistant.read(map)).not.toBe(tollMap);
});

test("makes changes that are asked for at once one after the other", async () => {
  const assistant = await writingAssistant(tollFiles);
  const texts = ["One.", "Two.", "Three.", "Four."];
  await Promise.all(texts.map((text) => assistant.call("add_entry", { map, kind: "objection", parent: "drop", text })));
  const lines = assistant.read(map).trimEnd().split("\n").slice(-4);
  expect(lines.filter((line) => line !== "")).toEqual(texts.map((text) => `  objection: ${text}`));
});

test("keeps what a user has changed on disk meanwhile, and asks the assistant to read the map again", async () => {
  const assistant = await writingAssistant(tollFiles);
  const input = { map, entry: "keep", text: "The toll should stay for a year." };
  await assistant.call("read_map", { map });
  const changed = tollMap.replace("The toll should stay.", "The toll should stay for good.");
  assistant.write(map, changed);
  expect(await assistant.call("edit_entry", input)).toMatchObject({
    isError: true,
    text: "toll.argmap has changed since you read it, so nothing is written. Call read_map, and decide again.",
  });
  expect(assistant.read(map)).toBe(changed);
  await assistant.call("read_map", { map });
  expect(await assistant.call("edit_entry", input)).toMatchObject({ isError: false });
});

test("finds maps that are created, and forgets those that are deleted, while it runs", async () => {
  const assistant = await writingAssistant(tollFiles);
  await assistant.call("list_maps");
  assistant.write("sub/new.argmap", "claim a: A.\n");
  expect((await assistant.call("list_maps")).text).toContain("sub/new.argmap");
  expect(await assistant.call("edit_entry", { map: "sub/new.argmap", entry: "a", text: "B." })).toMatchObject({
    isError: false,
  });
  expect(assistant.read("sub/new.argmap")).toBe("claim a: B.\n");
});

test("keeps a byte-order mark, the line ends and the missing last line end of a map", async () => {
  const assistant = await writingAssistant({ "a.argmap": "\ufeffclaim a: A.\r\n  reason: R." });
  await assistant.call("add_entry", { map: "a.argmap", kind: "reason", parent: "a", text: "S." });
  expect(assistant.read("a.argmap")).toBe("\ufeffclaim a: A.\r\n  reason: R.\r\n  reason: S.");
});

test("names the errors that a change leaves", async () => {
  const assistant = await writingAssistant({ "a.argmap": "claim a: A.\n  reason for b: R.\n" });
  const answer = await assistant.call("edit_entry", { map: "a.argmap", entry: "a", text: "New." });
  expect(answer.text).toContain("Errors in the map now:\na.argmap, line 2: ");
});
