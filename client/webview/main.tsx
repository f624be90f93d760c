/** Starts the page: listens to the panel, draws at most once for each frame of the screen. */
import { render } from "preact";
import * as v from "valibot";
import type { CardId } from "../../server/language/tree.ts";
import { Faces } from "../../server/picture/face.ts";
import type { TextMeasure } from "../../server/picture/measure.ts";
import { type Picture, picture } from "../../server/picture/picture.ts";
import { type ToPage, toPage } from "../preview/messages.ts";
import { exported } from "./export.ts";
import { fileHost } from "./fileHost.ts";
import { panelHost } from "./host.ts";
import { canvasMeasure } from "./measure.ts";
import { Page } from "./page.tsx";
import { begun, hear, type Session } from "./session.ts";
import "./page.css";

const host = fileHost() ?? panelHost();
const root = document.getElementById("root") ?? document.body;
const placement = v.object({ x: v.number(), y: v.number(), k: v.pipe(v.number(), v.gtValue(0)) });
const remembered = v.safeParse(placement, host.remembered());
const left = remembered.success ? remembered.output : undefined;

let session: Session = begun;
let drawn: { readonly tree: Session["tree"]; readonly fonts: string; readonly picture: Picture } | undefined;
let measure: { readonly fonts: string; readonly width: TextMeasure; readonly faces: Faces } | undefined;
let asked = false;

/** Asks for the picture to be brought up to date with the next frame; by then there may be a newer version. */
function drawSoon(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
}

function draw(): void {
  const { tree, map, mark } = session;
  if (tree === undefined) return;
  const fonts = getComputedStyle(document.body).fontFamily;
  if (measure?.fonts !== fonts) measure = { fonts, width: canvasMeasure(fonts), faces: new Faces() };
  if (drawn?.tree !== tree || drawn.fonts !== fonts) {
    drawn = { tree, fonts, picture: picture(tree, measure.width, { faces: measure.faces }) };
  }
  render(
    <Page
      picture={drawn.picture}
      map={map}
      mark={mark}
      left={left}
      onRest={(state) => host.remember(state)}
      onOpen={(card) => host.say({ type: "open", card })}
    />,
    root,
  );
}

/** Gives what is shown to whoever takes it out of the preview. */
async function answer({ request, wanted }: Extract<ToPage, { readonly type: "export" }>): Promise<void> {
  const { tree } = session;
  if (tree === undefined) return;
  const fonts = getComputedStyle(document.body).fontFamily;
  const shown = { whole: tree, tree, options: {}, dimmed: new Set<CardId>(), fonts, left: undefined };
  host.say({ type: "exported", request, made: await exported(wanted, shown) });
}

host.listen((data) => {
  const message = v.safeParse(toPage, data);
  if (!message.success) return;
  if (message.output.type === "export") return void answer(message.output);
  const heard = hear(session, message.output);
  session = heard.session;
  if (heard.say) host.say(heard.say);
  drawSoon();
});

// VS Code sets the theme's fonts and colours as variables of the document's own style.
new MutationObserver(drawSoon).observe(document.documentElement, { attributeFilter: ["style"] });
document.fonts.addEventListener("loadingdone", () => {
  measure = undefined;
  drawn = undefined;
  drawSoon();
});

host.say({ type: "ready" });
