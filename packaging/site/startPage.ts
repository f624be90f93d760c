/** The start page: what Argmap is, a map, and where to go from there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderHtml } from "../../server/markdown/renderHtml.ts";
import type { SitePage } from "./page.ts";
import { playgroundLink } from "./playgroundLink.ts";

/** The map that the start page shows. */
const EXAMPLE = "examples/first-map.argmap";

/** Returns the start page. */
export function startPage(root: string): SitePage {
  const map = readFileSync(join(root, EXAMPLE), "utf8");
  const { picture = "" } = renderHtml(map);
  return {
    path: "index.html",
    title: "Argmap: take an argument apart, and see it",
    description:
      "Argmap is a small markup language for arguments. Write each statement as a line; Argmap checks the map and draws it.",
    section: "home",
    head: '<script type="module" src="element.js"></script>\n',
    content: `<main id="content" class="page" tabindex="-1">
<section class="opening">
<h1>Take an argument apart, and see it.</h1>
<p class="lead">What does an article claim? What supports that, and who says so? With Argmap you write it down in plain text,
one line for each statement. Argmap checks the map as you type, finds each quote in its source, and draws the picture.</p>
<p class="actions"><a class="button primary" href="playground/index.html">Open the playground</a>
<a class="button" href="docs/language.html">Learn the language</a></p>
</section>
<figure class="map">
<argument-map src="${EXAMPLE}">${picture}</argument-map>
<figcaption>Click − beside a card to fold its branch. <a class="open" href="${playgroundLink(map)}">Open this map in
the playground</a></figcaption>
</figure>
${features}
</main>`,
  };
}

const features = `<section aria-labelledby="ways"><h2 id="ways">Where to go from here</h2>
<ul class="cards">
<li><a href="playground/index.html">Try it here</a><p>The editor and the picture, in this browser. Your text stays on this
device.</p></li>
<li><a href="docs/language.html">Learn the language</a><p>Ten minutes, with a picture for each example.</p></li>
<li><a href="examples/index.html">Look at examples</a><p>Maps of articles and of public debates.</p></li>
<li><a href="docs/sources.html">Map an article</a><p>Tie every claim to the words that it rests on.</p></li>
<li><a href="docs/weighing.html">Weigh an argument</a><p>What stands, how likely it is, and why.</p></li>
<li><a href="docs/index.html">All documents</a><p>The reference, exports, other formats, assistants, and a library.</p></li>
</ul></section>
<section class="prose" aria-labelledby="install"><h2 id="install">Install</h2>
<p>Argmap is an extension for VS Code and a <a href="docs/command-line.html">command line</a>, and works in
<a href="docs/editors.html">other editors</a> too. You need <a href="https://nodejs.org">Node.js</a> 20 or newer. In a clone of
Argmap, this opens a complete editor with a short map:</p>
<pre tabindex="0"><code>npm install
npm start
</code></pre>
<p>To show maps in your own pages, use <a href="docs/web-pages.html">the element and the plugins</a>.</p></section>`;
