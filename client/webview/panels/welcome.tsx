import type { Tree } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";

const { welcome } = messages;

/** Shown for an empty map: what to do, and an example. */
export function Welcome({ tree }: { readonly tree: Tree | undefined }) {
  const hasSource = (tree?.metadata?.sources.length ?? 0) > 0;
  return (
    <section class="welcome">
      <h1>{welcome.title}</h1>
      <p>{hasSource ? welcome.fromArticle : welcome.instruction}</p>
      <pre>{welcome.example}</pre>
      <p>{welcome.update}</p>
    </section>
  );
}
