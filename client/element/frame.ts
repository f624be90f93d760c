/** The parts of the element that are always there. */
import colors from "../../server/markdown/colors.css";
import styles from "./element.css";
import { svgElement } from "./renderShape.ts";
import { elementWords } from "./words.ts";

export interface ElementFrame {
  readonly surface: HTMLElement;
  /** The box within the surface that is moved and zoomed. */
  readonly stage: HTMLElement;
  /** Gives the surface its height where the page gives it none. */
  readonly spacer: HTMLElement;
  setWords(language: string): void;
  setMessages(messages: readonly string[], isError: boolean): void;
}

type ButtonName = "zoomOut" | "zoomIn" | "fit";

const icons: Readonly<Record<ButtonName, string>> = {
  zoomOut: "M3 8h10",
  zoomIn: "M3 8h10M8 3v10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
};
// In the order in which they are shown.
const buttonNames: readonly ButtonName[] = ["zoomOut", "zoomIn", "fit"];

/** One sheet for all elements of the page. A policy that forbids inline styles allows it. */
let sheet: CSSStyleSheet | undefined;

/** Fills a shadow root with the parts. `actions` are what the buttons do. */
export function createFrame(root: ShadowRoot, actions: Readonly<Record<ButtonName, () => void>>): ElementFrame {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(colors + styles);
  }
  root.adoptedStyleSheets = [sheet];
  const surface = division("surface", "surface");
  surface.setAttribute("role", "tree");
  const [stage, spacer] = [division("stage"), division("spacer")];
  surface.append(spacer, stage);
  const messages = document.createElement("ul");
  messages.className = "messages";
  messages.part.add("messages");
  messages.hidden = true;
  const toolbar = division("toolbar", "toolbar");
  toolbar.setAttribute("role", "group");
  const buttons = buttonNames.map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", actions[name]);
    const path = svgElement("path", { d: icons[name] });
    button.append(svgElement("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, [path]));
    return { name, button };
  });
  toolbar.append(...buttons.map(({ button }) => button));
  root.replaceChildren(surface, messages, toolbar);
  return {
    surface,
    stage,
    spacer,
    setWords(language) {
      const words = elementWords(language);
      toolbar.setAttribute("aria-label", words.toolbar);
      for (const { name, button } of buttons) {
        button.setAttribute("aria-label", words[name]);
        button.title = words[name];
      }
    },
    setMessages(sentences, isError) {
      messages.classList.toggle("is-error", isError);
      messages.hidden = sentences.length === 0;
      surface.hidden = toolbar.hidden = isError;
      messages.replaceChildren(
        ...sentences.map((sentence) => {
          const item = document.createElement("li");
          item.textContent = sentence;
          return item;
        }),
      );
    },
  };
}

function division(className: string, part?: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  if (part !== undefined) element.part.add(part);
  return element;
}
