// Installs what `npm start` and `npm test` need from npm, and only what is missing.
// Runs on Node 20 with no package installed: nothing is imported here but Node itself.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Installs the project's packages in `root`, then the embedded VS Code's own, each where it is missing or out of date. */
export async function install(root) {
  await upToDate(root, "Installing Argmap's packages", () => npm(root, "ci"));
  await upToDate(here, "Installing an embedded VS Code (once; takes about 400 MB of disk)", async () => {
    // No install scripts: they would compile native modules that VS Code does without.
    await npm(here, "ci", "--ignore-scripts");
    leaveOut("@github/copilot-sdk", "@microsoft/mxc-sdk");
    // VS Code's own packages are not dependencies of the package it comes in; it brings their lock file along.
    await npm(vscodeFolder, "install", "--ignore-scripts", "--omit=dev", "--no-save");
  });
}

/** VS Code itself, within the package. */
const vscodeFolder = join(here, "node_modules/code-server/lib/vscode");

/** Spares the download of two packages that only its AI features load: a third of the whole. */
function leaveOut(...packages) {
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
    const start = Date.now();
    process.stdout.write(`${what} …\n`);
    await run();
    process.stdout.write(`  done in ${Math.round((Date.now() - start) / 1000)} s\n`);
  }
  writeFileSync(stamp, hash);
}

/** Whether somebody ran `npm ci` or `npm install` since the lock file changed. npm writes its own record last. */
function installedByHand(folder, lock) {
  const record = join(folder, "node_modules/.package-lock.json");
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lock).mtimeMs;
}

/** Runs npm; what it says is shown only where it fails. */
function npm(cwd, ...args) {
  // Within `npm run`, npm says where it is, so the same one is used whatever the shell's PATH holds.
  const self = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const [command, first] = self ? [process.execPath, [self]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      shell: !self && process.platform === "win32",
    });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${said}`)),
    );
  });
}
