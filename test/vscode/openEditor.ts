/**
 * `npm start`: opens VS Code with the extension installed, on a copy of the examples or on another folder.
 *
 *     npm start [-- [FOLDER or MAP] [--desktop] [--no-browser]]
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packExtension } from "../../packaging/extension.ts";
import { root } from "../support/root.ts";
import { installExtension, newToken, serveVSCode } from "./embedded/serve.ts";
import { writeSettings } from "./embedded/settings.ts";

/** Stores the user's examples, the settings, the extensions and the token between runs. Ignored by git. */
const userFolder = join(root, ".start");
const FIRST_MAP = "first-map.argmap";
const DEFAULT_PORT = 41_750;

/** The folder to open, and the map to open with its preview. */
interface LaunchTarget {
  readonly folder: string;
  readonly map: string | undefined;
}

/** Opens VS Code. Resolves when the user stops it, or at once with `--desktop`. */
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

function launchTargetOf(argument: string | undefined): LaunchTarget {
  if (argument === undefined) {
    const folder = join(userFolder, "examples");
    copyExamples(join(root, "examples"), folder);
    return { folder, map: join(folder, FIRST_MAP) };
  }
  // npm runs scripts in the root of the project. INIT_CWD is the folder of the user.
  const path = resolve(process.env.INIT_CWD ?? ".", argument);
  if (!existsSync(path)) throw new Error(`“${path}” does not exist.`);
  return statSync(path).isDirectory() ? { folder: path, map: undefined } : { folder: dirname(path), map: path };
}

/** Copies the examples that the user does not have yet. Files that the user may have changed stay as they are. */
export function copyExamples(examples: string, folder: string): void {
  cpSync(examples, folder, { recursive: true, force: false });
}

/** Makes the extension open the preview of the first map that becomes active. */
const previewEnv = (target: LaunchTarget): Record<string, string> => (target.map ? { ARGMAP_PREVIEW: "1" } : {});

async function openEmbedded(target: LaunchTarget, withBrowser: boolean): Promise<void> {
  const folders = { home: join(userFolder, "home"), extensions: join(userFolder, "extensions") };
  mkdirSync(userFolder, { recursive: true });
  writeSettings(folders.home, { "files.autoSave": "afterDelay" });
  const { vsix, hash } = packExtension(root);
  const installedHashFile = join(userFolder, "installed");
  if (!existsSync(installedHashFile) || readFileSync(installedHashFile, "utf8") !== hash) {
    await installExtension(vsix, folders);
    writeFileSync(installedHashFile, hash);
  }

  const vscode = await serveVSCode({
    ...folders,
    folder: target.folder,
    port: DEFAULT_PORT,
    token: persistentToken(),
    env: { ...previewEnv(target), ARGMAP_LOCAL_BROWSER: "1" },
  });
  const address = vscode.address(target.map ? [["openFile", vscode.remote(target.map)]] : []);
  console.log(startMessage(address, target.folder));
  if (withBrowser) openBrowser(address);

  const stopRequested = new Promise<void>((end) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => end());
  });
  const crashed = vscode.ended.then((status) => {
    throw new Error(`VS Code exited with status ${status}:\n${vscode.log()}`);
  });
  await Promise.race([stopRequested, crashed]);
  crashed.catch(() => {});
  await vscode.stop();
}

/** The text in the terminal when the editor can be opened. */
export const startMessage = (address: string, folder: string): string =>
  [
    "",
    "Argmap is running. Open this address in a browser:",
    "",
    `  ${address}`,
    "",
    `Your files: ${folder}`,
    "To stop, press Ctrl+C here.",
  ].join("\n");

/** Returns the same token in every run, so that an open page can reconnect. */
function persistentToken(): string {
  const file = join(userFolder, "token");
  if (!existsSync(file)) writeFileSync(file, newToken(), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Opens the address in the default browser, if there is a display. */
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
    .on("error", () => {}) // Without a browser, the user still has the printed address.
    .unref();
}

function openDesktop(target: LaunchTarget): void {
  const runCode = (args: readonly string[], env = {}) => {
    // On Windows, `code` is a script, which needs a shell.
    const { status, error } = spawnSync("code", [...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    if (error) {
      throw new Error(
        "`code` is not in the PATH. Run “Shell Command: Install 'code' command in PATH” in VS Code, or start without --desktop.",
      );
    }
    if (status !== 0) throw new Error(`code ${args.join(" ")} exited with status ${status}.`);
  };
  runCode(["--install-extension", packExtension(root).vsix, "--force"]);
  runCode(["--new-window", target.folder, ...(target.map ? [target.map] : [])], previewEnv(target));
  console.log("Argmap is installed in VS Code. To remove it, run: code --uninstall-extension argmap.argmap");
}
