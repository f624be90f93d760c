/** Chinese, in simplified characters. */
import { zh as pictureWords } from "../../../server/core/picture/words/zh.ts";
import type { EntryGroup } from "../../../server/core/tree/entryCounts.ts";
import type { CardKind } from "../../../server/core/tree/tree.ts";
import type { Messages } from "./en.ts";

/** The relation of a moved card to its new parent, whose text goes in front. */
const relations: Readonly<Record<CardKind | "subquestion", string>> = {
  reason: "的理由",
  objection: "的反对意见",
  premise: "的前提",
  assumption: "的假设",
  claim: "的答案",
  question: "的疑问",
  subquestion: "的一部分",
};

function describeCount(group: EntryGroup, count: number): string {
  switch (group) {
    case "unanswered":
      return `${count} 条未回应的反对意见`;
    case "unquoted":
      return `${count} 个没有引文的条目`;
    case "claim":
      return `${count} 个主张`;
    case "reason":
      return `${count} 条理由`;
    default:
      return `${count} 条反对意见`;
  }
}

export const zh: Messages = {
  language: "zh",
  quoted: (text) => `“${text}”`,
  listSeparator: "、",
  kinds: pictureWords.kinds,

  close: "关闭",
  cancel: "取消",
  dismiss: "关闭提示",
  dismissUnsavedText: "放弃未保存的文字",

  welcome: {
    title: "此图为空",
    fromArticle: "在文章中选中文字并按 Ctrl+.（Mac 上为 ⌘.）。也可以在图的文本中书写：",
    instruction: "先写一个主张。在它下面缩进写出支持它的理由和反对意见：",
    example: `claim 周日: 图书馆周日应当开放。
  reason: 平日上班的人也能来。
  objection: 工作人员会失去休息日。`,
    update: "预览会随输入更新。",
  },

  toolbar: {
    view: "视图",
    showAsTree: "显示为树",
    showAsOutline: "显示为大纲",
    showAsTable: "显示为表格",
    layOutDown: "从上到下排列",
    layOutRight: "从左到右排列",
    layOutAutomatically: "按窗口大小自动排列",
    foldToLevel: "折叠到某一级",
    foldToDepth: (depth) => `折叠到第 ${depth} 级`,
    unfoldAll: "展开所有分支",
    all: "全部",
    toggleLegend: "显示或隐藏图例",
    weigh: {
      off: "权衡：显示哪些成立",
      standing: "权衡：显示可能性",
      likelihood: "权衡：显示结论取决于什么",
      importance: "停止权衡",
    },
    zoom: "缩放",
    zoomIn: "放大",
    zoomOut: "缩小",
    zoomToFit: "适合窗口",
  },
  legend: "图例",

  breadcrumbs: {
    label: "路径",
    showWholeMap: "显示整张图",
    cursorOutside: "光标不在此分支内",
  },

  find: {
    label: "查找",
    field: "在图中查找",
    noResults: "无结果",
    results: (count) => `${count} 个结果`,
    resultOf: (index, count) => `第 ${index} 项，共 ${count} 项`,
    next: "下一个匹配项",
    previous: "上一个匹配项",
  },

  filter: {
    label: "筛选",
    active: "筛选（已启用）",
    matches: (count) => `${count} 张匹配的卡片`,
    noMatches: "没有卡片符合筛选条件。",
    speaker: "发言者",
    tag: "标签",
    kind: "类型",
    question: "问题",
    missing: "缺少",
    gaps: { unanswered: "对反对意见的回应", unquoted: "引文" },
    hideOthers: "隐藏其他卡片",
    clear: "清除筛选",
  },

  counts: {
    label: "数量",
    showAll: "显示所有卡片",
    showOnly: (group, count) => `只显示 ${describeCount(group, count)}`,
    short(group, count) {
      if (group === "unanswered") return `${count} 条未回应`;
      return group === "unquoted" ? `${count} 个无引文` : describeCount(group, count);
    },
  },

  coverage: {
    tooltip: "显示未引用的段落和没有引文的条目",
    cited: (cited, paragraphs) => ({ before: `${cited} / ${paragraphs} `, noun: "段", after: "已引用" }),
    unquoted: (count) => ({ before: `${count} 个`, noun: "条目", after: "无引文" }),
  },

  entry: {
    label: "条目详情",
    heldBy: "主张者",
    acceptedBy: "赞同者",
    rejectedBy: "反对者",
    otherWordings: "换言之",
    trueAnswers: "可同时为真的答案",
    answerLimits: { "at-most-one": "至多一个", "exactly-one": "恰好一个" },
    date: "日期",
    status: "状态",
    likelihood: "可能性",
    confidence: "信心",
    strength: "强度",
    scheme: "论证型式",
    tags: "标签",
    note: "备注",
    importedFrom: "导入自",
    attacks: "反驳",
    inference: "推理本身",
    quote: "引文",
  },

  weighing: {
    title: "权衡结果",
    standings: { stands: "成立", falls: "不成立", undecided: "未定" },
    objections: {
      succeeds: "反驳成功",
      outweighed: "分量不足",
      stands: "成立",
      falls: "已有回应",
      undecided: "未定",
    },
    change: (before, now) => `${before} → ${now}`,
    computed: (result) => `权衡：${result}`,
    standingTooltip: "根据此图计算得出。按 I 查看原因。",
    likelihoodTooltip: "根据此图计算得出，图中并未写明。按 I 查看原因。",
    supposedTooltip: "这是您的假定，不会写入图中。",
    exportedNote: "权衡：卡片边缘的标记由计算得出，并非作者所写。",
    supposed: (isTrue) => `假定为${isTrue ? "真" : "假"}`,
    suppositions: "假定",
    supposing: "假定",
    isSupposed: (text, isTrue) => `“${text}”为${isTrue ? "真" : "假"}`,
    changes: (count) => (count === 0 ? "没有结论改变" : `${count} 个结论改变`),
    announcement: (suppositions, changes) => `假定${suppositions.join("，")}。${changes}`,
    clear: "清除",
    whatWouldChange: "什么会改变这一结果",
    changesLeftOut: "此导出文件不含“什么会改变这一结果”：图中的条目超过 300 个。预览会显示这些内容。",
    ifTrueOrFalse: (conditions) =>
      conditions.flatMap(({ link, isTrue }, index) => [
        index === 0 ? "若 " : "，且 ",
        link,
        isTrue ? " 为真" : " 为假",
      ]),
    suppose: "作出假定",
  },

  tables: {
    label: "表格",
    kinds: { positions: "立场", answers: "竞争性答案", assumptions: "关键假设", sources: "来源" },
    empty: {
      positions: "没有人表明立场。请在“by”“accepted-by”或“rejected-by”之后写出发言者。",
      answers: "没有哪个问题有两个受证据支持或反对的答案。",
      assumptions: "没有结论依赖于假设。",
      sources: "没有定义来源。请写“source 名称: 标题”。",
    },
    computing: "正在计算表格…",
    sortBy: (heading) => `按“${heading}”排序`,
    goTo: (heading) => `转到“${heading}”的文本`,
    copyFormats: {
      table: { label: "复制", tooltip: "复制表格" },
      markdown: { label: "复制为 Markdown", tooltip: "复制为 Markdown" },
      csv: { label: "复制为 CSV", tooltip: "复制为 CSV" },
    },
    copied: "已复制表格。",
    copyFailed: "无法复制表格。请改为导出。",
    export: "导出…",
    exportTooltip: "导出为 Word、CSV、Markdown 或 HTML",
    moreRows: (count) => `还有 ${count} 行未显示。请导出表格查看全部。`,
    filteredOut: (count) => `筛选隐藏了 ${count} 行。`,
  },

  quotes: {
    label: "引文",
    goToPassage: "转到文章中的这一段",
    page: (page) => `第 ${page} 页`,
  },

  help: {
    label: "键盘快捷方式",
    selectedCard: "选中的卡片",
    editing: "编辑",
    general: "常规",
    click: "单击",
    clickAgain: "再次单击",
    doubleClick: "双击",
    followReference: "转到它所引用的卡片",
  },

  keys: {
    open: "转到文本",
    click: "选中，并将文本滚动到该条目",
    clickAgain: "转到选中卡片的文本",
    doubleClick: "编辑文字",
    fold: "折叠或展开分支",
    focus: "只看此分支",
    entry: "显示条目详情",
    quotes: "显示引文",
    suppose: "假定为真、为假或不作假定",
    reason: "添加理由",
    objection: "添加反对意见",
    premise: "添加前提",
    assumption: "添加假设",
    claim: "添加答案",
    question: "添加问题",
    editText: "编辑文字",
    convert: "转换为反对意见或理由",
    move: "移动…；按 Enter 放下分支",
    dropConverted: "放下并转换为相反类型",
    delete: "删除分支",
    menu: "打开上下文菜单",
    undo: "撤消",
    redo: "恢复",
    find: "查找",
    next: "下一个匹配项",
    previous: "上一个匹配项",
    filter: "筛选",
    unfoldAll: "展开所有分支",
    shape: "显示为树或大纲",
    table: "显示为表格，或恢复为图",
    direction: "从上到下或从左到右排列",
    automatic: "按窗口大小自动排列",
    legend: "显示或隐藏图例",
    weigh: "权衡：哪些成立、可能性、结论取决于什么，或都不显示",
    zoomIn: "放大",
    zoomOut: "缩小",
    fit: "适合窗口；再按一次填满窗口",
    help: "键盘快捷方式",
    close: "关闭或取消；离开分支",
    moveBetweenCards: "在卡片之间移动",
    firstAndLast: "第一张和最后一张卡片",
    foldToLevel: "折叠到某一级",
    firstLetters: "输入开头文字转到卡片",
  },

  menu: {
    label: "编辑卡片",
    convertToReason: "转换为理由",
    convertToObjection: "转换为反对意见",
    objectToStep: "反驳推理",
    move: "移动…",
    properties: { speaker: "发言者…", tags: "标签…", likelihood: "可能性…", strength: "强度…", scheme: "论证型式…" },
    supposeTrue: "假定为真",
    supposeFalse: "假定为假",
    stopSupposing: "取消假定",
    removeReference: "移除引用",
    showAlone: "只显示此分支",
    copyText: "复制文字",
    copyFailed: "无法复制文字。请转到文本中复制。",
  },

  editor: {
    placeholders: {
      reason: "输入理由",
      objection: "输入反对意见",
      premise: "输入前提",
      assumption: "输入假设",
      claim: "输入答案",
      question: "输入问题",
    },
    newEntry: (kind) => (kind === "claim" ? "新答案" : `新${pictureWords.kinds[kind]}`),
    textOf: (kind) => `${pictureWords.kinds[kind]}的文字`,
    textChanged: "您编辑期间文本已改变：",
    textRemoved: "您编辑期间文本已改变，现在为空。",
    overwrite: "覆盖",
    discard: "放弃我的更改",
  },

  moving: {
    dropOnCard: "放到另一张卡片上",
    cannotDrop: (target) => `不能放在${target}之下`,
    drop: (kind, target) => `作为${target}${relations[kind]}`,
    withAlt: (kind) => ` · Alt：作为它${relations[kind]}`,
    withoutAlt: (kind) => ` · 不按 Alt：作为它${relations[kind]}`,
    selectTarget: (card) => `正在移动${card} – 选择上级卡片，或按 Esc 取消`,
    cannotPlace: (card, target) => `正在移动${card} – 不能放在${target}之下`,
    place: (card, kind, target) => `正在移动${card} – Enter：作为${target}${relations[kind]}`,
    orElse: (kind) => ` · Alt+Enter：作为它${relations[kind]}`,
  },

  edits: {
    notAllowed: (added, parent) => `${pictureWords.kinds[added]}不能放在${pictureWords.kinds[parent]}之下。`,
    conflict: "您编辑期间文本已改变，因此未应用您的编辑。",
    tooManyChanges: "文本变化太快。请重试。",
    cardRemoved: "您正在编辑的卡片已不存在。",
    textOfOtherMap: "您在另一张图中的文字未保存。",
    changesOfOtherMap: (count) =>
      count === 1 ? "您在另一张图中的最后一次更改未应用。" : `您在另一张图中的最后 ${count} 次更改未应用。`,
    youWrote: (reason, texts) => `${reason}您写的是：${texts.map((text) => `“${text}”`).join(" ")}`,
  },

  exporting: {
    failed: (reason) => `无法导出此图：${reason}`,
    noMemory: "内存不足。",
    noClipboard: (reason) => `预览无法访问剪贴板（${reason}）。请单击预览后重试，或导出 PNG 文件。`,
    tooLarge: (scale, width, height, limit) =>
      `比例为 ${scale} 时，图像将为 ${width.toLocaleString("zh")} × ${height.toLocaleString("zh")} 像素；每边上限为 ${limit.toLocaleString("zh")}。`,
    chooseScale: (scale) => `请选择不大于 ${scale} 的比例，或导出 SVG 或 PDF。`,
    showLess: "请折叠分支或只显示一个分支，或导出 SVG 或 PDF。",
  },
};
