// The build script: `node build.mjs setup | build | bundle | dev | start | test | test:robust | test:vscode | package | site | bench | …`.
// `setup` needs only Node 20 and no packages; all other commands run in the Node that `setup` installs, which also runs the
// TypeScript in `build/`.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./test/vscode/embedded/install.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const at = (path) => join(root, path);
const [command = "build", ...args] = process.argv.slice(2);

const commands = {
  setup: () => install(root),
  build,
  bundle,
  dev,
  start,
  package: createPackages,
  site: createSite,
  test: () => run("test/run.ts", ...args),
  "test:unit": () => vitest("--project", "unit"),
  "test:browser": () => vitest("--project", "browser"),
  "test:programs": testPrograms,
  "test:robust": testRobustness,
  "test:vscode": () => testInVscode("test/vscode/runInVSCode.ts"),
  "test:desktop": () => testInVscode("test/vscode/desktop.ts"),
  "test:coverage": () => vitest("--project", "unit", "--coverage"),
  "test:mutation": testMutants,
  bench,
  "bench:preview": benchPreview,
  "bench:layout": () => run("test/bench/layout.ts", ...args),
};

/** Compiles the grammar if it has changed. */
async function grammar() {
  const { compileGrammar } = await import("./build/grammar.ts");
  compileGrammar();
}

/** Builds everything, including the settings in package.json. */
async function build() {
  // The settings follow from the checks, which import the language and so the compiled grammar.
  await grammar();
  const { updateManifest } = await import("./build/manifest.ts");
  updateManifest();
  await bundle();
}

async function bundle() {
  await writeAllBundles();
  const { printSizes } = await import("./build/sizes.ts");
  printSizes();
}

async function writeAllBundles() {
  await grammar();
  const { writeBundles } = await import("./build/writeBundles.ts");
  await writeBundles();
}

/** Rebuilds on every change, until Ctrl+C. */
async function dev() {
  await grammar();
  const { watchGrammar } = await import("./build/grammar.ts");
  watchGrammar();
  const { watchBundles } = await import("./build/writeBundles.ts");
  await watchBundles();
}

async function start() {
  console.log("Building Argmap …");
  await writeAllBundles();
  const { openEditor } = await import("./test/vscode/openEditor.ts");
  await openEditor(args);
}

/** Builds everything, and packs the extension and the command. */
async function createPackages() {
  await build();
  const { createPackages } = await import("./packaging/packages.ts");
  createPackages(root, args);
}

/** Builds everything, and writes the site with the playground and the documents. */
async function createSite() {
  await build();
  const { writeSite } = await import("./packaging/site/site.ts");
  console.log(`dist/site: ${(writeSite(root) / 1e6).toFixed(1)} MB`);
}

async function vitest(...extra) {
  await grammar();
  run("node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...extra, ...args);
}

async function testPrograms() {
  await bundle();
  await vitest("--project", "programs");
}

/** Tries many more random sessions and maps than `npm test`, each time others. A failure prints what repeats it. */
async function testRobustness() {
  await bundle();
  process.env.ARGMAP_SEED ??= "random";
  process.env.ARGMAP_SESSIONS ??= "100";
  process.env.ARGMAP_RUNS ??= "2000";
  await vitest(
    "test/lsp/randomSessions",
    "test/features/actions/everyActionOverFiles",
    "test/features/actions/actionSequences",
  );
}

async function testInVscode(script) {
  await build();
  run(script, ...args);
}

/** Tests the mutants of the given folders and files, or all. */
async function testMutants() {
  await grammar();
  const options = args.filter((arg) => arg.startsWith("-"));
  const paths = args
    .filter((arg) => !arg.startsWith("-"))
    .map((path) => (path.endsWith(".ts") ? path : `${path.replace(/\/+$/, "")}/**/*.ts`));
  const part = paths.length === 0 ? [] : ["--mutate", [...paths, "!**/*.ohm-bundle.*"].join(",")];
  run("node_modules/@stryker-mutator/core/bin/stryker.js", "run", "test/stryker.config.mjs", ...part, ...options);
}

async function bench() {
  await bundle();
  run("test/bench/bench.ts", ...args);
  for (const name of ["stdio", "requests", "weighing", "quotes", "markup"]) run(`test/bench/${name}.ts`);
}

async function benchPreview() {
  await bundle();
  run("test/bench/preview.ts", ...args);
}

/** Runs a script of the project in this Node; exits with its status when it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [at(script), ...args], { stdio: "inherit", cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}

const own = at(`node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`);
if (!(command in commands)) {
  console.error(`There is no "${command}", only ${Object.keys(commands).join(", ")}.`);
  process.exitCode = 2;
} else if (command !== "setup" && Number.parseInt(process.versions.node, 10) < 24 && existsSync(own)) {
  // Ctrl+C is for the child process; this process waits for it to end.
  process.on("SIGINT", () => {});
  spawn(own, process.argv.slice(1), { stdio: "inherit" }).on("exit", (status) => process.exit(status ?? 1));
} else {
  try {
    await commands[command]();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
