/** A real browser for the tests of the page and for the suite that runs within VS Code. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { packagedBrowserOptions } from "./packagedBrowser.ts";

/** What the commands of an installed browser are called, the likeliest first. */
const commands = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];

/** Where browsers stand that are no commands. */
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * A Chromium without a window: the one that the variable `CHROMIUM` names, else an installed one, else the one
 * that comes with a package, which runs on Linux only.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env["CHROMIUM"] ?? [...commandPaths(), ...applications].find((path) => existsSync(path));
  return chromium.launch(installed === undefined ? await packagedBrowserOptions() : { executablePath: installed });
}

const commandPaths = (): string[] =>
  (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => commands.map((name) => join(folder, name)));
