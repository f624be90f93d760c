/** Writes the playground of the site: its page, the page of the picture, and the bundles that both load. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { licenseNotices } from "../notices.ts";
import { pageHtml, type SitePage } from "./page.ts";

/** The policy of the picture. It exports images by drawing a blob on a canvas. */
const picturePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; base-uri 'none'";

const content = `<div class="toolbar" role="toolbar" aria-label="Map">
<button type="button" id="file-menu">File</button>
<button type="button" id="examples-menu">Examples</button>
<button type="button" id="copy-link">Copy link</button>
<span class="space"></span>
<button type="button" id="help">Help</button>
<button type="button" id="theme" aria-label="Theme"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle
cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z"
fill="currentColor"/></svg></button>
</div>
<div class="tabs" role="tablist" aria-label="Views">
<button type="button" role="tab" id="tab-text" aria-controls="pane-text">Text</button>
<button type="button" role="tab" id="tab-picture" aria-controls="pane-picture">Picture</button>
</div>
<main id="content" tabindex="-1">
<section id="pane-text" aria-label="Text">
<div id="files" role="group" aria-label="Files" hidden></div>
<div id="editor"></div>
<div class="status"><button type="button" id="problems-toggle" aria-expanded="false" aria-controls="problems">No problems</button></div>
<div id="problems" role="region" aria-label="Problems" hidden></div>
</section>
<div id="divider" role="separator" tabindex="0" aria-label="Divider between text and picture" aria-orientation="vertical"
aria-valuemin="20" aria-valuemax="80" aria-valuenow="50"></div>
<section id="pane-picture" aria-label="Picture"><iframe id="picture" title="Picture of the map"></iframe></section>
</main>
<div id="notices" role="status"></div>
<noscript><p class="notice">The playground needs JavaScript. Allow it for this page, and load the page again.</p></noscript>`;

const page: SitePage = {
  path: "playground/index.html",
  title: "Playground – Argmap",
  description: "Write an argument map and see it grow, in this browser. Your text stays on this device.",
  section: "playground",
  head: `<link rel="stylesheet" href="playground.css">
<script type="module" src="playground.js"></script>
`,
  content,
  policy: { "img-src": "'self' data:", "frame-src": "'self'" },
};

const picturePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${picturePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Argument map</title>
<link rel="stylesheet" href="picture/page.css">
</head>
<body><div id="root"></div><p class="reading" role="status">Reading the map…</p><script type="module" src="frame.js"></script><script src="picture/page.js" defer></script></body>
</html>
`;

/** The bundles that only VS Code loads: the extension, and the formats that are only written. */
const unused = /^(?:extension\.cjs|convertWorker\.js|(?:csvEdges|csvNodes|docx|dot|graphml|mermaid|report)Format\.js)$/;

/**
 * Writes the playground. The bundles of the server and of the preview must have been built.
 *
 * @param folder the folder of the playground, which may not exist yet. The examples are in the folder beside it
 */
export function writePlayground(root: string, folder: string): void {
  mkdirSync(join(folder, "server"), { recursive: true });
  writeFileSync(join(folder, "index.html"), pageHtml(page));
  writeFileSync(join(folder, "picture.html"), picturePage);
  writeFileSync(join(folder, "NOTICES.txt"), licenseNotices(root, bundle(root, folder)));
  for (const name of ["page.js", "page.css", "export.js"])
    cpSync(join(root, "dist/webview", name), join(folder, "picture", name));
  // For exported pages, which have the language of their map.
  cpSync(join(root, "dist/webview/messages"), join(folder, "picture/messages"), { recursive: true });
  for (const name of readdirSync(join(root, "dist/web")))
    if (!unused.test(name)) cpSync(join(root, "dist/web", name), join(folder, "server", name));
  cpSync(join(root, "dist/server/cmaps"), join(folder, "server/cmaps"), { recursive: true });
}

/** Bundles the scripts and the style sheet. Returns the files that are in the bundles. */
function bundle(root: string, folder: string): readonly string[] {
  const entries = { playground: "client/playground/main.ts", frame: "client/playground/picture/frame.ts" };
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  } as const;
  const results = [
    buildSync({ ...shared, entryPoints: entries, format: "esm", target: "es2022", splitting: true }),
    buildSync({ ...shared, entryPoints: { playground: "client/playground/styles/playground.css" } }),
  ];
  return results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
}
