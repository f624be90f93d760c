/**
 * `npm start`: a real VS Code with the extension installed, on the examples or a folder of the user's own.
 *
 *     npm start [-- [FOLDER or MAP] [--desktop] [--no-browser]]
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../support/root.ts";
import { installExtension, newToken, serveVSCode } from "./embedded/serve.ts";
import { writeSettings } from "./embedded/settings.ts";
import { packExtension } from "./packExtension.ts";

/** The user's settings, extensions and secret outlive a run; git does not see them. */
const userFolder = join(root, ".start");
const firstMap = join(root, "examples/ardmore.argmap");
const DEFAULT_PORT = 41_750;

/** The folder to open, and the map in it that is opened with its preview. */
interface LaunchTarget {
  readonly folder: string;
  readonly map: string | undefined;
}

/** Resolves when the user has ended it, or at once with `--desktop`. */
export async function openEditor(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { desktop: { type: "boolean" }, "no-browser": { type: "boolean" } },
  });
  const target = launchTargetOf(positionals[0]);
  if (values.desktop) openDesktop(target);
  else await openEmbedded(target, !values["no-browser"]);
}

function launchTargetOf(wanted: string | undefined): LaunchTarget {
  if (wanted === undefined) return { folder: dirname(firstMap), map: firstMap };
  // npm runs scripts at the top of the project, and says where the user was.
  const path = resolve(process.env.INIT_CWD ?? ".", wanted);
  if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  return statSync(path).isDirectory() ? { folder: path, map: undefined } : { folder: dirname(path), map: path };
}

/** The extension opens the preview of the first map it sees where this is set. */
const previewEnv = (target: LaunchTarget): Record<string, string> => (target.map ? { ARGMAP_PREVIEW: "1" } : {});

async function openEmbedded(target: LaunchTarget, withBrowser: boolean): Promise<void> {
  const folders = { home: join(userFolder, "home"), extensions: join(userFolder, "extensions") };
  mkdirSync(userFolder, { recursive: true });
  writeSettings(folders.home);
  const { vsix, mark } = packExtension(root);
  const installedMark = join(userFolder, "installed");
  if (!existsSync(installedMark) || readFileSync(installedMark, "utf8") !== mark) {
    await installExtension(vsix, folders);
    writeFileSync(installedMark, mark);
  }

  const vscode = await serveVSCode({
    ...folders,
    folder: target.folder,
    port: DEFAULT_PORT,
    token: persistentToken(),
    env: previewEnv(target),
  });
  const address = vscode.address(target.map ? [["openFile", vscode.remote(target.map)]] : []);
  console.log(`\nVS Code with Argmap is at\n\n  ${address}\n\nPress Ctrl+C here to end it.`);
  if (withBrowser) openBrowser(address);

  const stopRequested = new Promise<void>((end) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => end());
  });
  const crashed = vscode.ended.then((status) => {
    throw new Error(`VS Code ended with status ${status}:\n${vscode.log()}`);
  });
  await Promise.race([stopRequested, crashed]);
  crashed.catch(() => {});
  await vscode.stop();
}

/** The same in every run, so that a page that is still open stays of use. */
function persistentToken(): string {
  const file = join(userFolder, "token");
  if (!existsSync(file)) writeFileSync(file, newToken(), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Opens a page where there is a screen; the address is printed in any case. */
function openBrowser(address: string): void {
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler", address]
        : display
          ? ["xdg-open", address]
          : [];
  if (!command) return;
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {}) // There is none: the user has the address.
    .unref();
}

function openDesktop(target: LaunchTarget): void {
  const runCode = (words: readonly string[], env = {}) => {
    // On Windows `code` is a script, which only a shell can run.
    const { status, error } = spawnSync("code", [...words], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    if (error) {
      throw new Error(
        "There is no `code` on the PATH. Install VS Code and, in it, run “Shell Command: Install 'code' command in PATH”; or start without --desktop.",
      );
    }
    if (status !== 0) throw new Error(`code ${words.join(" ")} ended with status ${status}.`);
  };
  runCode(["--install-extension", packExtension(root).vsix, "--force"]);
  runCode(["--new-window", target.folder, ...(target.map ? [target.map] : [])], previewEnv(target));
  console.log("Argmap is installed in your VS Code. To remove it: code --uninstall-extension argmap.argmap");
}
