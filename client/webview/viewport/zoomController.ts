/** What part of the picture is in sight: pan, zoom, fit. */
import { select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { type Box, contains, meet, type Point } from "../../../server/core/picture/geometry/box.ts";
import type { Placement } from "../state/savedView.ts";
import { isStill } from "../ui/reducedMotion.ts";
import { type Covers, clearing, clearingRow, headroom } from "./overlayInsets.ts";

export interface View {
  /**
   * Shows a picture so that it can be read: all of it, else the surroundings of its first root, or where `marked` is not
   * among them, of that. A column, as an outline is one, from its top, as wide as it fits.
   */
  start(bounds: Box, root: Box, marked: Box | undefined, isColumn: boolean): void;
  /** Shows it as it was left; false, and nothing done, where no part of it would be in sight. */
  resume(placement: Placement, bounds: Box): boolean;
  /**
   * Shows all of it, never larger than it is. Where that is too small to read and shown already, it is as wide as the window
   * – or, if it is wide, as high – from its beginning.
   */
  fit(bounds: Box): void;
  /** Shows all of what has been left of a picture that was too small to read; another one is left alone. */
  gather(bounds: Box): void;
  zoomBy(factor: number): void;
  /** Moves the picture no further than to bring a box into sight, beside all that lies over the picture. */
  reveal(box: Box): void;
  /** Does so, and where the picture is too small to read, makes it larger around the box. */
  approach(box: Box): void;
  /** Moves the picture so that nothing lies over a box that is in sight; one that reaches out of it is left alone. */
  uncover(box: Box): void;
  /** Puts a spot of the picture into the middle, at once. */
  centre(x: number, y: number): void;
  /** Lets the picture glide, by pixels of the window. */
  move(x: number, y: number): void;
  /** Moves the picture under the window at once, by pixels of the picture; a glide goes on to where it was going. */
  shift(x: number, y: number): void;
  /** Puts a column into the middle, across; `fits`: made as small as that takes, else only where there is room for it. */
  align(fits: boolean): void;
  /** Whether the picture is a column, and whole across. */
  readonly isAcross: boolean;
  /** Whether any part of the box is in sight, once the picture has come to rest. */
  shows(box: Box): boolean;
  /** Where the picture is now. */
  readonly placement: Placement;
  /** What of the picture is in sight now. */
  readonly sight: Box;
}

/** At `readable`, text of 13 pixels is 8 high; smaller nobody likes to read it. */
const scale = { least: 0.04, most: 3, readable: 0.61, start: 0.8 };
/** Where so much of a picture is in sight at the least size that can be read, it is no larger. */
const nearlyAll = 0.8;
const margin = 28;
/** Beside the beginning of a picture, which has a margin of its own. */
const edge = 8;
const glideTime = 220;

export interface Listener {
  /** The picture is somewhere else, or of another size. */
  readonly onMove: (placement: Placement) => void;
  /** It has come to rest. */
  readonly onRest: () => void;
}

/** What of the page is asked for when it matters. */
export interface Surroundings {
  /** What lies over the picture. */
  readonly covers: Covers;
  /** All of the picture, where it is a column, as an outline is one. */
  readonly column: () => Box | undefined;
}

/** The gestures are those on `surface`; drawing follows by `onMove`. */
export function createView(surface: HTMLElement, { covers, column }: Surroundings, { onMove, onRest }: Listener): View {
  const window = select<HTMLElement, unknown>(surface);
  /** Where the picture is, or is gliding to. */
  let goal: ZoomTransform = zoomIdentity;
  let from: ZoomTransform = zoomIdentity;
  let gliding = 0;
  // Asked of the page at each step of a drag, these would have it laid out each time.
  let size = { width: surface.clientWidth, height: surface.clientHeight };
  new ResizeObserver(() => {
    size = { width: surface.clientWidth, height: surface.clientHeight };
  }).observe(surface);

  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([scale.least, scale.most])
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    // A double click on a card folds it; only beside the cards is it asking for more.
    .filter((event: MouseEvent) => {
      const card = event.target instanceof Element ? event.target.closest("[data-card]") : null;
      // Where cards can be moved, the mouse takes hold of the card and not of the picture.
      const holds = event.type === "mousedown" && card?.closest(".edits") !== null && card?.closest(".hollow") === null;
      return event.button === 0 && !(card !== null && (event.type === "dblclick" || holds));
    })
    .on("start", ({ sourceEvent }) => {
      if (sourceEvent !== null) cancelAnimationFrame(gliding);
    })
    .on("zoom", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (sourceEvent !== null) goal = transform;
      onMove(plain(transform));
    })
    .on("end", ({ transform: { x, y, k } }: { transform: ZoomTransform }) => {
      // Each step of a glide is an end, too.
      if (x === goal.x && y === goal.y && k === goal.k) onRest();
    });
  window.call(behaviour);

  function put(to: ZoomTransform): void {
    cancelAnimationFrame(gliding);
    goal = to;
    window.call(behaviour.transform, to);
  }

  /** Goes there in a short while, or at once for those who want no motion. */
  function glide(to: ZoomTransform): void {
    if (isStill()) {
      put(to);
      return;
    }
    cancelAnimationFrame(gliding);
    goal = to;
    from = zoomTransform(surface);
    let began: number | undefined;
    const step = (now: number): void => {
      began ??= now;
      const t = Math.min((now - began) / glideTime, 1);
      const eased = 1 - (1 - t) ** 3;
      const mix = (a: number, b: number): number => a + (b - a) * eased;
      window.call(behaviour.transform, at(mix(from.x, goal.x), mix(from.y, goal.y), mix(from.k, goal.k)));
      gliding = t < 1 ? requestAnimationFrame(step) : 0;
    };
    gliding = requestAnimationFrame(step);
  }

  function fitting({ x, y, width, height }: Box): ZoomTransform {
    const over = covers();
    const top = headroom(size, over);
    const within = (bottom: number): ZoomTransform => {
      const h = Math.max(1, bottom - top);
      const k = Math.max(scale.least, Math.min(1, size.width / width, h / height));
      return at(size.width / 2 - (x + width / 2) * k, top + h / 2 - (y + height / 2) * k, k);
    };
    const whole = within(size.height);
    // What lies over its end is small and in a corner, where there often is no card.
    const end = over.filter(
      (cover) => cover.y > size.height / 2 && meet(cover, placed({ x, y, width, height }, whole)),
    );
    return end.length === 0 ? whole : within(Math.min(...end.map((cover) => cover.y)) - 2);
  }

  /** As large as fills the window in one direction, from the picture's beginning. */
  function filling({ x, y, width, height }: Box): ZoomTransform {
    const top = headroom(size, covers());
    const k = Math.min(1, Math.max(size.width / width, (size.height - top) / height));
    const along = (start: number, length: number, room: number): number =>
      length * k <= room ? room / 2 - (start + length / 2) * k : -start * k;
    return at(along(x, width, size.width), top + along(y, height, size.height - top), k);
  }

  /** How far the picture has to move for a box to be in sight, uncovered. */
  function wayTo(box: Box): Point {
    const card = placed(box, goal);
    const all = column();
    const whole = all && placed(all, goal);
    if (whole === undefined || whole.width >= size.width + 1) return clearing(card, size, covers(), margin);
    // A column that fits is whole across, whatever of it is wanted.
    const isOut = whole.x < -1 || whole.x + whole.width > size.width + 1;
    const x = isOut ? size.width / 2 - (whole.x + whole.width / 2) : 0;
    return { x, y: clearingRow({ ...card, x: card.x + x }, size, covers(), margin) };
  }

  const inSight = (box: Box, placement: Placement): boolean => meet({ x: 0, y: 0, ...size }, placed(box, placement));

  return {
    start(bounds, root, marked, isColumn) {
      const top = headroom(size, covers());
      if (isColumn) {
        const k = Math.max(scale.least, Math.min(1, size.width / bounds.width));
        return put(at(size.width / 2 - (bounds.x + bounds.width / 2) * k, top - bounds.y * k, k));
      }
      const whole = fitting(bounds);
      if (whole.k >= scale.readable) return put(whole);
      const k = whole.k >= scale.readable * nearlyAll ? scale.readable : scale.start;
      // A card in the middle, as far as there is picture on both sides; all of it, where it fits in that direction.
      const along = (start: number, length: number, middle: number, room: number): number => {
        if (length * k <= room) return room / 2 - (start + length / 2) * k;
        const [first, last] = [edge - start * k, room - edge - (start + length) * k];
        return Math.max(last, Math.min(first, room / 2 - middle * k));
      };
      const around = ({ x, y, width, height }: Box): ZoomTransform =>
        at(
          along(bounds.x, bounds.width, x + width / 2, size.width),
          top + along(bounds.y, bounds.height, y + height / 2, size.height - top),
          k,
        );
      const begun = around(root);
      const isOut = marked !== undefined && !contains({ x: 0, y: 0, ...size }, placed(marked, begun));
      put(isOut ? around(marked) : begun);
    },
    resume(placement, bounds) {
      if (!inSight(bounds, placement)) return false;
      put(at(placement.x, placement.y, Math.min(scale.most, Math.max(scale.least, placement.k))));
      return true;
    },
    fit(bounds) {
      const whole = fitting(bounds);
      const isShown = Math.abs(goal.k / whole.k - 1) < 0.01 && Math.hypot(goal.x - whole.x, goal.y - whole.y) < 2;
      glide(isShown && whole.k < scale.readable ? filling(bounds) : whole);
    },
    gather(bounds) {
      if (goal.k < scale.readable) glide(fitting(bounds));
    },
    zoomBy(factor) {
      const { width, height } = size;
      const k = Math.min(scale.most, Math.max(scale.least, goal.k * factor));
      const [x, y] = goal.invert([width / 2, height / 2]);
      glide(at(width / 2 - x * k, height / 2 - y * k, k));
    },
    reveal(box) {
      const { x, y } = wayTo(box);
      if (x !== 0 || y !== 0) glide(at(goal.x + x, goal.y + y, goal.k));
    },
    approach(box) {
      if (goal.k >= scale.readable) return this.reveal(box);
      const k = scale.start;
      glide(at(size.width / 2 - (box.x + box.width / 2) * k, size.height / 2 - (box.y + box.height / 2) * k, k));
    },
    uncover(box) {
      if (contains({ x: 0, y: 0, ...size }, placed(box, goal))) this.reveal(box);
    },
    move(x, y) {
      glide(at(goal.x + x, goal.y + y, goal.k));
    },
    centre(x, y) {
      const { k } = goal;
      put(at(size.width / 2 - x * k, size.height / 2 - y * k, k));
    },
    shift(x, y) {
      const moved = (to: ZoomTransform): ZoomTransform => at(to.x + x * to.k, to.y + y * to.k, to.k);
      const now = zoomTransform(surface);
      goal = moved(goal);
      from = moved(from);
      window.call(behaviour.transform, moved(now));
    },
    align(fits) {
      const whole = column();
      if (whole === undefined) return;
      const most = size.width / whole.width;
      if (goal.k > most * 1.001 && !fits) return;
      const k = Math.max(scale.least, Math.min(goal.k, most));
      const top = headroom(size, covers());
      put(at(size.width / 2 - (whole.x + whole.width / 2) * k, top + ((goal.y - top) * k) / goal.k, k));
    },
    shows: (box) => inSight(box, goal),
    get isAcross() {
      const whole = column();
      if (whole === undefined) return false;
      const { x, width } = placed(whole, goal);
      return x > -1 && x + width < size.width + 1;
    },
    get placement() {
      return plain(zoomTransform(surface));
    },
    get sight() {
      const { x, y, k } = zoomTransform(surface);
      return { x: -x / k, y: -y / k, width: size.width / k, height: size.height / k };
    },
  };
}

const at = (x: number, y: number, k: number): ZoomTransform => zoomIdentity.translate(x, y).scale(k);
const plain = ({ x, y, k }: ZoomTransform): Placement => ({ x, y, k });
/** A box of the picture as it lies in the window. */
export const placed = ({ x, y, width, height }: Box, to: Placement): Box => ({
  x: to.x + x * to.k,
  y: to.y + y * to.k,
  width: width * to.k,
  height: height * to.k,
});
