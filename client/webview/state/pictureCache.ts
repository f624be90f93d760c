/** From the session to what is drawn, each step made anew only where what it is made from has changed. */

import { Faces } from "../../../server/core/picture/cards/cardLayout.ts";
import { type Explored, explored } from "../../../server/core/picture/explore.ts";
import { picture } from "../../../server/core/picture/picture.ts";
import type { TextMeasure } from "../../../server/core/picture/text/measure.ts";
import { type Plot, plot } from "./pictureIndex.ts";
import type { Session } from "./session.ts";
import type { Choice } from "./viewOptions.ts";

export interface Drawing {
  readonly plot: Plot;
  readonly explored: Explored;
  /** The measure that the picture was made with. */
  readonly measure: TextMeasure;
}

export interface Drawer {
  /** What is to be drawn; undefined where no map is there yet. */
  draw(session: Session, fonts: string, width: number): Drawing | undefined;
  /** Forgets how wide text is, as fonts have come. */
  forget(): void;
}

/** `measureIn` gives the measure for fonts as CSS names them. */
export function createDrawer(measureIn: (fonts: string) => TextMeasure): Drawer {
  let measure: { readonly fonts: string; readonly of: TextMeasure; readonly faces: Faces } | undefined;
  let last: { readonly key: readonly unknown[]; readonly drawing: Drawing } | undefined;
  let part: { readonly key: readonly unknown[]; readonly explored: Explored } | undefined;

  function exploredOnce(tree: NonNullable<Session["tree"]>, { exploration }: Choice): Explored {
    const key = [tree, exploration.folded, exploration.focus, exploration.filter];
    if (part === undefined || !same(part.key, key)) part = { key, explored: explored(tree, exploration) };
    return part.explored;
  }

  return {
    draw({ tree, choice }, fonts, width) {
      if (tree === undefined) return undefined;
      if (measure?.fonts !== fonts) measure = { fonts, of: measureIn(fonts), faces: new Faces() };
      const { faces, of } = measure;
      const seen = exploredOnce(tree, choice);
      const { shape, direction } = choice;
      const { openTexts } = choice.exploration;
      const column = shape === "outline" ? width : 0;
      const key = [seen, faces, shape, direction, openTexts, column];
      if (last === undefined || !same(last.key, key)) {
        const options = {
          faces,
          shape,
          direction,
          openTexts,
          hidden: seen.hidden,
          ...(column > 0 && { width: column }),
        };
        const drawn = picture(seen.tree, of, options);
        last = { key, drawing: { plot: plot(drawn, seen.tree), explored: seen, measure: of } };
      }
      return last.drawing;
    },
    forget() {
      measure = undefined;
    },
  };
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, index) => one === b[index]);
