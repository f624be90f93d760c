/**
 * The official conformance suite of the protocol. It speaks only HTTP, so a bridge passes its messages to the command. Most of
 * its scenarios ask for tools and prompts with names of its own; these are the others.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { bridgeToHttp } from "../../support/programs/httpBridge.ts";
import { filesInFolder } from "../../support/programs/mcpClient.ts";
import { tollFiles } from "../../support/programs/tollMap.ts";
import { root } from "../../support/root.ts";

const suite = join(root, "node_modules/@modelcontextprotocol/conformance/dist/index.js");

test("passes the scenarios of the conformance suite that need no tools of its own", async () => {
  await using bridge = await bridgeToHttp(filesInFolder(tollFiles));
  for (const scenario of ["server-initialize", "ping", "tools-list", "prompts-list", "resources-list"]) {
    // Fails if the suite ends with another status than 0.
    const { stdout } = await promisify(execFile)(process.execPath, [
      suite,
      "server",
      "--url",
      bridge.url,
      "--scenario",
      scenario,
    ]);
    expect(stdout, scenario).toMatch(/Passed: ([1-9]\d*)\/\1, 0 failed/);
  }
});
