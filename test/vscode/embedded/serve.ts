/** Starts and stops the embedded VS Code. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { WAIT_LIMIT } from "../../support/limits.ts";

const serverMain = join(import.meta.dirname, "node_modules/code-server/lib/vscode/out/server-main.js");

/** The time that VS Code has to exit by itself, in milliseconds. */
const STOP_LIMIT = WAIT_LIMIT / 60;

/** The folders of the user: settings and state in `home`, and the installed extensions. */
export interface UserFolders {
  readonly home: string;
  readonly extensions: string;
}

export interface ServeOptions extends UserFolders {
  readonly folder: string;
  /** The preferred port. With the same port as before, the browser finds its stored state. */
  readonly port?: number;
  /** The secret that is required to open the workbench. */
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

export interface EmbeddedVSCode {
  readonly port: number;
  /** The output of the server so far. */
  log(): string;
  /** The address of the workbench. `payload` contains key-value pairs for VS Code. */
  address(payload?: readonly (readonly [string, string])[]): string;
  /** The URI of a local file in the workbench. */
  remote(path: string): string;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts VS Code on a folder, for a browser on this machine. Resolves when it can be opened. */
export async function serveVSCode(options: ServeOptions): Promise<EmbeddedVSCode> {
  const { folder, token = newToken(), env = {}, flags = [] } = options;
  mkdirSync(options.extensions, { recursive: true });
  const listenFlags = [
    "--host",
    "127.0.0.1",
    "--port",
    // With 0, the server takes a free port.
    String(options.port === undefined ? 0 : await freePort(options.port)),
    "--connection-token",
    token,
  ];
  const brandingFlags = ["--app-name", "Argmap"];
  const quietFlags = ["--disable-workspace-trust", "--disable-update-check", "--disable-getting-started-override"];
  const child = spawn(
    process.execPath,
    [serverMain, ...listenFlags, ...brandingFlags, ...folderFlags(options), ...licenseFlags, ...quietFlags, ...flags],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      // Its own process group, to stop its child processes with it, and so that Ctrl+C only reaches this process.
      detached: process.platform !== "win32",
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let log = "";
  const port = await new Promise<number>((resolve, reject) => {
    const appendLog = (text: Buffer) => {
      log += text;
      const ready = /Extension host agent listening on (\d+)/.exec(log);
      if (ready) resolve(Number(ready[1]));
    };
    child.stdout.on("data", appendLog);
    child.stderr.on("data", appendLog);
    child.once("error", reject);
    ended.then((status) => reject(new Error(`VS Code exited with status ${status}:\n${log}`)));
  });

  return {
    port,
    ended,
    log: () => log,
    address: (payload = []) => {
      // The folder is passed here, not to the server, which would give it another URI authority than other files. One file
      // would then have two URIs.
      const query = new URLSearchParams({ tkn: token, folder: toUrlPath(folder) });
      if (payload.length > 0) query.set("payload", JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    remote: (path) => `vscode-remote://127.0.0.1:${port}/${toUrlPath(path).slice(1)}`,
    stop: async () => {
      killGroup(child, "SIGTERM");
      const killTimer = setTimeout(() => killGroup(child, "SIGKILL"), STOP_LIMIT);
      await ended;
      clearTimeout(killTimer);
      // Child processes may still be running.
      killGroup(child, "SIGKILL");
    },
  };
}

/** An absolute path in the form of a URL path: `/home/maps`, `/C:/maps`. */
const toUrlPath = (path: string): string => path.replaceAll("\\", "/").replace(/^(?!\/)/, "/");

/** Installs a VSIX file. */
export async function installExtension(vsix: string, folders: UserFolders): Promise<void> {
  mkdirSync(folders.extensions, { recursive: true });
  const child = spawn(process.execPath, [
    serverMain,
    "--install-extension",
    vsix,
    "--force",
    ...folderFlags(folders),
    ...licenseFlags,
  ]);
  let log = "";
  const appendLog = (text: Buffer) => {
    log += text;
  };
  child.stdout.on("data", appendLog);
  child.stderr.on("data", appendLog);
  const status = await new Promise((resolve) => child.once("exit", resolve));
  if (status !== 0) throw new Error(`VS Code could not install ${vsix}:\n${log}`);
}

/** A new connection token. */
export const newToken = (): string => randomBytes(16).toString("hex");

const licenseFlags = ["--accept-server-license-terms", "--disable-telemetry"];
const folderFlags = ({ home, extensions }: UserFolders) => [
  ...["--user-data-dir", home],
  ...["--server-data-dir", home],
  ...["--extensions-dir", extensions],
];

/** The preferred port if it is free, or else any free port. */
export async function freePort(preferred = 0): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(undefined));
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
      });
    });
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === undefined) throw new Error("No free port on 127.0.0.1.");
  return port;
}

function killGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has already exited.
  }
}
