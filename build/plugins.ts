/** Plugins for esbuild that keep the bundles small: what several of them need becomes a bundle that they load. */

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "esbuild";
import { root } from "./root.ts";

/** The packages of the protocol, which the client and the server both load. */
const packages = [
  "vscode-jsonrpc",
  "vscode-jsonrpc/node",
  "vscode-languageserver-protocol",
  "vscode-languageserver-protocol/node",
  "vscode-languageserver-types",
  "vscode-languageserver-textdocument",
];
const shared = "../shared/protocol.cjs";

/** The source of the bundle that the client and the server share. */
export const sharedProtocol = packages.map((name) => `exports["${name}"] = require("${name}");`).join("\n");

/** Loads the packages of the protocol from the shared bundle. */
export const protocol: Plugin = {
  name: "protocol",
  setup(build) {
    build.onResolve({ filter: /^vscode-(jsonrpc|languageserver-)/ }, ({ path }) =>
      packages.includes(path) ? { path, namespace: "protocol" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "protocol" }, ({ path }) => ({
      contents: `module.exports = require("${shared}")["${path}"];`,
    }));
    build.onResolve({ filter: /shared\/protocol\.cjs$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The modules that become bundles of their own where they are imported dynamically. */
const rarelyNeeded =
  /\/(?:commandLine|documentBundle|encodingBundle|foreignConversion|markupBundle|mcpServer|parquet|pdf|tableDocument|\w+(?:Format|Words))\.ts$/;

/** The name of the bundle of a module: `jsonFormat.ts` becomes `json`. */
const bundleName = (path: string): string => basename(path, ".ts").replace(/(?:Format|Words)$/, "");

/**
 * Makes the readers of articles bundles of their own, which are loaded with the first article that needs them; so are what
 * writes Word documents, each format of exports and imports, the conversion of text from other tools, the command line, the
 * server for assistants, and the words of weighing.
 */
export const lazy: Plugin = {
  name: "lazy",
  setup(build) {
    build.onResolve({ filter: rarelyNeeded }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `${folderOf(path)}/${bundleName(path)}.cjs`, external: true } : undefined,
    );
  },
};

/** The folder of a bundle, relative to the folder of any other in `dist`. */
function folderOf(path: string): string {
  if (path.endsWith("Format.ts")) return "../formats";
  if (path.endsWith("Words.ts")) return "../words";
  return path.endsWith("tableDocument.ts") ? "../export" : ".";
}

/**
 * Does the same in workers of a browser: scripts from the folder that the first message to the worker names. Each script assigns
 * its exports to a property of `argmapBundles`.
 */
export const lazyScripts: Plugin = {
  name: "lazy-scripts",
  setup(build) {
    build.onResolve({ filter: rarelyNeeded }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: basename(path, ".ts"), namespace: "lazy-scripts" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "lazy-scripts" }, ({ path: name }) => ({
      contents: `importScripts(argmapBundleFolder + "${name}.js"); module.exports = argmapBundles["${name}"];`,
    }));
  },
};

/** Replaces the modules of the extension that need Node by those of a browser. */
export const webEnvironment: Plugin = {
  name: "web-environment",
  setup(build) {
    build.onResolve({ filter: /\/environment\/\w+\.ts$/ }, ({ path }) => ({
      path: join(root, "client/web", basename(path)),
    }));
    // Only the worker converts. It loads the format that it needs.
    build.onResolve({ filter: /\w+Format\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, namespace: "elsewhere" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "elsewhere" }, ({ path }) => ({
      contents: `throw new Error("${basename(path)} is loaded by a worker only.");`,
    }));
  },
};

/**
 * Leaves out the text of the grammar, and of the grammars that Ohm itself is made of, and the place of each expression in it. Ohm
 * needs them only to report mistakes in a grammar.
 */
export const noGrammarSource: Plugin = {
  name: "no-grammar-source",
  setup(build) {
    const compiled =
      /\.ohm-bundle\.js$|[\\/]ohm-js[\\/]dist[\\/](?:built-in-rules|ohm-grammar|operations-and-attributes)\.js$/;
    build.onLoad({ filter: compiled }, ({ path }) => {
      const contents = readFileSync(path, "utf8");
      const recipe = /makeRecipe\((\[.*\])\)/s.exec(contents)?.[1];
      if (recipe === undefined) throw new Error(`${path} is not what Ohm writes.`);
      const short = JSON.stringify(JSON.parse(recipe), (key, value) =>
        key === "source" || key === "sourceInterval" ? undefined : value,
      );
      return { contents: contents.replace(recipe, () => short) };
    });
  },
};

/** Leaves out the decoder of WOFF2, a format of web pages only: exports read the fonts of the machine. */
export const noBrotli: Plugin = {
  name: "no-brotli",
  setup(build) {
    build.onResolve({ filter: /^brotli\// }, () => ({ path: "brotli", namespace: "no-brotli" }));
    build.onLoad({ filter: /.*/, namespace: "no-brotli" }, () => ({
      contents: 'module.exports = () => { throw new Error("Fonts in WOFF2 are not supported."); };',
    }));
  },
};

/**
 * Leaves out the color spaces, which d3-zoom loads through d3-interpolate: the page animates positions only. Without them, a
 * color would be interpolated as text.
 */
export const noColorSpaces: Plugin = {
  name: "no-color-spaces",
  setup(build) {
    build.onResolve({ filter: /^d3-color$/ }, () => ({ path: "d3-color", namespace: "no-color-spaces" }));
    build.onLoad({ filter: /.*/, namespace: "no-color-spaces" }, () => ({
      contents: ["color", "rgb", "hsl", "lab", "hcl", "cubehelix"]
        .map((name) => `export function ${name}() { return null; }`)
        .join("\n"),
    }));
  },
};

/**
 * Leaves out the pictures and web pages that Argdown makes: its package has one entry, which starts all of them, with
 * a WebAssembly build of Graphviz.
 */
export const onlyArgdownModel: Plugin = {
  name: "only-argdown-model",
  setup(build) {
    const modules = [
      "ArgdownApplication",
      "model/model",
      "plugins/DataPlugin",
      "plugins/ModelPlugin",
      "plugins/ParserPlugin",
    ];
    build.onResolve({ filter: /^@argdown\/core$/ }, () => ({ path: "@argdown/core", namespace: "argdown" }));
    build.onLoad({ filter: /.*/, namespace: "argdown" }, () => ({
      contents: modules.map((name) => `export * from "./node_modules/@argdown/core/dist/${name}.js";`).join("\n"),
      resolveDir: root,
    }));
  },
};

/** Leaves out what loads contexts of JSON-LD from the web: imports read no addresses. */
export const onlyLocalJsonld: Plugin = {
  name: "only-local-jsonld",
  setup(build) {
    build.onResolve({ filter: /^jsonld$/ }, () =>
      build.resolve("./node_modules/jsonld/lib/jsonld.js", {
        resolveDir: root,
        kind: "import-statement",
      }),
    );
    build.onResolve({ filter: /^\.\/platform$/ }, ({ importer }) =>
      /[\\/]jsonld[\\/]lib[\\/]/.test(importer) ? { path: "nothing", namespace: "nothing" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({
      contents: "exports.setupDocumentLoaders = exports.setupGlobals = () => {};",
    }));
  },
};

/**
 * Leaves out the comparison of versions, with which the language client checks that it runs in VS Code 1.91 or newer: VS Code
 * does not start an extension that requires a newer version, and `engines` in package.json requires 1.97.
 */
export const noVersionCheck: Plugin = {
  name: "no-version-check",
  setup(build) {
    build.onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, ({ path }) => ({
      path,
      namespace: "no-version-check",
    }));
    build.onLoad({ filter: /.*/, namespace: "no-version-check" }, () => ({
      // A version that is not empty, and satisfies everything.
      contents: "module.exports = () => ({});",
    }));
  },
};
