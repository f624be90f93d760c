/** Spanish. */
import { es as pictureWords } from "../../../server/core/picture/words/es.ts";
import type { EntryGroup } from "../../../server/core/tree/entryCounts.ts";
import type { CardKind } from "../../../server/core/tree/tree.ts";
import type { Messages } from "./en.ts";
import { createCounted } from "./plurals.ts";

const counted = createCounted("es");

const withArticle: Readonly<Record<CardKind, string>> = {
  reason: "una razón",
  objection: "una objeción",
  premise: "una premisa",
  assumption: "un supuesto",
  claim: "una tesis",
  question: "una pregunta",
};

/** The relation of a moved card to its new parent, whose text follows. */
const relations: Readonly<Record<CardKind | "subquestion", string>> = {
  reason: "razón a favor de",
  objection: "objeción a",
  premise: "premisa de",
  assumption: "supuesto de",
  claim: "respuesta a",
  question: "pregunta sobre",
  subquestion: "parte de",
};

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function describeCount(group: EntryGroup, count: number): string {
  switch (group) {
    case "unanswered":
      return counted(count, "objeción sin respuesta", "objeciones sin respuesta");
    case "unquoted":
      return counted(count, "entrada sin cita", "entradas sin cita");
    case "claim":
      return counted(count, "tesis", "tesis");
    case "reason":
      return counted(count, "razón", "razones");
    default:
      return counted(count, "objeción", "objeciones");
  }
}

export const es: Messages = {
  language: "es",
  quoted: (text) => `«${text}»`,
  listSeparator: ", ",
  kinds: pictureWords.kinds,

  close: "Cerrar",
  cancel: "Cancelar",
  dismiss: "Descartar",
  dismissUnsavedText: "Descartar el texto sin guardar",

  welcome: {
    title: "Este mapa está vacío",
    fromArticle: "Seleccione palabras del artículo y pulse Ctrl+. (⌘. en un Mac). O escriba en el texto del mapa:",
    instruction: "Escriba una tesis. Debajo, con sangría, van las razones que la apoyan y las objeciones:",
    example: `claim domingos: La biblioteca debería abrir los domingos.
  reason: Quien trabaja toda la semana podría usarla.
  objection: El personal perdería su día de descanso.`,
    update: "La vista previa sigue al texto mientras escribe.",
  },

  toolbar: {
    view: "Vista",
    showAsTree: "Mostrar como árbol",
    showAsOutline: "Mostrar como esquema",
    showAsTable: "Mostrar como tabla",
    layOutDown: "Disponer de arriba abajo",
    layOutRight: "Disponer de izquierda a derecha",
    layOutAutomatically: "Adaptar la disposición a la ventana",
    foldToLevel: "Plegar hasta un nivel",
    foldToDepth: (depth) => `Plegar hasta el nivel ${depth}`,
    unfoldAll: "Desplegar todas las ramas",
    all: "Todo",
    toggleLegend: "Mostrar u ocultar la leyenda",
    weigh: {
      off: "Sopesar: mostrar qué se sostiene",
      standing: "Sopesar: mostrar las probabilidades",
      likelihood: "Sopesar: mostrar de qué dependen las conclusiones",
      importance: "Dejar de sopesar",
    },
    zoom: "Zoom",
    zoomIn: "Acercar",
    zoomOut: "Alejar",
    zoomToFit: "Ajustar a la ventana",
  },
  legend: "Leyenda",

  breadcrumbs: {
    label: "Ruta",
    showWholeMap: "Mostrar el mapa completo",
    cursorOutside: "El cursor está fuera de esta rama",
  },

  find: {
    label: "Buscar",
    field: "Buscar en el mapa",
    noResults: "Sin resultados",
    results: (count) => counted(count, "resultado", "resultados"),
    resultOf: (index, count) => `${index} de ${count}`,
    next: "Resultado siguiente",
    previous: "Resultado anterior",
  },

  filter: {
    label: "Filtro",
    active: "Filtro (activo)",
    matches: (count) => counted(count, "tarjeta coincide", "tarjetas coinciden"),
    noMatches: "Ninguna tarjeta coincide con el filtro.",
    speaker: "Hablante",
    tag: "Etiqueta",
    kind: "Tipo",
    question: "Pregunta",
    missing: "Falta",
    gaps: { unanswered: "respuesta a una objeción", unquoted: "cita" },
    hideOthers: "Ocultar las demás tarjetas",
    clear: "Borrar el filtro",
  },

  counts: {
    label: "Recuento",
    showAll: "Mostrar todas las tarjetas",
    showOnly: (group, count) => `Mostrar solo ${describeCount(group, count)}`,
    short(group, count) {
      if (group === "unanswered") return `${count} sin respuesta`;
      return group === "unquoted" ? `${count} sin cita` : describeCount(group, count);
    },
  },

  coverage: {
    tooltip: "Mostrar los párrafos no citados y las entradas sin cita",
    cited: (cited, paragraphs) => ({ before: `${cited} de ${paragraphs} `, noun: "párrafos ", after: "citados" }),
    unquoted: (count) => ({
      before: `${count} `,
      noun: count === 1 ? "entrada " : "entradas ",
      after: "sin cita",
    }),
  },

  entry: {
    label: "Detalles",
    heldBy: "Defendido por",
    acceptedBy: "Aceptado por",
    rejectedBy: "Rechazado por",
    otherWordings: "En otras palabras",
    trueAnswers: "Respuestas que pueden ser verdaderas",
    answerLimits: { "at-most-one": "una como máximo", "exactly-one": "exactamente una" },
    date: "Fecha",
    status: "Estado",
    likelihood: "Probabilidad",
    confidence: "Confianza",
    strength: "Fuerza",
    scheme: "Esquema",
    tags: "Etiquetas",
    note: "Nota",
    importedFrom: "Importado de",
    attacks: "Ataca",
    inference: "la inferencia",
    quote: "una cita",
  },

  weighing: {
    title: "Sopesado",
    standings: { stands: "se sostiene", falls: "cae", undecided: "sin decidir" },
    objections: {
      succeeds: "prospera",
      outweighed: "pesa menos",
      stands: "se sostiene",
      falls: "respondida",
      undecided: "sin decidir",
    },
    change: (before, now) => `${before} → ${now}`,
    computed: (result) => `sopesado: ${result}`,
    standingTooltip: "Calculado a partir del mapa. La tecla I muestra por qué.",
    likelihoodTooltip: "Calculado a partir del mapa, que no lo indica. La tecla I muestra por qué.",
    supposedTooltip: "Usted lo supone. En el mapa no se escribe nada.",
    exportedNote: "Sopesado: las marcas en el borde de las tarjetas están calculadas. No las escribió el autor.",
    supposed: (isTrue) => `se supone ${isTrue ? "verdadero" : "falso"}`,
    suppositions: "Suposiciones",
    supposing: "Suponiendo",
    isSupposed: (text, isTrue) => `«${text}» es ${isTrue ? "verdadero" : "falso"}`,
    changes: (count) =>
      count === 0 ? "No cambia ninguna conclusión" : counted(count, "conclusión cambia", "conclusiones cambian"),
    announcement: (suppositions, changes) => `Suponiendo que ${suppositions.join(", ")}. ${changes}`,
    clear: "Borrar",
    whatWouldChange: "Qué cambiaría esto",
    changesLeftOut:
      "Lo que cambiaría esto no está en esta exportación: el mapa tiene más de 300 entradas. La vista previa lo muestra.",
    ifTrueOrFalse: (conditions) =>
      conditions.flatMap(({ link, isTrue }, index) => [
        index === 0 ? "si " : " y si ",
        link,
        isTrue ? " fuera verdadero" : " fuera falso",
      ]),
    suppose: "Suponer",
  },

  tables: {
    label: "Tablas",
    kinds: {
      positions: "Posiciones",
      answers: "Respuestas rivales",
      assumptions: "Supuestos clave",
      sources: "Fuentes",
    },
    empty: {
      positions: "Nadie toma posición. Indique un hablante después de «by», «accepted-by» o «rejected-by».",
      answers: "Ninguna pregunta tiene dos respuestas con algo a favor o en contra.",
      assumptions: "Ninguna conclusión depende de un supuesto.",
      sources: "No hay ninguna fuente definida. Escriba «source nombre: Título».",
    },
    computing: "Calculando la tabla…",
    sortBy: (heading) => `Ordenar por «${heading}»`,
    goTo: (heading) => `Ir al texto de «${heading}»`,
    copyFormats: {
      table: { label: "Copiar", tooltip: "Copiar la tabla" },
      markdown: { label: "como Markdown", tooltip: "Copiar como Markdown" },
      csv: { label: "como CSV", tooltip: "Copiar como CSV" },
    },
    copied: "La tabla se ha copiado.",
    copyFailed: "No se pudo copiar la tabla. Expórtela en su lugar.",
    export: "Exportar…",
    exportTooltip: "Exportar como Word, CSV, Markdown o HTML",
    moreRows: (count) =>
      `${counted(count, "fila más no se muestra", "filas más no se muestran")}. Exporte la tabla para verlas todas.`,
    filteredOut: (count) => `El filtro oculta ${counted(count, "fila", "filas")}.`,
  },

  quotes: {
    label: "Citas",
    goToPassage: "Ir a este pasaje del artículo",
    page: (page) => `p. ${page}`,
  },

  help: {
    label: "Atajos de teclado",
    selectedCard: "Tarjeta seleccionada",
    editing: "Edición",
    general: "General",
    click: "Clic",
    clickAgain: "Segundo clic",
    doubleClick: "Doble clic",
    followReference: "Ir a la tarjeta a la que remite",
  },

  keys: {
    open: "Ir al texto",
    click: "Seleccionar y desplazar el texto hasta la entrada",
    clickAgain: "Ir al texto de la tarjeta seleccionada",
    doubleClick: "Editar el texto",
    fold: "Plegar o desplegar la rama",
    focus: "Mostrar solo la rama",
    entry: "Mostrar los detalles",
    quotes: "Mostrar las citas",
    suppose: "Suponer verdadero, falso o ninguno",
    reason: "Añadir una razón",
    objection: "Añadir una objeción",
    premise: "Añadir una premisa",
    assumption: "Añadir un supuesto",
    claim: "Añadir una respuesta",
    question: "Añadir una pregunta",
    editText: "Editar el texto",
    convert: "Convertir en objeción o en razón",
    move: "Mover…; Entrar suelta la rama",
    dropConverted: "Soltar como el tipo opuesto",
    delete: "Eliminar la rama",
    menu: "Abrir el menú contextual",
    undo: "Deshacer",
    redo: "Rehacer",
    find: "Buscar",
    next: "Resultado siguiente",
    previous: "Resultado anterior",
    filter: "Filtrar",
    unfoldAll: "Desplegar todas las ramas",
    shape: "Mostrar como árbol o esquema",
    table: "Mostrar como tabla o de nuevo como imagen",
    direction: "Disponer de arriba abajo o de izquierda a derecha",
    automatic: "Adaptar la disposición a la ventana",
    legend: "Mostrar u ocultar la leyenda",
    weigh: "Sopesar: qué se sostiene, las probabilidades, de qué dependen las conclusiones, o nada",
    zoomIn: "Acercar",
    zoomOut: "Alejar",
    fit: "Ajustar; otra vez: llenar la ventana",
    help: "Atajos de teclado",
    close: "Cerrar o cancelar; salir de la rama",
    moveBetweenCards: "Ir de una tarjeta a otra",
    firstAndLast: "Primera y última tarjeta",
    foldToLevel: "Plegar hasta un nivel",
    firstLetters: "Ir a la tarjeta por sus primeras letras",
  },

  menu: {
    label: "Editar la tarjeta",
    convertToReason: "Convertir en razón",
    convertToObjection: "Convertir en objeción",
    objectToStep: "Objetar la inferencia",
    move: "Mover…",
    properties: {
      speaker: "Hablante…",
      tags: "Etiquetas…",
      likelihood: "Probabilidad…",
      strength: "Fuerza…",
      scheme: "Esquema…",
    },
    supposeTrue: "Suponer que es verdadero",
    supposeFalse: "Suponer que es falso",
    stopSupposing: "Dejar de suponer",
    removeReference: "Eliminar la referencia",
    showAlone: "Mostrar solo la rama",
    copyText: "Copiar el texto",
    copyFailed: "No se pudo copiar el texto. Vaya al texto y cópielo allí.",
  },

  editor: {
    placeholders: {
      reason: "Escriba una razón",
      objection: "Escriba una objeción",
      premise: "Escriba una premisa",
      assumption: "Escriba un supuesto",
      claim: "Escriba una respuesta",
      question: "Escriba una pregunta",
    },
    newEntry: (kind) => (kind === "claim" ? "Respuesta nueva" : `Entrada nueva: ${pictureWords.kinds[kind]}`),
    textOf: (kind) => `Texto: ${pictureWords.kinds[kind]}`,
    textChanged: "El texto cambió mientras usted lo editaba:",
    textRemoved: "El texto cambió mientras usted lo editaba y ahora está vacío.",
    overwrite: "Sobrescribir",
    discard: "Descartar mis cambios",
  },

  moving: {
    dropOnCard: "Soltar sobre otra tarjeta",
    cannotDrop: (target) => `No puede ir debajo de ${target}`,
    drop: (kind, target) => `${capitalize(relations[kind])} ${target}`,
    withAlt: (kind) => ` · Alt: ${relations[kind]}`,
    withoutAlt: (kind) => ` · sin Alt: ${relations[kind]}`,
    selectTarget: (card) => `Moviendo ${card}: elija la tarjeta superior, o Esc para cancelar`,
    cannotPlace: (card, target) => `Moviendo ${card}: no puede ir debajo de ${target}`,
    place: (card, kind, target) => `Moviendo ${card}: Entrar: ${relations[kind]} ${target}`,
    orElse: (kind) => ` · Alt+Entrar: ${relations[kind]}`,
  },

  edits: {
    notAllowed: (added, parent) => `${capitalize(withArticle[added])} no puede ir debajo de ${withArticle[parent]}.`,
    conflict: "El texto cambió mientras usted lo editaba, así que su edición no se aplicó.",
    tooManyChanges: "El texto cambia demasiado deprisa. Inténtelo de nuevo.",
    cardRemoved: "La tarjeta que estaba editando ya no existe.",
    textOfOtherMap: "Su texto en otro mapa no se guardó.",
    changesOfOtherMap: (count) =>
      count === 1
        ? "Su último cambio en otro mapa no se aplicó."
        : `Sus últimos ${count} cambios en otro mapa no se aplicaron.`,
    youWrote: (reason, texts) => `${reason} Usted escribió: ${texts.map((text) => `«${text}»`).join(" ")}`,
  },

  exporting: {
    failed: (reason) => `No se pudo exportar el mapa: ${reason}`,
    noMemory: "no hay memoria suficiente.",
    noClipboard: (reason) =>
      `La vista previa no tiene acceso al portapapeles (${reason}). Haga clic en la vista previa e inténtelo de nuevo, o exporte un archivo PNG.`,
    tooLarge: (scale, width, height, limit) =>
      `Con la escala ${scale} la imagen tendría ${width.toLocaleString("es")} × ${height.toLocaleString("es")} píxeles; el límite es ${limit.toLocaleString("es")} por lado.`,
    chooseScale: (scale) => `Elija una escala de ${scale} o menos, o exporte en SVG o PDF.`,
    showLess: "Pliegue ramas o muestre solo una, o exporte en SVG o PDF.",
  },
};
