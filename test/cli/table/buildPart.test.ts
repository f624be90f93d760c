/** Reading maps for tables. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMap } from "../../../server/cli/table/buildPart.ts";
import { isUnchanged } from "../../../server/cli/table/manifest.ts";
import { diskFileSystem } from "../../../server/node/diskFileSystem.ts";
import { writeCorpus } from "../../support/programs/corpus.ts";

test.each(["corpus/2024/new.argmap", "corpus/2024/report.txt"])(
  "a map counts as changed if %s is saved while it is read",
  async (saved) => {
    const folder = writeCorpus();
    const map = join(folder, "corpus/2024/new.argmap");
    const saveAfterReading = async <Result>(uri: string, result: Promise<Result>): Promise<Result> => {
      const content = await result;
      if (uri.endsWith(saved)) appendFileSync(join(folder, saved), "\n// Saved.\n");
      return content;
    };
    const read = await readMap(map, [folder], {
      ...diskFileSystem,
      read: (uri) => saveAfterReading(uri, diskFileSystem.read(uri)),
      readBytes: (uri, maxBytes) => saveAfterReading(uri, diskFileSystem.readBytes(uri, maxBytes)),
    });
    if (read === undefined) throw new Error("The map was not read.");
    expect(Object.keys(read.recorded.dependencies)).toEqual([join(folder, "corpus/2024/report.txt")]);
    expect(isUnchanged(map, read.recorded)).toBe(false);
  },
);

test("a map counts as unchanged after it was read", async () => {
  const map = join(writeCorpus(), "corpus/2024/new.argmap");
  const read = await readMap(map, []);
  if (read === undefined) throw new Error("The map was not read.");
  expect(isUnchanged(map, read.recorded)).toBe(true);
});
