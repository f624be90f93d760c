/** Shows a map in a shadow root: the picture, its keys and clicks, the buttons, and messages. */
import { CardLayoutCache } from "../../server/core/picture/cards/cardLayoutCache.ts";
import type { LayoutChoice, PanelLayout } from "../../server/core/picture/panelLayout.ts";
import type { TextMeasure } from "../../server/core/picture/typesetting/measure.ts";
import { pictureWords } from "../../server/core/picture/words/languages.ts";
import type { CardId, Tree } from "../../server/core/tree/tree.ts";
import { navigateByKey } from "../webview/input/arrowNavigation.ts";
import { canvasTextMeasure } from "../webview/picture/canvasTextMeasure.ts";
import { initialColumnTransform, initialTransform } from "../webview/viewport/zoomGeometry.ts";
import { createFrame, type ElementFrame } from "./frame.ts";
import {
  chooseLayout,
  firstLevels,
  layOut,
  type MapState,
  openMap,
  type ShownPicture,
  toggleFold,
  toggleText,
} from "./mapState.ts";
import { renderScene } from "./scene.ts";
import { createViewport, type MapViewport } from "./viewport.ts";

/** The attributes of the element that decide how a map is shown. */
export interface MapViewOptions extends LayoutChoice {
  readonly levels: number | undefined;
  /** The language of the buttons and, unless the map names its own, of the picture. */
  readonly language: string;
}

const ZOOM_STEP = 1.3;
/** How much of the window an element without a height of its own may fill, so that the page around it stays in view. */
const WINDOW_SHARE = 0.8;
/** The widest rows of an outline that are easy to read, in pixels. */
const MAX_OUTLINE_WIDTH = 760;
/** More than the width of any scroll bar, in pixels. */
const MAX_SCROLLBAR = 24;

/** A map in a shadow root, which the element controls by its attributes and methods. */
export class MapView {
  readonly #frame: ElementFrame;
  readonly #viewport: MapViewport;
  readonly #resizeObserver: ResizeObserver;
  #options: MapViewOptions;
  /** The map as it was read. */
  #tree: Tree | undefined;
  #state: MapState | undefined;
  #layout: PanelLayout | undefined;
  #cache = new CardLayoutCache();
  #measure: TextMeasure | undefined;
  #shown: ShownPicture | undefined;
  #current: CardId | undefined;
  #width = 0;
  /** The width before the last change. */
  #widthBefore = 0;

  constructor(root: ShadowRoot, options: MapViewOptions) {
    this.#options = options;
    this.#frame = createFrame(root, {
      zoomIn: () => this.zoomBy(ZOOM_STEP),
      zoomOut: () => this.zoomBy(1 / ZOOM_STEP),
      fit: () => this.fit(),
    });
    const { surface, stage } = this.#frame;
    this.#viewport = createViewport(surface, stage);
    surface.addEventListener("click", (event) => this.#onClick(event));
    surface.addEventListener("dblclick", (event) => this.#onDoubleClick(event));
    surface.addEventListener("keydown", (event) => this.#onKeyDown(event));
    surface.addEventListener("focusin", ({ target }) => this.#setCurrent(cardAt(target)));
    this.#resizeObserver = new ResizeObserver(() => this.#onResize());
    this.#resizeObserver.observe(surface);
  }

  /** Ends what would outlive the element. */
  dispose(): void {
    this.#resizeObserver.disconnect();
  }

  /** Shows a map, with sentences about its mistakes. */
  show(tree: Tree, mistakes: readonly string[]): void {
    this.#tree = tree;
    this.#state = openMap(inLanguage(tree, this.#options.language), this.#options.levels ?? firstLevels(tree));
    this.#measure = canvasTextMeasure(getComputedStyle(this.#frame.surface).fontFamily);
    this.#current = undefined;
    this.#frame.setMessages(mistakes, false);
    this.#drawAnew();
  }

  /** Shows why there is no map. */
  showError(message: string): void {
    this.#tree = undefined;
    this.#state = undefined;
    this.#shown = undefined;
    this.#frame.stage.replaceChildren();
    this.#frame.setMessages([message], true);
  }

  setOptions(options: MapViewOptions): void {
    const { levels } = this.#options;
    this.#options = options;
    if (this.#tree !== undefined && this.#state !== undefined)
      this.#state = { ...this.#state, tree: inLanguage(this.#tree, options.language) };
    if (options.levels !== levels) this.unfold(options.levels ?? (this.#tree && firstLevels(this.#tree)));
    else this.#drawAnew();
  }

  unfold(levels: number | undefined): void {
    if (this.#state !== undefined) this.#state = openMap(this.#state.tree, levels);
    this.#drawAnew();
  }

  zoomBy(factor: number): void {
    this.#viewport.zoomBy(factor);
  }

  fit(): void {
    if (this.#shown !== undefined) this.#viewport.fit(this.#box());
  }

  /** Draws the map in the layout that suits the size of the element. */
  #drawAnew(): void {
    this.#frame.setWords(this.#options.language);
    const { surface, spacer } = this.#frame;
    if (this.#state === undefined || this.#measure === undefined) return;
    this.#width = surface.clientWidth;
    if (this.#width === 0) return; // It is not shown, and will be drawn when it is.
    spacer.style.height = "0";
    const height = Math.max(surface.clientHeight, window.innerHeight * WINDOW_SHARE);
    this.#layout = chooseLayout(this.#state, this.#measure, { width: this.#width, height }, this.#options);
    surface.classList.toggle("is-column", this.#layout.shape === "outline");
    this.#cache = new CardLayoutCache();
    this.#draw();
    this.#frameAgain();
  }

  #draw(): void {
    const { stage, surface } = this.#frame;
    if (this.#state === undefined || this.#measure === undefined || this.#layout === undefined) return;
    const width = Math.min(this.#width, MAX_OUTLINE_WIDTH);
    this.#shown = layOut(this.#state, this.#measure, this.#layout, width, this.#cache);
    const { picture } = this.#shown;
    if (this.#shown.card(this.#current) === undefined) this.#current = picture.cards[0]?.id;
    surface.setAttribute("aria-label", picture.title ?? pictureWords(picture.language).untitled);
    if (picture.language !== undefined) surface.lang = picture.language;
    stage.replaceChildren(renderScene(this.#shown, this.#current));
  }

  /** The picture in pixels of the stage, whose corner is that of the picture. */
  #box() {
    const { width = 0, height = 0 } = this.#shown?.picture.bounds ?? {};
    return { x: 0, y: 0, width, height };
  }

  #boxOf(id: CardId | undefined) {
    const card = this.#shown?.card(id);
    const { x = 0, y = 0 } = this.#shown?.picture.bounds ?? {};
    return card && { x: card.x - x, y: card.y - y, width: card.width, height: card.height };
  }

  /** Shows the picture from its beginning, as large as is comfortable to read. */
  #frameAgain(): void {
    const box = this.#box();
    this.#frame.spacer.style.height = `${Math.ceil(box.height * Math.min(1, this.#width / box.width))}px`;
    const area = { size: this.#viewport.size, overlays: [] };
    const root = this.#boxOf(this.#shown?.picture.cards[0]?.id) ?? box;
    this.#viewport.show(
      this.#layout?.shape === "outline"
        ? initialColumnTransform(box, area)
        : initialTransform(box, root, undefined, area),
    );
  }

  /** Changes what is shown, and keeps a card where it is. */
  #change(state: MapState, id: CardId): void {
    const before = this.#boxOf(id);
    const isFocusInside = this.#frame.surface.matches(":focus-within");
    this.#state = state;
    this.#draw();
    if (this.#viewport.isFramed) this.#frameAgain();
    else {
      const after = this.#boxOf(id);
      const { k } = this.#viewport.transform;
      if (before && after) this.#viewport.panBy((before.x - after.x) * k, (before.y - after.y) * k);
    }
    if (isFocusInside) this.#focus(id);
  }

  #toggle(id: CardId): void {
    const card = this.#shown?.card(id)?.layout.card;
    const canFold = this.#shown?.hidden.has(id) || (this.#shown?.childrenOf(id).length ?? 0) > 0;
    if (this.#state !== undefined && card !== undefined && canFold) this.#change(toggleFold(this.#state, card), id);
  }

  #setCurrent(id: CardId | undefined): void {
    if (id === undefined || id === this.#current) return;
    for (const [card, isCurrent] of [
      [this.#current, false],
      [id, true],
    ] as const) {
      const element = this.#elementOf(card);
      element?.setAttribute("tabindex", isCurrent ? "0" : "-1");
      element?.setAttribute("aria-selected", `${isCurrent}`);
    }
    this.#current = id;
  }

  #elementOf(id: CardId | undefined): SVGElement | undefined {
    return [...this.#frame.stage.querySelectorAll<SVGElement>("[data-card]")].find(
      ({ dataset }) => dataset["card"] === id,
    );
  }

  #focus(id: CardId): void {
    const box = this.#boxOf(id);
    if (box !== undefined) this.#viewport.reveal(box);
    this.#elementOf(id)?.focus();
  }

  #onClick({ target }: MouseEvent): void {
    const id = cardAt(target);
    if (id === undefined || !(target instanceof Element)) return;
    this.#setCurrent(id);
    if (target.closest(".fold-handle")) this.#toggle(id);
    else if (target.closest(".more-lines") && this.#state !== undefined) this.#change(toggleText(this.#state, id), id);
  }

  #onDoubleClick({ target }: MouseEvent): void {
    const id = cardAt(target);
    // A double click on a text selects a word.
    if (id !== undefined && target instanceof Element && target.closest("text, a, .fold-handle") === null)
      this.#toggle(id);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const id = this.#current;
    if (event.altKey || event.ctrlKey || event.metaKey || this.#shown === undefined || id === undefined) return;
    if (event.target instanceof Element && event.target.closest("a")) return;
    const action = this.#keyAction(event.key, id, this.#shown);
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  #keyAction(key: string, id: CardId, shown: ShownPicture): (() => void) | undefined {
    if (key === "Enter" || key === " ") return () => this.#toggle(id);
    if (key === "+" || key === "=") return () => this.zoomBy(ZOOM_STEP);
    if (key === "-") return () => this.zoomBy(1 / ZOOM_STEP);
    if (key === "0") return () => this.fit();
    const navigation = navigateByKey(shown, id, key, shown.hidden.has(id));
    if (navigation === undefined) return undefined;
    return () => ("fold" in navigation ? this.#toggle(navigation.fold) : this.#focus(navigation.to.id));
  }

  #onResize(): void {
    const width = this.#frame.surface.clientWidth;
    // With the new height of the picture, the scroll bar of the page may have gone, and would come back with another picture.
    const isWithoutScrollbar =
      width > this.#width && width - this.#width < MAX_SCROLLBAR && width === this.#widthBefore;
    if (width === this.#width || isWithoutScrollbar) return;
    this.#widthBefore = this.#width;
    this.#drawAnew();
  }
}

/** A map that names no language is labeled in that of the page. */
const inLanguage = (tree: Tree, language: string): Tree => ({ ...tree, language: tree.language ?? language });

/** Returns the card that an element belongs to. */
function cardAt(target: EventTarget | null): CardId | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>("[data-card]") : null;
  return element?.dataset["card"] as CardId | undefined; // Set from the id of a card.
}
