import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { WAIT_LIMIT } from "../../support/limits.ts";
import { argmapIn } from "../../support/programs/argmapCli.ts";
import { writeCorpus } from "../../support/programs/corpus.ts";
import { root } from "../../support/root.ts";

/** Starts `argmap watch` in a folder. */
function startWatch(folder: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, "dist/server/cli.cjs"), "watch", ...args], { cwd: folder });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  return {
    output: () => out,
    /** Waits until the output has a text. */
    waitFor: (text: string) => vi.waitFor(() => expect(out).toContain(text), { timeout: WAIT_LIMIT }),
    async stop(): Promise<unknown> {
      child.kill("SIGINT");
      return (await once(child, "exit"))[0];
    },
  };
}

test("checks again when a map or an import changes, until it is stopped", async () => {
  const folder = writeCorpus({
    "a.argmap": "import: b.argmap\nclaim a by lin: A.\n",
    "b.argmap": "speaker lin: Lin\n",
  });
  const watch = startWatch(folder, "check", "a.argmap");
  await watch.waitFor("1 map");
  // The command watches files only a moment after the output of its first run, so the change is repeated until it is seen.
  await vi.waitFor(
    () => {
      writeFileSync(join(folder, "b.argmap"), "speaker roy: Roy\n");
      expect(watch.output()).toContain("“lin” is not defined");
    },
    { timeout: WAIT_LIMIT, interval: 1000 },
  );
  writeFileSync(join(folder, "a.argmap"), "claim a: A.\n  reasn: B.\n");
  await watch.waitFor("reasn");
  expect(await watch.stop()).toBe(0);
});

test("goes on when a file cannot be watched", async () => {
  const folder = writeCorpus({ "a.argmap": "claim a: A.\n" });
  symlinkSync("loop", join(folder, "loop"));
  const watch = startWatch(folder, "check", ".");
  await watch.waitFor("1 map");
  writeFileSync(join(folder, "a.argmap"), "claim a: A.\n  reasn: B.\n");
  await watch.waitFor("reasn");
  expect(await watch.stop()).toBe(0);
});

test("draws a map again when it changes", async () => {
  const folder = writeCorpus({ "a.argmap": "claim a: First.\n" });
  const watch = startWatch(folder, "render", "a.argmap", "-o", "a.svg");
  await watch.waitFor("a.svg");
  expect(readFileSync(join(folder, "a.svg"), "utf8")).toContain("First.");
  writeFileSync(join(folder, "a.argmap"), "claim a: Second.\n");
  await vi.waitFor(() => expect(readFileSync(join(folder, "a.svg"), "utf8")).toContain("Second."), {
    timeout: WAIT_LIMIT,
  });
  await watch.stop();
});

test("says what it needs", () => {
  const folder = writeCorpus({ "a.argmap": "claim a: A.\n" });
  expect(argmapIn(folder, ["watch", "check", "-"]).err).toContain("standard input does not change");
  expect(argmapIn(folder, ["watch", "render", "a.argmap"]).err).toContain("Name the file to draw with -o.");
});
