/** Starts the page: listens to its host, draws at most once for each frame of the screen. */
import { render } from "preact";
import * as v from "valibot";
import { explored, type Filter, sparing } from "../../server/core/picture/explore.ts";
import type { CardId, Tree } from "../../server/core/tree/tree.ts";
import { type Deed, type ToPage, toPage } from "../../server/protocol/preview.ts";
import { cardOf, type Draft, drafted, overtaking } from "./editing/draft.ts";
import { isHandedIn } from "./editing/editingState.ts";
import type { Edit } from "./editing/useEditing.tsx";
import { exported } from "./export/loadExporter.ts";
import type { Host } from "./host/vscodeHost.ts";
import { Page } from "./page.tsx";
import { canvasMeasure } from "./picture/canvasTextMeasure.ts";
import { createDrawer } from "./state/pictureCache.ts";
import { leave } from "./state/savedView.ts";
import { begun, hear, type Session } from "./state/session.ts";
import type { Choice } from "./state/viewOptions.ts";
import "./styles/page.css";
import "./styles/toolbar.css";
import "./styles/editing.css";
import "./styles/panels.css";

/** What is remembered by the page itself, for when this very panel comes back. */
const rememberedSchema = v.object({ map: v.string(), left: v.unknown() });

/** An outline is as wide as its panel, within what can be read; in a narrow one nothing is left free beside it. */
const outline = { margin: 24, least: 190, most: 760, narrow: 300 };

export function start(host: Host): void {
  const root = document.getElementById("root") ?? document.body;
  const drawer = createDrawer(canvasMeasure);
  const remembered = v.safeParse(rememberedSchema, host.remembered());
  let session: Session = begun;
  let asked = false;
  let does: (deed: Deed, depth?: number) => void = () => {};
  /** How each map was left, as long as the page lives; from when it was last open, for the map of that time. */
  const lefts = new Map<string, unknown>();
  if (remembered.success) lefts.set(remembered.output.map, remembered.output.left);
  let told = "";
  let keeping = false;

  /** Asks for the picture to be brought up to date with the next frame; by then there may be a newer version. */
  function drawSoon(): void {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  }

  const fonts = (): string => getComputedStyle(document.body).fontFamily;
  const outlineWidth = (): number => {
    const { clientWidth: room } = root;
    const margin = Math.min(outline.margin, Math.max(0, Math.floor((room - outline.narrow) / 8)));
    return Math.min(outline.most, Math.max(outline.least, room - 2 * margin));
  };

  function draw(): void {
    const shown = withDraft(session);
    const drawing = drawer.draw(shown, fonts(), outlineWidth());
    if (drawing === undefined) return;
    render(
      <Page
        session={shown}
        edit={host.edits ? edit : undefined}
        newer={isHandedIn(session.editing) ? undefined : overtaking(session.tree, session.editing.draft)}
        drawing={drawing}
        takeBack={(what) => host.say({ type: what })}
        choose={choose}
        onRest={(placement) => {
          session = { ...session, placement };
          keepSoon();
        }}
        onOpen={(card) => host.say({ type: "open", card })}
        onPassage={host.edits ? goToPassage : undefined}
        onUncited={() => session.map !== undefined && host.say({ type: "uncited", map: session.map })}
        onDeeds={(next) => {
          does = next;
        }}
      />,
      root,
    );
  }

  function choose(change: (choice: Choice) => Choice): void {
    const choice = change(session.choice);
    if (choice === session.choice) return;
    session = { ...session, choice };
    draw();
    keepSoon();
  }

  function goToPassage(quote: string): void {
    if (session.map !== undefined) host.say({ type: "passage", map: session.map, quote });
  }

  function edit(change: Parameters<Edit>[0]): void {
    const { editing, say } = change(session.editing, session);
    if (editing === session.editing) return;
    session = { ...session, editing };
    if (say) host.say(say);
    draw();
  }

  /** Gives what is shown to whoever takes it out of the preview. */
  async function answer({ request, wanted }: Extract<ToPage, { readonly type: "export" }>): Promise<void> {
    const { tree, choice } = session;
    if (tree === undefined) return;
    const made = await exported(wanted, {
      whole: tree,
      explored: explored(tree, choice.exploration),
      choice,
      fonts: fonts(),
      width: outlineWidth(),
      // How large and where the picture is seen is for the reader's window to say.
      left: leave(choice, tree, undefined),
    });
    host.say({ type: "exported", request, made });
  }

  /** Keeps how the map is left once nothing more urgent is to be done; in the end also on a machine that never rests. */
  function keepSoon(): void {
    if (keeping) return;
    keeping = true;
    const kept = (): void => {
      keeping = false;
      keep();
    };
    requestIdleCallback(kept, { timeout: 400 });
  }

  function keep(): void {
    const { map, tree, choice, placement } = session;
    if (map === undefined || tree === undefined) return;
    const left = leave(choice, tree, placement);
    const telling = JSON.stringify([map, left]);
    if (telling === told) return;
    told = telling;
    lefts.set(map, left);
    host.remember({ map, left });
    host.say({ type: "left", map, left });
  }

  host.listen((data) => {
    const message = v.safeParse(toPage, data);
    if (!message.success) return;
    if (message.output.type === "export") return void answer(message.output);
    // What is left now is not to be taken for how the next map is left.
    if (message.output.type === "tree" && message.output.uri !== session.map) keep();
    const heard = hear(session, message.output, (map) => lefts.get(map));
    session = heard.session;
    if (heard.say) host.say(heard.say);
    if (heard.deed) does(heard.deed, heard.depth);
    drawSoon();
  });

  // VS Code sets the theme's fonts and colours as variables of the document's own style, and its kind as a class of the body.
  new MutationObserver(drawSoon).observe(document.documentElement, { attributeFilter: ["style"] });
  new MutationObserver(drawSoon).observe(document.body, { attributeFilter: ["class"] });
  new ResizeObserver(drawSoon).observe(root);
  document.fonts.addEventListener("loadingdone", () => {
    drawer.forget();
    drawSoon();
  });

  window.addEventListener("pagehide", keep);

  host.say({ type: "ready" });
}

/** The session with the card that is being written in as it will be, whole and whatever is filtered by. */
function withDraft(session: Session): Session {
  const { tree, choice, editing } = session;
  if (tree === undefined || editing.draft === undefined) return session;
  const written = cardOf(editing.draft);
  const openTexts = opened(choice.exploration.openTexts, written);
  const filter = spared(choice.exploration.filter, written);
  return {
    ...session,
    tree: writtenIn(tree, editing.draft),
    choice: { ...choice, exploration: { ...choice.exploration, openTexts, filter } },
  };
}

/** A sign without width: a card with no words yet has room for a line of them, over which they are written. */
const noWords = "\u200b";

const writtenIn = remembering(
  (tree: Tree, draft: Draft) => [tree, draft],
  (tree, draft) => drafted(tree, draft.text.trim() === "" ? { ...draft, text: noWords } : draft),
);
const opened = remembering(
  (texts: ReadonlySet<CardId>, card: CardId) => [texts, card],
  (texts, card): ReadonlySet<CardId> => new Set([...texts, card]),
);
const spared = remembering((filter: Filter, card: CardId) => [filter, card], sparing);

/** A function that gives the same again as long as what it depends on is the same. */
function remembering<Given extends readonly unknown[], Value>(
  keyOf: (...given: Given) => readonly unknown[],
  make: (...given: Given) => Value,
): (...given: Given) => Value {
  let last: { readonly key: readonly unknown[]; readonly value: Value } | undefined;
  return (...given) => {
    const key = keyOf(...given);
    if (last === undefined || !key.every((one, index) => one === last?.key[index]))
      last = { key, value: make(...given) };
    return last.value;
  };
}
