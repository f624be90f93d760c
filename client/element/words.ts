/** What the element itself says, in the languages of the picture. */
import { type DisplayLanguage, displayLanguage } from "../../server/core/strings/displayLanguage.ts";

interface ElementWords {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly toolbar: string;
}

const words: Readonly<Record<DisplayLanguage, ElementWords>> = {
  en: { zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all", toolbar: "View" },
  de: { zoomIn: "Vergrößern", zoomOut: "Verkleinern", fit: "Alles zeigen", toolbar: "Ansicht" },
  es: { zoomIn: "Acercar", zoomOut: "Alejar", fit: "Mostrar todo", toolbar: "Vista" },
  fr: { zoomIn: "Agrandir", zoomOut: "Réduire", fit: "Tout afficher", toolbar: "Affichage" },
  zh: { zoomIn: "放大", zoomOut: "缩小", fit: "显示全部", toolbar: "视图" },
};

/** Returns the words of a language, such as `de-AT`; English ones if it has none. */
export const elementWords = (language: string): ElementWords => words[displayLanguage(language)];
