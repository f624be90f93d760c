/** Starts the browser for tests of the page and for the suite that runs within VS Code. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { WAIT_LIMIT } from "../limits.ts";
import { packagedBrowserOptions } from "./packagedBrowser.ts";

/** The commands of installed browsers, from the likeliest. */
const commands = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];

/** The paths at which macOS and Windows install browsers. */
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Starts a headless Chromium: the one at the path in the environment variable `CHROMIUM`, or else an installed one, or else
 * the one of an npm package, which runs only on Linux.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env["CHROMIUM"] ?? [...commandPaths(), ...applications].find((path) => existsSync(path));
  const options = installed === undefined ? await packagedBrowserOptions() : { executablePath: installed };
  return chromium.launch({ ...options, timeout: WAIT_LIMIT });
}

const commandPaths = (): string[] =>
  (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => commands.map((name) => join(folder, name)));
