/** Creates pictures with the table measure and finds parts in them. */
import { expect } from "vitest";
import type { CardLayout, Edge, Picture, PlacedCard } from "../../../server/core/picture/model.ts";
import { createPicture, type PictureOptions } from "../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";

export const measure = cachedMeasure(tableMeasure);

export const pictureOf = (tree: Tree, options: PictureOptions = {}): Picture => createPicture(tree, measure, options);

export const cardOf = ({ cards }: Picture, id: string): PlacedCard =>
  cards.find((card) => card.id === id) ?? expect.unreachable(`The picture has no card ${id}.`);

export const edgeTo = ({ edges }: Picture, key: string): Edge | undefined => edges.find((edge) => edge.key === key);

export const layoutOf = (tree: Tree, id: string, options: PictureOptions = {}): CardLayout =>
  cardOf(pictureOf(tree, options), id).layout;

/** All texts on a card, including its label. */
export const textsOf = ({ texts }: CardLayout): string[] => texts.map(({ text }) => text);
