/** `import argmap from "argmap/remark"`. This file is shipped as it is; `remarkPlugin.ts` implements it. */

/** A plugin for remark that draws fenced `argmap` blocks as SVG: `unified().use(remarkParse).use(argmap)`. */
export default function argmap(): (tree: { readonly type: string }) => void;
