import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { copyExamples, startMessage } from "./vscode/openEditor.ts";

const top = mkdtempSync(join(tmpdir(), "argmap-start-"));
const [examples, copies] = [join(top, "examples"), join(top, "copies")];
afterEach(() => rmSync(top, { recursive: true, force: true }));

test("the next start keeps what the user wrote, and adds new examples", () => {
  mkdirSync(join(examples, "energy"), { recursive: true });
  writeFileSync(join(examples, "first.argmap"), "claim: Ours.\n");
  copyExamples(examples, copies);
  writeFileSync(join(copies, "first.argmap"), "claim: Mine.\n");
  writeFileSync(join(copies, "own.argmap"), "claim: New.\n");
  writeFileSync(join(examples, "energy/main.argmap"), "claim: Later.\n");
  copyExamples(examples, copies);
  const read = (name: string) => readFileSync(join(copies, name), "utf8");
  expect(read("first.argmap")).toBe("claim: Mine.\n");
  expect(read("own.argmap")).toBe("claim: New.\n");
  expect(read("energy/main.argmap")).toBe("claim: Later.\n");
  expect(readFileSync(join(examples, "first.argmap"), "utf8")).toBe("claim: Ours.\n");
});

test("the terminal shows the address, the folder, and how to stop", () => {
  const message = startMessage("http://127.0.0.1:1/", "/maps");
  expect(message).toContain("\n  http://127.0.0.1:1/\n");
  expect(message).toContain("/maps");
  expect(message).toContain("Ctrl+C");
});
