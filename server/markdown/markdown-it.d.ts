/** `import argmap from "argmap/markdown-it"`. This file is shipped as it is; `markdownItPlugin.ts` implements it. */

/** What the plugin uses of a markdown-it instance. */
export interface MarkdownItRenderer {
  readonly renderer: { readonly rules: object };
}

/** A plugin for markdown-it that draws fenced `argmap` blocks as SVG: `markdownIt.use(argmap)`. */
export default function argmap(markdown: MarkdownItRenderer): void;
