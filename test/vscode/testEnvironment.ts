/** Temporary folders for one run: a workspace with a copy of the examples, and the settings of a new user. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packExtension } from "../../packaging/extension.ts";
import { root } from "../support/root.ts";
import { installExtension } from "./embedded/serve.ts";
import { writeSettings } from "./embedded/settings.ts";

/** The bundle of the suite. */
export const suite = join(root, "dist/test/suite.cjs");
/** The folder for screenshots. */
export const output = join(root, "test/output");

export interface TestEnvironment extends Disposable {
  readonly folder: string;
  readonly home: string;
  readonly extensions: string;
}

export function createTestEnvironment(settings: Readonly<Record<string, unknown>> = {}): TestEnvironment {
  const top = mkdtempSync(join(tmpdir(), "argmap-test-"));
  const [folder, home, extensions] = [join(top, "maps"), join(top, "home"), join(top, "extensions")];
  cpSync(join(root, "examples"), folder, { recursive: true });
  writeSettings(home, settings);
  return { folder, home, extensions, [Symbol.dispose]: () => rmSync(top, { recursive: true, force: true }) };
}

/** Installs the packed extension, as a user does. The suite needs an unpacked one: VS Code runs no tests for another. */
export const installPackage = (environment: TestEnvironment): Promise<void> =>
  installExtension(packExtension(root).vsix, environment);
