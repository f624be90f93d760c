/** A fresh place for one run of the suite: a workspace with a copy of the examples, and a new user's settings. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../support/root.ts";
import { writeSettings } from "./embedded/settings.ts";

export const suite = join(root, "dist/test/suite.cjs");
export const output = join(root, "test/output");

export interface TestEnvironment extends Disposable {
  readonly folder: string;
  readonly home: string;
  readonly extensions: string;
}

export function createTestEnvironment(): TestEnvironment {
  const top = mkdtempSync(join(tmpdir(), "argmap-test-"));
  const [folder, home, extensions] = [join(top, "maps"), join(top, "home"), join(top, "extensions")];
  cpSync(join(root, "examples"), folder, { recursive: true });
  writeSettings(home);
  return { folder, home, extensions, [Symbol.dispose]: () => rmSync(top, { recursive: true, force: true }) };
}
