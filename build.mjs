// The one build script: `node build.mjs setup | build | bundle | dev | start | test | bench | bench:preview`.
// It runs on Node 20 with nothing installed as far as `setup`; the rest goes on in the Node that setup installs.
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lazy, lean, noBrotli, protocol, sharedProtocol } from "./client/bundling.mjs";
import { install } from "./test/vscode/embedded/install.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const at = (path) => join(root, path);
const [command = "build", ...words] = process.argv.slice(2);

const shared = {
  bundle: true,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  absWorkingDir: root,
};
// Bundles are CommonJS, which VS Code loads in every version supported; there the folder has another name.
const define = { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" };
const node = { ...shared, platform: "node", format: "cjs", target: "node20", define };

/** What is built: for the user, and the suite that runs within VS Code. */
const bundles = [
  { ...node, stdin: { contents: sharedProtocol, resolveDir: root }, outfile: "dist/shared/protocol.cjs" },
  {
    ...node,
    entryPoints: ["client/extension.ts"],
    outfile: "dist/client/extension.cjs",
    external: ["vscode"],
    plugins: [protocol, lean],
  },
  { ...node, entryPoints: ["server/main.ts"], outfile: "dist/server/main.cjs", plugins: [lazy, protocol, lean] },
  {
    ...node,
    entryPoints: ["server/cli/main.ts"],
    outfile: "dist/server/cli.cjs",
    plugins: [lazy, lean],
    banner: { js: "#!/usr/bin/env node" },
  },
  { ...node, entryPoints: ["server/core/sources/read/markupBundle.ts"], outfile: "dist/server/markupBundle.cjs" },
  { ...node, entryPoints: ["server/node/markupWorker.ts"], outfile: "dist/server/markupWorker.cjs", plugins: [lazy] },
  {
    ...node,
    entryPoints: ["server/node/pdfWorker.ts"],
    outfile: "dist/server/pdfWorker.cjs",
    // The library looks for a canvas beside itself; whoever only reads text needs none.
    logOverride: { "empty-import-meta": "silent" },
  },
  {
    ...node,
    entryPoints: ["client/preview/export.ts"],
    outfile: "dist/export/client.cjs",
    external: ["vscode"],
    plugins: [lean],
  },
  // Big and rarely needed: loaded when a file is asked for.
  {
    ...node,
    entryPoints: ["server/export/worker.ts"],
    outfile: "dist/export/worker.cjs",
    plugins: [lean, noBrotli],
    // The library asks where it is; a bundle of this kind knows that by another name.
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { ...define, "import.meta.url": "bundleUrl" },
  },
  {
    ...shared,
    entryPoints: { page: "client/webview/main.ts", export: "client/webview/export/bundle.ts" },
    outdir: "dist/webview",
    format: "iife",
    target: "chrome120",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [lean],
  },
  { ...node, entryPoints: ["client/markdownRenderer.ts"], outfile: "dist/markdown/markdown.cjs", plugins: [lean] },
  { ...shared, entryPoints: ["client/markdown.css"], outfile: "dist/markdown/markdown.css" },
  {
    ...node,
    entryPoints: ["test/vscode/suite/index.ts"],
    outfile: "dist/test/suite.cjs",
    external: ["vscode"],
    minify: false,
    sourcemap: "inline",
    // Mocha resolves the files of its worker processes, which are not used here.
    logOverride: { "require-resolve-not-external": "silent" },
  },
];

/** The parts of the extension whose size is watched; the bar is for their sum. */
const watched = {
  client: ["dist/client/extension.cjs"],
  "client and server": ["dist/shared/protocol.cjs"],
  server: ["dist/server/main.cjs"],
  webview: ["dist/webview/page.js", "dist/webview/page.css"],
};
const barKilobytes = 1100;
/** What is loaded only when it is first needed: not counted, but said. */
const apart = {
  export: ["dist/export/client.cjs", "dist/export/worker.cjs", "dist/webview/export.js"],
  "Markdown preview": ["dist/markdown/markdown.cjs", "dist/markdown/markdown.css"],
  "articles as HTML and Markdown": ["dist/server/markupBundle.cjs", "dist/server/markupWorker.cjs"],
  "articles as PDF": ["dist/server/pdfWorker.cjs"],
};

/** The fonts of documents, and what allows them to be handed on. */
const fonts = {
  "400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
  "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
  LICENSE_FONT: "Inter-LICENSE.txt",
};

const commands = { setup: () => install(root), build, bundle, dev, start, test, bench, "bench:preview": benchPreview };

/** Makes the grammar's bundle and its types, where the grammar is newer. */
async function grammar() {
  const source = at("server/core/language/argmap.ohm");
  const made = `${source}-bundle.js`;
  if (existsSync(made) && statSync(made).mtimeMs > statSync(source).mtimeMs) return;
  run(at("node_modules/@ohm-js/cli/index.js"), "generateBundles", "--withTypes", "--esm", source);
}

/** All that is made of the sources. */
async function build() {
  // The checks read the language, and that is read by the grammar.
  await grammar();
  await settings();
  await bundle();
}

/** Writes into package.json the settings that follow from the list of checks, where they differ. */
async function settings() {
  const [{ problemSettings }, { checks }] = await Promise.all([
    import("./server/settings.ts"),
    import("./server/core/checks/registry.ts"),
  ]);
  const path = at("package.json");
  const before = readFileSync(path, "utf8");
  const manifest = JSON.parse(before);
  manifest.contributes.configuration.properties["argmap.problems"].properties = problemSettings(checks);
  const now = `${JSON.stringify(manifest, null, 2)}\n`;
  if (now !== before) writeFileSync(path, now);
}

async function bundle() {
  const { build } = await import("esbuild");
  await grammar();
  await Promise.all(bundles.map((options) => build(options)));
  cpSync(at("node_modules/pdfjs-dist/cmaps"), at("dist/server/cmaps"), { recursive: true });
  copyFonts();
  if (existsSync(at("dist/server/cli.cjs"))) chmodSync(at("dist/server/cli.cjs"), 0o755);
  printSizes();
}

function copyFonts() {
  mkdirSync(at("dist/export"), { recursive: true });
  for (const [from, to] of Object.entries(fonts))
    copyFileSync(at(`node_modules/@expo-google-fonts/inter/${from}`), at(`dist/export/${to}`));
}

function printSizes() {
  const size = (path) => (existsSync(at(path)) ? statSync(at(path)).size : 0);
  const sizesOf = (parts) =>
    Object.entries(parts).map(([part, paths]) => [part, paths.reduce((sum, path) => sum + size(path), 0)]);
  const sizes = sizesOf(watched);
  const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;
  const said = (parts) => parts.map(([part, bytes]) => `${part} ${kilobytes(bytes)}`).join(", ");
  console.log(`${said(sizes)}; together ${kilobytes(sum)} of at most ${barKilobytes} KB`);
  console.log(`loaded when needed: ${said(sizesOf(apart))}`);
  if (sum > barKilobytes * 1000) throw new Error("The bundles have grown too large.");
}

/** Builds on every change, until Ctrl+C. */
async function dev() {
  const { context } = await import("esbuild");
  await grammar();
  // What is made from the grammar is watched with all other sources. Editors write a file by replacing it, so the folder is watched.
  watch(at("server/core/language"), (_, name) => name === "argmap.ohm" && grammar());
  for (const options of bundles) await (await context({ ...options, logLevel: "info" })).watch();
}

async function start() {
  await bundle();
  const { start: open } = await import("./test/vscode/openEditor.ts");
  await open(words);
}

async function test() {
  run(at("test/run.ts"), ...words);
}

async function bench() {
  await bundle();
  run(at("test/bench/bench.ts"), ...words);
  run(at("test/bench/stdio.ts"));
  run(at("test/bench/requests.ts"));
  run(at("test/bench/quotes.ts"));
  run(at("test/bench/markup.ts"));
}

async function benchPreview() {
  await bundle();
  run(at("test/bench/preview.ts"), ...words);
}

/** Runs a script in this Node and ends with its status where it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit", cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}

const own = at(`node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`);
if (!(command in commands)) {
  console.error(`There is no "${command}", only ${Object.keys(commands).join(", ")}.`);
  process.exitCode = 2;
} else if (command !== "setup" && Number.parseInt(process.versions.node, 10) < 24 && existsSync(own)) {
  // Ctrl+C is for whoever runs the command; this one only waits.
  process.on("SIGINT", () => {});
  spawn(own, process.argv.slice(1), { stdio: "inherit" }).on("exit", (status) => process.exit(status ?? 1));
} else {
  await commands[command]().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
