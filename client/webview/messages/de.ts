/** German. */
import { de as pictureWords } from "../../../server/core/picture/words/de.ts";
import type { EntryGroup } from "../../../server/core/tree/entryCounts.ts";
import type { CardKind } from "../../../server/core/tree/tree.ts";
import type { Messages } from "./en.ts";
import { createCounted } from "./plurals.ts";

const counted = createCounted("de");

/** Each kind with its article, in the nominative and the dative case. */
const withArticle: Readonly<Record<CardKind, readonly [nominative: string, dative: string]>> = {
  reason: ["Ein Grund", "einem Grund"],
  objection: ["Ein Einwand", "einem Einwand"],
  premise: ["Eine Prämisse", "einer Prämisse"],
  assumption: ["Eine Annahme", "einer Annahme"],
  claim: ["Eine These", "einer These"],
  question: ["Eine Frage", "einer Frage"],
};

/** The relation of a moved card to its new parent. */
const relations: Readonly<Record<CardKind | "subquestion", string>> = {
  reason: "Grund für",
  objection: "Einwand gegen",
  premise: "Prämisse von",
  assumption: "Annahme von",
  claim: "Antwort auf",
  question: "Frage zu",
  subquestion: "Teil von",
};

function describeCount(group: EntryGroup, count: number): string {
  switch (group) {
    case "unanswered":
      return counted(count, "unbeantworteter Einwand", "unbeantwortete Einwände");
    case "unquoted":
      return counted(count, "Eintrag ohne Zitat", "Einträge ohne Zitat");
    case "claim":
      return counted(count, "These", "Thesen");
    case "reason":
      return counted(count, "Grund", "Gründe");
    default:
      return counted(count, "Einwand", "Einwände");
  }
}

export const de: Messages = {
  language: "de",
  quoted: (text) => `„${text}“`,
  listSeparator: ", ",
  kinds: pictureWords.kinds,

  close: "Schließen",
  cancel: "Abbrechen",
  dismiss: "Ausblenden",
  dismissUnsavedText: "Nicht gespeicherten Text ausblenden",

  welcome: {
    title: "Diese Karte ist leer",
    fromArticle:
      "Wählen Sie Wörter im Artikel aus und drücken Sie Strg+. (⌘. auf einem Mac). Oder schreiben Sie im Text der Karte:",
    instruction:
      "Schreiben Sie eine These. Darunter stehen eingerückt Gründe, die sie stützen, und Einwände gegen sie:",
    example: `claim sonntag: Die Bibliothek sollte sonntags öffnen.
  reason: Wer die ganze Woche arbeitet, könnte sie nutzen.
  objection: Das Personal verlöre seinen freien Tag.`,
    update: "Die Vorschau folgt dem Text, während Sie tippen.",
  },

  toolbar: {
    view: "Ansicht",
    showAsTree: "Als Baum anzeigen",
    showAsOutline: "Als Gliederung anzeigen",
    showAsTable: "Als Tabelle anzeigen",
    layOutDown: "Von oben nach unten anordnen",
    layOutRight: "Von links nach rechts anordnen",
    layOutAutomatically: "An das Fenster anpassen",
    foldToLevel: "Bis zu einer Ebene einklappen",
    foldToDepth: (depth) => `Bis Ebene ${depth} einklappen`,
    unfoldAll: "Alle Zweige ausklappen",
    all: "Alle",
    toggleLegend: "Legende ein- oder ausblenden",
    weigh: {
      off: "Abwägen: zeigen, was Bestand hat",
      standing: "Abwägen: zeigen, wie wahrscheinlich es ist",
      likelihood: "Abwägen: zeigen, woran Schlüsse hängen",
      importance: "Abwägen beenden",
    },
    zoom: "Zoom",
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    zoomToFit: "Einpassen",
  },
  legend: "Legende",

  breadcrumbs: {
    label: "Pfad",
    showWholeMap: "Ganze Karte anzeigen",
    cursorOutside: "Der Cursor steht außerhalb dieses Zweigs",
  },

  find: {
    label: "Suchen",
    field: "In der Karte suchen",
    noResults: "Keine Ergebnisse",
    results: (count) => counted(count, "Ergebnis", "Ergebnisse"),
    resultOf: (index, count) => `${index} von ${count}`,
    next: "Nächster Treffer",
    previous: "Vorheriger Treffer",
  },

  filter: {
    label: "Filter",
    active: "Filter (aktiv)",
    matches: (count) => counted(count, "passende Karte", "passende Karten"),
    noMatches: "Keine Karte passt zum Filter.",
    speaker: "Sprecher",
    tag: "Schlagwort",
    kind: "Art",
    question: "Frage",
    missing: "Es fehlt",
    gaps: { unanswered: "Antwort auf einen Einwand", unquoted: "Zitat" },
    hideOthers: "Andere Karten ausblenden",
    clear: "Filter löschen",
  },

  counts: {
    label: "Anzahl",
    showAll: "Alle Karten anzeigen",
    showOnly: (group, count) => `Nur ${describeCount(group, count)} anzeigen`,
    short(group, count) {
      if (group === "unanswered") return `${count} unbeantwortet`;
      return group === "unquoted" ? `${count} ohne Zitat` : describeCount(group, count);
    },
  },

  coverage: {
    tooltip: "Nicht zitierte Absätze und Einträge ohne Zitat anzeigen",
    cited: (cited, paragraphs) => ({ before: `${cited} von ${paragraphs} `, noun: "Absätzen ", after: "zitiert" }),
    unquoted: (count) => ({
      before: `${count} `,
      noun: count === 1 ? "Eintrag " : "Einträge ",
      after: "ohne Zitat",
    }),
  },

  entry: {
    label: "Einzelheiten",
    heldBy: "Vertreten von",
    acceptedBy: "Akzeptiert von",
    rejectedBy: "Abgelehnt von",
    otherWordings: "Mit anderen Worten",
    trueAnswers: "Antworten, die wahr sein können",
    answerLimits: { "at-most-one": "höchstens eine", "exactly-one": "genau eine" },
    date: "Datum",
    status: "Status",
    likelihood: "Wahrscheinlichkeit",
    confidence: "Sicherheit",
    strength: "Stärke",
    scheme: "Schema",
    tags: "Schlagwörter",
    note: "Notiz",
    importedFrom: "Importiert aus",
    attacks: "Richtet sich gegen",
    inference: "den Schluss",
    quote: "ein Zitat",
  },

  weighing: {
    title: "Abgewogen",
    standings: { stands: "hat Bestand", falls: "fällt", undecided: "unentschieden" },
    objections: {
      succeeds: "hat Erfolg",
      outweighed: "überwogen",
      stands: "hat Bestand",
      falls: "beantwortet",
      undecided: "unentschieden",
    },
    change: (before, now) => `${before} → ${now}`,
    computed: (result) => `abgewogen: ${result}`,
    standingTooltip: "Aus der Karte berechnet. Die Taste I zeigt den Grund.",
    likelihoodTooltip: "Aus der Karte berechnet, nicht in ihr angegeben. Die Taste I zeigt den Grund.",
    supposedTooltip: "Das nehmen Sie an. In der Karte steht es nicht.",
    exportedNote: "Abgewogen: Die Angaben am Rand der Karten sind berechnet. Der Autor hat sie nicht geschrieben.",
    supposed: (isTrue) => `als ${isTrue ? "wahr" : "falsch"} angenommen`,
    suppositions: "Versuchsweise Annahmen",
    supposing: "Angenommen",
    isSupposed: (text, isTrue) => `„${text}“ ist ${isTrue ? "wahr" : "falsch"}`,
    changes: (count) =>
      count === 0
        ? "Kein Ergebnis ändert sich"
        : `${counted(count, "Ergebnis", "Ergebnisse")} ${count === 1 ? "ändert" : "ändern"} sich`,
    announcement: (suppositions, changes) => `Angenommen, ${suppositions.join(", ")}. ${changes}`,
    clear: "Löschen",
    whatWouldChange: "Was das ändern würde",
    changesLeftOut:
      "Was das ändern würde, steht nicht in diesem Export: Die Karte hat mehr als 300 Einträge. Die Vorschau zeigt es.",
    ifTrueOrFalse: (conditions) =>
      conditions.flatMap(({ link, isTrue }, index) => [
        index === 0 ? "wenn " : " und ",
        link,
        isTrue ? " wahr wäre" : " falsch wäre",
      ]),
    suppose: "Annehmen",
  },

  tables: {
    label: "Tabellen",
    kinds: {
      positions: "Positionen",
      answers: "Konkurrierende Antworten",
      assumptions: "Zentrale Annahmen",
      sources: "Quellen",
    },
    empty: {
      positions: "Niemand bezieht Position. Nennen Sie einen Sprecher nach „by“, „accepted-by“ oder „rejected-by“.",
      answers: "Keine Frage hat zwei Antworten, für oder gegen die etwas spricht.",
      assumptions: "Keine Schlussfolgerung hängt von einer Annahme ab.",
      sources: "Es ist keine Quelle angegeben. Schreiben Sie „source name: Titel“.",
    },
    computing: "Die Tabelle wird berechnet …",
    sortBy: (heading) => `Nach „${heading}“ sortieren`,
    goTo: (heading) => `Zum Text von „${heading}“`,
    copyFormats: {
      table: { label: "Kopieren", tooltip: "Tabelle kopieren" },
      markdown: { label: "als Markdown", tooltip: "Kopieren als Markdown" },
      csv: { label: "als CSV", tooltip: "Kopieren als CSV" },
    },
    copied: "Die Tabelle wurde kopiert.",
    copyFailed: "Die Tabelle konnte nicht kopiert werden. Exportieren Sie sie stattdessen.",
    export: "Exportieren …",
    exportTooltip: "Als Word, CSV, Markdown oder HTML exportieren",
    moreRows: (count) =>
      `${counted(count, "weitere Zeile wird", "weitere Zeilen werden")} nicht angezeigt. Der Export enthält alle.`,
    filteredOut: (count) => `Der Filter blendet ${counted(count, "Zeile", "Zeilen")} aus.`,
  },

  quotes: {
    label: "Zitate",
    goToPassage: "Zu dieser Stelle im Artikel gehen",
    page: (page) => `S. ${page}`,
  },

  help: {
    label: "Tastenkürzel",
    selectedCard: "Ausgewählte Karte",
    editing: "Bearbeiten",
    general: "Allgemein",
    click: "Klick",
    clickAgain: "Zweiter Klick",
    doubleClick: "Doppelklick",
    followReference: "Zur Karte gehen, auf die sie verweist",
  },

  keys: {
    open: "Zum Text gehen",
    click: "Auswählen und den Text zum Eintrag rollen",
    clickAgain: "Zum Text der ausgewählten Karte gehen",
    doubleClick: "Text bearbeiten",
    fold: "Zweig ein- oder ausklappen",
    focus: "Nur den Zweig zeigen",
    entry: "Einzelheiten zeigen",
    quotes: "Zitate zeigen",
    suppose: "Als wahr, falsch oder nicht annehmen",
    reason: "Grund hinzufügen",
    objection: "Einwand hinzufügen",
    premise: "Prämisse hinzufügen",
    assumption: "Annahme hinzufügen",
    claim: "Antwort hinzufügen",
    question: "Frage hinzufügen",
    editText: "Text bearbeiten",
    convert: "In einen Einwand oder Grund umwandeln",
    move: "Verschieben…; Eingabetaste legt den Zweig ab",
    dropConverted: "Als Gegenteil ablegen",
    delete: "Zweig löschen",
    menu: "Kontextmenü öffnen",
    undo: "Rückgängig",
    redo: "Wiederholen",
    find: "Suchen",
    next: "Nächster Treffer",
    previous: "Vorheriger Treffer",
    filter: "Filter",
    unfoldAll: "Alle Zweige ausklappen",
    shape: "Als Baum oder Gliederung anzeigen",
    table: "Als Tabelle oder wieder als Bild anzeigen",
    direction: "Von oben nach unten oder von links nach rechts",
    automatic: "An das Fenster anpassen",
    legend: "Legende ein- oder ausblenden",
    weigh: "Abwägen: Bestand, Wahrscheinlichkeit, woran Schlüsse hängen, oder keines",
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    fit: "Einpassen; noch einmal: Fenster füllen",
    help: "Tastenkürzel",
    close: "Schließen oder abbrechen; Zweig verlassen",
    moveBetweenCards: "Von Karte zu Karte",
    firstAndLast: "Erste und letzte Karte",
    foldToLevel: "Bis zu einer Ebene einklappen",
    firstLetters: "Zur Karte mit diesen ersten Buchstaben",
  },

  menu: {
    label: "Karte bearbeiten",
    convertToReason: "In einen Grund umwandeln",
    convertToObjection: "In einen Einwand umwandeln",
    objectToStep: "Einwand gegen den Schluss",
    move: "Verschieben…",
    properties: {
      speaker: "Sprecher…",
      tags: "Schlagwörter…",
      likelihood: "Wahrscheinlichkeit…",
      strength: "Stärke…",
      scheme: "Schema…",
    },
    supposeTrue: "Als wahr annehmen",
    supposeFalse: "Als falsch annehmen",
    stopSupposing: "Nicht mehr annehmen",
    removeReference: "Verweis entfernen",
    showAlone: "Zweig allein zeigen",
    copyText: "Text kopieren",
    copyFailed: "Der Text konnte nicht kopiert werden. Gehen Sie zum Text und kopieren Sie ihn dort.",
  },

  editor: {
    placeholders: {
      reason: "Grund eingeben",
      objection: "Einwand eingeben",
      premise: "Prämisse eingeben",
      assumption: "Annahme eingeben",
      claim: "Antwort eingeben",
      question: "Frage eingeben",
    },
    newEntry: (kind) => (kind === "claim" ? "Neue Antwort" : `Neu: ${pictureWords.kinds[kind]}`),
    textOf: (kind) => `Text: ${pictureWords.kinds[kind]}`,
    textChanged: "Der Text hat sich geändert, während Sie ihn bearbeitet haben:",
    textRemoved: "Der Text hat sich geändert, während Sie ihn bearbeitet haben, und ist jetzt leer.",
    overwrite: "Überschreiben",
    discard: "Meine Änderungen verwerfen",
  },

  moving: {
    dropOnCard: "Auf einer anderen Karte ablegen",
    cannotDrop: (target) => `Kann nicht unter ${target} stehen`,
    drop: (kind, target) => `${relations[kind]} ${target}`,
    withAlt: (kind) => ` · Alt: ${relations[kind]}`,
    withoutAlt: (kind) => ` · ohne Alt: ${relations[kind]}`,
    selectTarget: (card) => `${card} wird verschoben – wählen Sie die Karte darüber; Esc bricht ab`,
    cannotPlace: (card, target) => `${card} wird verschoben – kann nicht unter ${target} stehen`,
    place: (card, kind, target) => `${card} wird verschoben – Eingabetaste: ${relations[kind]} ${target}`,
    orElse: (kind) => ` · Alt+Eingabetaste: ${relations[kind]}`,
  },

  edits: {
    notAllowed: (added, parent) => `${withArticle[added][0]} kann nicht unter ${withArticle[parent][1]} stehen.`,
    conflict:
      "Der Text hat sich geändert, während Sie ihn bearbeitet haben. Ihre Änderung wurde deshalb nicht übernommen.",
    tooManyChanges: "Der Text ändert sich zu schnell. Versuchen Sie es noch einmal.",
    cardRemoved: "Die Karte, die Sie bearbeitet haben, gibt es nicht mehr.",
    textOfOtherMap: "Ihr Text in einer anderen Karte wurde nicht gespeichert.",
    changesOfOtherMap: (count) =>
      count === 1
        ? "Ihre letzte Änderung in einer anderen Karte wurde nicht übernommen."
        : `Ihre letzten ${count} Änderungen in einer anderen Karte wurden nicht übernommen.`,
    youWrote: (reason, texts) => `${reason} Sie haben geschrieben: ${texts.map((text) => `„${text}“`).join(" ")}`,
  },

  exporting: {
    failed: (reason) => `Die Karte konnte nicht exportiert werden: ${reason}`,
    noMemory: "Der Speicher reicht nicht.",
    noClipboard: (reason) =>
      `Die Vorschau hat keinen Zugriff auf die Zwischenablage (${reason}). Klicken Sie in die Vorschau und versuchen Sie es noch einmal, oder exportieren Sie eine PNG-Datei.`,
    tooLarge: (scale, width, height, limit) =>
      `Bei Maßstab ${scale} wäre das Bild ${width.toLocaleString("de")} × ${height.toLocaleString("de")} Pixel groß; die Grenze ist ${limit.toLocaleString("de")} je Seite.`,
    chooseScale: (scale) => `Wählen Sie höchstens den Maßstab ${scale}, oder exportieren Sie SVG oder PDF.`,
    showLess: "Klappen Sie Zweige ein oder zeigen Sie nur einen, oder exportieren Sie SVG oder PDF.",
  },
};
