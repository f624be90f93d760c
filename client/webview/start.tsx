/** Starts the page: listens to its host, draws at most once for each frame of the screen. */
import { render } from "preact";
import * as v from "valibot";
import { explored } from "../../server/picture/explore.ts";
import { type Deed, type ToPage, toPage } from "../preview/messages.ts";
import type { Choice } from "./choice.ts";
import { createDrawer } from "./drawing.ts";
import { exported } from "./export.ts";
import type { Host } from "./host.ts";
import { leave } from "./left.ts";
import { canvasMeasure } from "./measure.ts";
import { Page } from "./page.tsx";
import { begun, hear, type Session } from "./session.ts";
import "./page.css";
import "./controls.css";
import "./panels.css";

/** What is remembered by the page itself, for when this very panel comes back. */
const rememberedSchema = v.object({ map: v.string(), left: v.unknown() });

/** An outline is as wide as its panel, within what can be read. */
const outline = { margin: 24, least: 260, most: 760 };

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
  const outlineWidth = (): number =>
    Math.min(outline.most, Math.max(outline.least, root.clientWidth - 2 * outline.margin));

  function draw(): void {
    const drawing = drawer.draw(session, fonts(), outlineWidth());
    if (drawing === undefined) return;
    render(
      <Page
        session={session}
        drawing={drawing}
        choose={choose}
        onRest={(placement) => {
          session = { ...session, placement };
          keepSoon();
        }}
        onOpen={(card) => host.say({ type: "open", card })}
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

  /** Gives what is shown to whoever takes it out of the preview. */
  async function answer({ request, wanted }: Extract<ToPage, { readonly type: "export" }>): Promise<void> {
    const { tree, choice, placement } = session;
    if (tree === undefined) return;
    const made = await exported(wanted, {
      whole: tree,
      explored: explored(tree, choice.exploration),
      choice,
      fonts: fonts(),
      width: outlineWidth(),
      left: leave(choice, tree, placement),
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
