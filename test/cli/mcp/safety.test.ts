/** What an assistant cannot do: write without leave, leave its folders, read what is too large. */
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argmap } from "../../support/programs/argmapCli.ts";
import { connectAssistant, filesInFolder, writingAssistant } from "../../support/programs/mcpClient.ts";
import { tollFiles, tollMap } from "../../support/programs/tollMap.ts";

const SECRET = "The password is swordfish.";

test("only reads unless it is started with --write, but shows previews", async () => {
  const assistant = await connectAssistant(filesInFolder(tollFiles));
  const changes = [
    ["add_entry", { kind: "objection", parent: "keep", text: "No." }],
    ["edit_entry", { entry: "keep", text: "Other." }],
    ["move_entry", { entry: "fewer", parent: "drop" }],
    ["rename_entry", { entry: "keep", name: "stay" }],
  ] as const;
  for (const [tool, input] of changes) {
    const refused = await assistant.call(tool, { map: "toll.argmap", ...input });
    expect(refused).toMatchObject({
      isError: true,
      text: expect.stringContaining(
        "Argmap may only read here, so nothing is written. Ask the user to start it with --write",
      ),
    });
    const preview = await assistant.call(tool, { map: "toll.argmap", ...input, preview: true });
    expect(preview.isError, preview.text).toBe(false);
  }
  expect(assistant.read("toll.argmap")).toBe(tollMap);
});

test.each([
  "../secret.argmap",
  "sub/../../secret.argmap",
  "/etc/passwd",
  "..",
  "file:///etc/passwd",
  "..\\secret.argmap",
])("does not read %s", async (name) => {
  const folder = filesInFolder({ "maps/a.argmap": "claim a: A.\n", "secret.argmap": `claim s: ${SECRET}\n` });
  const { call } = await connectAssistant(folder, "maps", "--write");
  const answer = await call("read_map", { map: name });
  expect(answer).toMatchObject({ isError: true, text: expect.stringContaining("There is no map") });
  expect(answer.text).not.toContain("swordfish");
});

test("does not read articles outside the folders, or hidden files", async () => {
  const folder = filesInFolder({
    "maps/a.argmap": "source s: S\n  file: ../secret.txt\nclaim a: A.\n",
    "maps/.env": SECRET,
    "secret.txt": SECRET,
  });
  const { call } = await connectAssistant(folder, "maps");
  for (const source of ["s", "../secret.txt", join(folder, "secret.txt"), ".env", " .env", "x/../.env"]) {
    const answer = await call("find_passages", { map: "a", words: "password", source });
    expect(answer.isError, source).toBe(true);
    expect(answer.text).not.toContain("swordfish");
  }
});

test("does not import maps from outside the folders", async () => {
  const folder = filesInFolder({
    "maps/a.argmap": "import: ../secret.argmap\nclaim a: A.\n",
    "secret.argmap": `claim secret: ${SECRET}\n`,
  });
  const { call } = await connectAssistant(folder, "maps");
  expect((await call("list_maps")).text).not.toContain("secret.argmap");
  expect(await call("read_map", { map: "a", entry: "secret" })).toMatchObject({ isError: true });
});

test.skipIf(process.platform === "win32")("judges links by their targets, for maps, articles and folders", async () => {
  const folder = filesInFolder({
    "maps/a.argmap": "source s: S\n  file: link.txt\nsource t: T\n  file: inside.txt\nclaim a: A.\n",
    "maps/real.txt": "The shops complain about the toll.",
    "outside/secret.argmap": `claim s: ${SECRET}\n`,
    "outside/secret.txt": SECRET,
  });
  symlinkSync(join(folder, "outside/secret.txt"), join(folder, "maps/link.txt"));
  symlinkSync(join(folder, "maps/real.txt"), join(folder, "maps/inside.txt"));
  symlinkSync(join(folder, "outside/secret.argmap"), join(folder, "maps/link.argmap"));
  symlinkSync(join(folder, "outside"), join(folder, "maps/sub"));
  const { call } = await connectAssistant(folder, "maps", "--write");
  expect((await call("list_maps")).text).not.toMatch(/link\.argmap|secret/);
  const outside = await call("find_passages", { map: "a", words: "password", source: "s" });
  expect(outside).toMatchObject({ isError: true });
  expect(outside.text).not.toContain("swordfish");
  expect((await call("find_passages", { map: "a", words: "shops", source: "t" })).text).toContain("The shops complain");
  await call("read_map", { map: "link.argmap" });
  await call("edit_entry", { map: "link.argmap", entry: "s", text: "Changed." });
  expect(readFileSync(join(folder, "outside/secret.argmap"), "utf8")).toContain(SECRET);
});

test.skipIf(process.platform === "win32")(
  "a folder that is a link, and a link to a map inside, can be used",
  async () => {
    const folder = filesInFolder({ "real/sub/a.argmap": "claim a: A.\n" });
    symlinkSync(join(folder, "real"), join(folder, "maps"));
    symlinkSync(join(folder, "real/sub/a.argmap"), join(folder, "real/b.argmap"));
    const { call } = await connectAssistant(folder, "maps", "--write");
    expect(await call("edit_entry", { map: "b.argmap", entry: "a", text: "B." })).toMatchObject({ isError: false });
    expect(readFileSync(join(folder, "real/sub/a.argmap"), "utf8")).toBe("claim a: B.\n");
    expect((await call("read_map", { map: "sub/a.argmap" })).text).toContain("claim a: B.");
  },
);

test("a map that becomes a link out of the folders is not written", async () => {
  const assistant = await writingAssistant({ "a.argmap": "claim a: A.\n" });
  const outside = filesInFolder({ "victim.argmap": "claim a: A.\n" });
  await assistant.call("read_map", { map: "a" });
  rmSync(join(assistant.folder, "a.argmap"));
  symlinkSync(join(outside, "victim.argmap"), join(assistant.folder, "a.argmap"));
  expect(await assistant.call("edit_entry", { map: "a", entry: "a", text: "B." })).toMatchObject({ isError: true });
  expect(readFileSync(join(outside, "victim.argmap"), "utf8")).toBe("claim a: A.\n");
});

test("does not read maps and articles that are too large, and says so", async () => {
  const { call } = await connectAssistant(
    filesInFolder({
      "a.argmap": "source s: S\n  file: large.txt\nclaim a: A.\n",
      "large.argmap": `claim a: ${"Word ".repeat(900_000)}\n`,
      "large.txt": "word ".repeat(4_300_000),
    }),
  );
  expect((await call("list_maps")).text).not.toContain("large.argmap");
  expect(await call("find_passages", { map: "a", words: "word" })).toMatchObject({
    isError: true,
    text: expect.stringContaining("This file is too large: it is 21 MB, and the limit is 20 MB."),
  });
});

test("refuses texts, quotes and numbers beyond their limits", async () => {
  const { call } = await writingAssistant(tollFiles);
  const add = { map: "toll.argmap", kind: "claim" };
  const inputs = [
    { ...add, text: "x".repeat(10_001) },
    { ...add, text: "A.", quote: { text: "x".repeat(2_001) } },
    { ...add, text: "A.", speakers: Array.from({ length: 21 }, () => "Ann") },
    { ...add, text: "A.", quote: { text: "The shops complain", occurrence: 0 } },
    { ...add, kind: "speaker", text: "A." },
  ];
  for (const input of inputs)
    expect(await call("add_entry", input)).toMatchObject({
      isError: true,
      text: expect.stringContaining("is not valid"),
    });
});

test("names maps of several folders with the names of their folders", async () => {
  const folder = filesInFolder({ "one/a.argmap": "claim a: A.\n", "two/a.argmap": "claim b: B.\n" });
  const { call } = await connectAssistant(folder, "one", "two");
  expect((await call("list_maps")).text).toBe("one/a.argmap (1 entry)\ntwo/a.argmap (1 entry)");
  expect((await call("read_map", { map: "two/a.argmap" })).text).toContain("claim b");
});

test.each([
  [["mcp", "none"], "argmap mcp: No such folder: none\n"],
  [["mcp", "a.argmap"], "argmap mcp: a.argmap is a file. Name the folder that contains it.\n"],
])("exits with 2 if it is started wrongly: %j", (args, message) => {
  const { status, err } = argmap(args, { "a.argmap": "claim a: A.\n" });
  expect(status).toBe(2);
  expect(err).toContain(message);
});

test("ends when the client closes its input", () => {
  expect(argmap(["mcp"])).toMatchObject({ status: 0, out: "", err: "" });
});
