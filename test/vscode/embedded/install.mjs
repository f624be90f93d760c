// Installs the npm packages that `npm start` and `npm test` need, if they are missing.
// Runs on Node 20 without any package, so it imports only Node modules.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Installs the packages of the project and of the embedded VS Code, if they are missing or out of date. */
export async function install(root) {
  await upToDate(root, "Installing packages", () => npm(root, "ci"));
  await upToDate(here, "Downloading VS Code (about 400 MB, only the first time)", async () => {
    // Install scripts would compile native modules, which this VS Code does not need.
    await npm(here, "ci", "--ignore-scripts");
    removeDependencies("@github/copilot-sdk", "@microsoft/mxc-sdk");
    // VS Code's dependencies are not dependencies of its npm package, but it contains their lock file.
    await npm(vscodeFolder, "install", "--ignore-scripts", "--omit=dev", "--no-save");
  });
}

/** VS Code itself, within the package. */
const vscodeFolder = join(here, "node_modules/code-server/lib/vscode");

/** Saves a third of the download: only VS Code's AI features need these packages. */
function removeDependencies(...packages) {
  const file = join(vscodeFolder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  for (const name of packages) delete manifest.dependencies[name];
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}

async function upToDate(folder, what, run) {
  const lock = join(folder, "package-lock.json");
  const stamp = join(folder, "node_modules/.installed");
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  if (folder === here || !installedByHand(folder, lock)) {
    await withProgress(what, run);
  }
  writeFileSync(stamp, hash);
}

/** Shows what is being done and for how long: on a terminal in one line, else in one line for the start and one for the end. */
async function withProgress(what, run) {
  const { stdout } = process;
  const start = Date.now();
  const elapsed = () => `${Math.round((Date.now() - start) / 1000)} s`;
  const write = (ending) => stdout.write(stdout.isTTY ? `\r${what} … ${ending}` : `${what} … ${ending}\n`);
  write("");
  const ticks = stdout.isTTY ? setInterval(() => write(elapsed()), 1000) : undefined;
  try {
    await run();
    write(`done in ${elapsed()}`);
  } finally {
    clearInterval(ticks);
    if (stdout.isTTY) stdout.write("\n");
  }
}

/** Whether `npm ci` or `npm install` ran after the last change of the lock file. npm writes its record at the end. */
function installedByHand(folder, lock) {
  const record = join(folder, "node_modules/.package-lock.json");
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lock).mtimeMs;
}

/** Runs npm. Its output is only shown if it fails. */
function npm(cwd, ...args) {
  // Inside `npm run`, uses the same npm instead of the one in the PATH.
  const self = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const [command, first] = self ? [process.execPath, [self]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      shell: !self && process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${output}`)),
    );
  });
}
