import { expect, test } from "vitest";
import { workspaceSymbols } from "../../server/features/workspaceSymbols.ts";
import { map } from "../marks.ts";
import { opened, type } from "./opened.ts";

const source = map`
  claim keep: The charge should stay.
    reason clean-air: Cleaner air.
      premise: It fell by a fifth.
  === deep/other.argmap
  claim kept: It was kept.
  speaker 林: 林女士
`;

const found = async (query: string): Promise<readonly string[]> => {
  const { workspace } = await opened(source);
  return workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} (${containerName})`);
};

test("finds by name over all files, open or not, what begins so first, and says where it stands", async () => {
  expect(await found("kep")).toEqual(["kept (other.argmap)", "keep (main.argmap)"]);
  expect(await found("kept")).toEqual(["kept (other.argmap)"]);
  expect(await found("air")).toEqual(["clean-air (keep, main.argmap)"]);
});

test("finds by what an entry says, capitals or not", async () => {
  expect(await found("FIFTH")).toEqual(["It fell by a fifth. (clean-air, main.argmap)"]);
});

test("finds Chinese", async () => {
  expect(await found("林")).toEqual(["林 (other.argmap)"]);
  expect(await found("女士")).toEqual(["林 (other.argmap)"]);
});

test("where nothing is typed gives what stands at the top", async () => {
  expect(await found("")).toEqual(["keep (main.argmap)", "kept (other.argmap)", "林 (other.argmap)"]);
});

test("of very many gives the best", async () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `claim x-${at}-end: Text.\n`).join("");
  const { workspace } = await opened(`${lines}claim end: Text.\n`);
  const names = workspaceSymbols(workspace, "end").map(({ name }) => name);
  expect(names[0]).toBe("end");
  expect(names.length).toBe(300);
});

test("finds in a broken file, and the text as it is during an edit", async () => {
  const at = await opened("claim a b: x\nstray\nclaim old¦: Text.\n");
  expect(workspaceSymbols(at.workspace, "old").map(({ name }) => name)).toEqual(["old"]);
  type(at, "er");
  expect(
    workspaceSymbols(at.workspace, "older").map(({ name, location }) => [name, location.range.start.line]),
  ).toEqual([["older", 2]]);
});
