/** French. A no-break space stands before a colon and inside quotation marks. */
import { fr as pictureWords } from "../../../server/core/picture/words/fr.ts";
import type { EntryGroup } from "../../../server/core/tree/entryCounts.ts";
import type { CardKind } from "../../../server/core/tree/tree.ts";
import type { Messages } from "./en.ts";
import { createCounted } from "./plurals.ts";

const counted = createCounted("fr");
const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

const withArticle: Readonly<Record<CardKind, string>> = {
  reason: "une raison",
  objection: "une objection",
  premise: "une prémisse",
  assumption: "une hypothèse",
  claim: "une thèse",
  question: "une question",
};

/** The relation of a moved card to its new parent, whose text follows. */
const relations: Readonly<Record<CardKind | "subquestion", string>> = {
  reason: "raison pour",
  objection: "objection contre",
  premise: "prémisse pour",
  assumption: "hypothèse pour",
  claim: "réponse à",
  question: "question sur",
  subquestion: "sous-question de",
};

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function describeCount(group: EntryGroup, count: number): string {
  switch (group) {
    case "unanswered":
      return counted(count, "objection sans réponse", "objections sans réponse");
    case "unquoted":
      return counted(count, "entrée sans citation", "entrées sans citation");
    case "claim":
      return counted(count, "thèse", "thèses");
    case "reason":
      return counted(count, "raison", "raisons");
    default:
      return counted(count, "objection", "objections");
  }
}

export const fr: Messages = {
  language: "fr",
  quoted,
  listSeparator: ", ",
  kinds: pictureWords.kinds,

  close: "Fermer",
  cancel: "Annuler",
  dismiss: "Masquer",
  dismissUnsavedText: "Masquer le texte non enregistré",

  welcome: {
    title: "Cette carte est vide",
    fromArticle:
      "Sélectionnez des mots de l’article et appuyez sur Ctrl+. (⌘. sur un Mac). Ou écrivez dans le texte de la carte\u00a0:",
    instruction:
      "Écrivez une thèse. En dessous, en retrait, viennent les raisons qui la soutiennent et les objections\u00a0:",
    example: `claim dimanche: La bibliothèque devrait ouvrir le dimanche.
  reason: Ceux qui travaillent toute la semaine pourraient y aller.
  objection: Le personnel perdrait son jour de repos.`,
    update: "L’aperçu suit le texte pendant la frappe.",
  },

  toolbar: {
    view: "Affichage",
    showAsTree: "Afficher en arbre",
    showAsOutline: "Afficher en plan",
    showAsTable: "Afficher en tableau",
    layOutDown: "Disposer de haut en bas",
    layOutRight: "Disposer de gauche à droite",
    layOutAutomatically: "Adapter la disposition à la fenêtre",
    foldToLevel: "Replier jusqu’à un niveau",
    foldToDepth: (depth) => `Replier jusqu’au niveau ${depth}`,
    unfoldAll: "Déplier toutes les branches",
    all: "Tout",
    toggleLegend: "Afficher ou masquer la légende",
    weigh: {
      off: "Peser\u00a0: montrer ce qui tient",
      standing: "Peser\u00a0: montrer les probabilités",
      likelihood: "Peser\u00a0: montrer de quoi dépendent les conclusions",
      importance: "Arrêter de peser",
    },
    zoom: "Zoom",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    zoomToFit: "Ajuster à la fenêtre",
  },
  legend: "Légende",

  breadcrumbs: {
    label: "Fil d’Ariane",
    showWholeMap: "Afficher toute la carte",
    cursorOutside: "Le curseur est hors de cette branche",
  },

  find: {
    label: "Rechercher",
    field: "Rechercher dans la carte",
    noResults: "Aucun résultat",
    results: (count) => counted(count, "résultat", "résultats"),
    resultOf: (index, count) => `${index} sur ${count}`,
    next: "Résultat suivant",
    previous: "Résultat précédent",
  },

  filter: {
    label: "Filtre",
    active: "Filtre (actif)",
    matches: (count) => counted(count, "carte correspond", "cartes correspondent"),
    noMatches: "Aucune carte ne correspond au filtre.",
    speaker: "Locuteur",
    tag: "Étiquette",
    kind: "Type",
    question: "Question",
    missing: "Manque",
    gaps: { unanswered: "réponse à une objection", unquoted: "citation" },
    hideOthers: "Masquer les autres cartes",
    clear: "Effacer le filtre",
  },

  counts: {
    label: "Nombres",
    showAll: "Afficher toutes les cartes",
    showOnly: (group, count) => `Afficher seulement ${describeCount(group, count)}`,
    short(group, count) {
      if (group === "unanswered") return `${count} sans réponse`;
      return group === "unquoted" ? `${count} sans citation` : describeCount(group, count);
    },
  },

  coverage: {
    tooltip: "Afficher les paragraphes non cités et les entrées sans citation",
    cited: (cited, paragraphs) => ({ before: `${cited} sur ${paragraphs} `, noun: "paragraphes ", after: "cités" }),
    unquoted: (count) => ({
      before: `${count} `,
      noun: count < 2 ? "entrée " : "entrées ",
      after: "sans citation",
    }),
  },

  entry: {
    label: "Détails",
    heldBy: "Défendu par",
    acceptedBy: "Accepté par",
    rejectedBy: "Rejeté par",
    otherWordings: "Autrement dit",
    trueAnswers: "Réponses qui peuvent être vraies",
    answerLimits: { "at-most-one": "une au plus", "exactly-one": "une seule" },
    date: "Date",
    status: "Statut",
    likelihood: "Probabilité",
    confidence: "Confiance",
    strength: "Force",
    scheme: "Schéma",
    tags: "Étiquettes",
    note: "Note",
    importedFrom: "Importé de",
    attacks: "Attaque",
    inference: "l’inférence",
    quote: "une citation",
  },

  weighing: {
    title: "Pesé",
    standings: { stands: "tient", falls: "tombe", undecided: "indécis" },
    objections: {
      succeeds: "l’emporte",
      outweighed: "ne pèse pas assez",
      stands: "tient",
      falls: "a reçu une réponse",
      undecided: "indécis",
    },
    change: (before, now) => `${before} → ${now}`,
    computed: (result) => `pesé\u00a0: ${result}`,
    standingTooltip: "Calculé d’après la carte. La touche I dit pourquoi.",
    likelihoodTooltip: "Calculé d’après la carte, qui ne le dit pas elle-même. La touche I dit pourquoi.",
    supposedTooltip: "Vous le supposez. Rien n’est écrit dans la carte.",
    exportedNote: "Pesé\u00a0: les marques au bord des cartes sont calculées. L’auteur ne les a pas écrites.",
    supposed: (isTrue) => (isTrue ? "supposé vrai" : "supposé faux"),
    suppositions: "Suppositions",
    supposing: "Supposé",
    isSupposed: (text, isTrue) => `${quoted(text)} est ${isTrue ? "vrai" : "faux"}`,
    changes: (count) =>
      count === 0 ? "Aucune conclusion ne change" : counted(count, "conclusion change", "conclusions changent"),
    announcement: (suppositions, changes) => `Supposons que ${suppositions.join(", ")}. ${changes}`,
    clear: "Effacer",
    whatWouldChange: "Ce qui changerait ce résultat",
    changesLeftOut:
      "Ce qui changerait ce résultat n’est pas dans cet export : la carte a plus de 300 entrées. L’aperçu le montre.",
    ifTrueOrFalse: (conditions) =>
      conditions.flatMap(({ link, isTrue }, index) => [
        index === 0 ? "si " : " et si ",
        link,
        isTrue ? " était vrai" : " était faux",
      ]),
    suppose: "Supposer",
  },

  tables: {
    label: "Tableaux",
    kinds: {
      positions: "Prises de position",
      answers: "Réponses rivales",
      assumptions: "Hypothèses clés",
      sources: "Sources citées",
    },
    empty: {
      positions:
        "Personne ne prend position. Nommez un locuteur après «\u00a0by\u00a0», «\u00a0accepted-by\u00a0» ou «\u00a0rejected-by\u00a0».",
      answers: "Aucune question n’a deux réponses pour ou contre lesquelles quelque chose parle.",
      assumptions: "Aucune conclusion ne dépend d’une hypothèse.",
      sources: "Aucune source n’est définie. Écrivez «\u00a0source nom: Titre\u00a0».",
    },
    computing: "Calcul du tableau…",
    sortBy: (heading) => `Trier par «\u00a0${heading}\u00a0»`,
    goTo: (heading) => `Aller au texte de «\u00a0${heading}\u00a0»`,
    copyFormats: {
      table: { label: "Copier", tooltip: "Copier le tableau" },
      markdown: { label: "en Markdown", tooltip: "Copier en Markdown" },
      csv: { label: "en CSV", tooltip: "Copier en CSV" },
    },
    copied: "Le tableau a été copié.",
    copyFailed: "Le tableau n’a pas pu être copié. Exportez-le plutôt.",
    export: "Exporter…",
    exportTooltip: "Exporter en Word, CSV, Markdown ou HTML",
    moreRows: (count) =>
      `${counted(count, "autre ligne n’est pas affichée", "autres lignes ne sont pas affichées")}. Exportez le tableau pour tout voir.`,
    filteredOut: (count) => `Le filtre masque ${counted(count, "ligne", "lignes")}.`,
  },

  quotes: {
    label: "Citations",
    goToPassage: "Aller à ce passage de l’article",
    page: (page) => `p.\u00a0${page}`,
  },

  help: {
    label: "Raccourcis clavier",
    selectedCard: "Carte sélectionnée",
    editing: "Modification",
    general: "Général",
    click: "Clic",
    clickAgain: "Second clic",
    doubleClick: "Double clic",
    followReference: "Aller à la carte à laquelle elle renvoie",
  },

  keys: {
    open: "Aller au texte",
    click: "Sélectionner et faire défiler le texte jusqu’à l’entrée",
    clickAgain: "Aller au texte de la carte sélectionnée",
    doubleClick: "Modifier le texte",
    fold: "Replier ou déplier la branche",
    focus: "Ne montrer que la branche",
    entry: "Afficher les détails",
    quotes: "Afficher les citations",
    suppose: "Supposer vrai, faux ou ni l’un ni l’autre",
    reason: "Ajouter une raison",
    objection: "Ajouter une objection",
    premise: "Ajouter une prémisse",
    assumption: "Ajouter une hypothèse",
    claim: "Ajouter une réponse",
    question: "Ajouter une question",
    editText: "Modifier le texte",
    convert: "Convertir en objection ou en raison",
    move: "Déplacer…\u00a0; Entrée dépose la branche",
    dropConverted: "Déposer comme type opposé",
    delete: "Supprimer la branche",
    menu: "Ouvrir le menu contextuel",
    undo: "Annuler",
    redo: "Rétablir",
    find: "Rechercher",
    next: "Résultat suivant",
    previous: "Résultat précédent",
    filter: "Filtrer",
    unfoldAll: "Déplier toutes les branches",
    shape: "Afficher en arbre ou en plan",
    table: "Afficher en tableau, ou de nouveau en image",
    direction: "Disposer de haut en bas ou de gauche à droite",
    automatic: "Adapter la disposition à la fenêtre",
    legend: "Afficher ou masquer la légende",
    weigh: "Peser\u00a0: ce qui tient, les probabilités, ce dont dépendent les conclusions, ou rien",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    fit: "Ajuster\u00a0; encore une fois\u00a0: remplir la fenêtre",
    help: "Raccourcis clavier",
    close: "Fermer ou annuler\u00a0; quitter la branche",
    moveBetweenCards: "Aller d’une carte à l’autre",
    firstAndLast: "Première et dernière carte",
    foldToLevel: "Replier jusqu’à un niveau",
    firstLetters: "Aller à la carte par ses premières lettres",
  },

  menu: {
    label: "Modifier la carte",
    convertToReason: "Convertir en raison",
    convertToObjection: "Convertir en objection",
    objectToStep: "Objecter à l’inférence",
    move: "Déplacer…",
    properties: {
      speaker: "Locuteur…",
      tags: "Étiquettes…",
      likelihood: "Probabilité…",
      strength: "Force…",
      scheme: "Schéma…",
    },
    supposeTrue: "Supposer que c’est vrai",
    supposeFalse: "Supposer que c’est faux",
    stopSupposing: "Ne plus supposer",
    removeReference: "Supprimer le renvoi",
    showAlone: "Afficher la branche seule",
    copyText: "Copier le texte",
    copyFailed: "Le texte n’a pas pu être copié. Allez au texte et copiez-le là.",
  },

  editor: {
    placeholders: {
      reason: "Saisir une raison",
      objection: "Saisir une objection",
      premise: "Saisir une prémisse",
      assumption: "Saisir une hypothèse",
      claim: "Saisir une réponse",
      question: "Saisir une question",
    },
    newEntry: (kind) => (kind === "claim" ? "Nouvelle réponse" : `Nouveau\u00a0: ${pictureWords.kinds[kind]}`),
    textOf: (kind) => `Texte\u00a0: ${pictureWords.kinds[kind]}`,
    textChanged: "Le texte a changé pendant la modification\u00a0:",
    textRemoved: "Le texte a changé pendant la modification et il est vide à présent.",
    overwrite: "Remplacer",
    discard: "Abandonner mes modifications",
  },

  moving: {
    dropOnCard: "Déposer sur une autre carte",
    cannotDrop: (target) => `Ne peut pas être placé sous ${target}`,
    drop: (kind, target) => `${capitalize(relations[kind])} ${target}`,
    withAlt: (kind) => ` · Alt\u00a0: ${relations[kind]}`,
    withoutAlt: (kind) => ` · sans Alt\u00a0: ${relations[kind]}`,
    selectTarget: (card) => `Déplacement de ${card} – choisissez la carte au-dessus, ou Échap pour annuler`,
    cannotPlace: (card, target) => `Déplacement de ${card} – ne peut pas être placé sous ${target}`,
    place: (card, kind, target) => `Déplacement de ${card} – Entrée\u00a0: ${relations[kind]} ${target}`,
    orElse: (kind) => ` · Alt+Entrée\u00a0: ${relations[kind]}`,
  },

  edits: {
    notAllowed: (added, parent) =>
      `${capitalize(withArticle[added])} ne peut pas être placée sous ${withArticle[parent]}.`,
    conflict: "Le texte a changé pendant la modification, qui n’a donc pas été appliquée.",
    tooManyChanges: "Le texte change trop vite. Réessayez.",
    cardRemoved: "La carte que vous modifiiez n’existe plus.",
    textOfOtherMap: "Votre texte dans une autre carte n’a pas été enregistré.",
    changesOfOtherMap: (count) =>
      count === 1
        ? "Votre dernière modification dans une autre carte n’a pas été appliquée."
        : `Vos ${count} dernières modifications dans une autre carte n’ont pas été appliquées.`,
    youWrote: (reason, texts) => `${reason} Vous avez écrit\u00a0: ${texts.map(quoted).join(" ")}`,
  },

  exporting: {
    failed: (reason) => `La carte n’a pas pu être exportée\u00a0: ${reason}`,
    noMemory: "la mémoire ne suffit pas.",
    noClipboard: (reason) =>
      `L’aperçu n’a pas accès au presse-papiers (${reason}). Cliquez dans l’aperçu et réessayez, ou exportez un fichier PNG.`,
    tooLarge: (scale, width, height, limit) =>
      `À l’échelle ${scale}, l’image ferait ${width.toLocaleString("fr")} × ${height.toLocaleString("fr")} pixels\u00a0; la limite est de ${limit.toLocaleString("fr")} par côté.`,
    chooseScale: (scale) => `Choisissez une échelle de ${scale} au plus, ou exportez en SVG ou en PDF.`,
    showLess: "Repliez des branches ou n’en montrez qu’une, ou exportez en SVG ou en PDF.",
  },
};
