// All runs as a table: sorted by what one presses, one of them watched, some of them chosen to be compared.
import { el } from "./dom.js";
import { better, exact, size, sorted, stateName, taskName, words } from "./runwords.js";
import { span } from "./span.js";
import { t } from "./words.js";

const COLUMNS = ["name", "task", "source", "size", "best", "seconds", "state"];

export class RunTable {
  /** chose(name) hears of the run that is to be watched, compared(names) of those that are to be compared. */
  constructor({ chose, compared }) {
    this.chose = chose;
    this.compared = compared;
    this.cards = [];
    this.marked = new Set();
    this.column = null;
    this.rows = new Map();
    this.heads = COLUMNS.map((column) => this.head(column));
    this.body = el("tbody", {});
    this.empty = el("p", { class: "empty" }, t("train.none"));
    this.table = el("div", { class: "runs", role: "region", "aria-label": t("train.allRuns"), tabindex: 0 },
      el("table", {}, el("thead", {}, el("tr", {}, this.heads.map((head) => head.cell), el("th", { scope: "col" }, t("train.columns.compare")))), this.body));
    this.element = el("div", {}, this.empty, this.table);
  }

  head(column) {
    const button = el("button", { type: "button", class: "plain", onclick: () => this.sort(column) }, t(`train.columns.${column}`));
    return { column, cell: el("th", { scope: "col" }, button) };
  }

  /** Once upwards, once downwards, then as they came. */
  sort(column) {
    if (this.column !== column) [this.column, this.downwards] = [column, false];
    else if (!this.downwards) this.downwards = true;
    else this.column = null;
    for (const head of this.heads) {
      if (head.column === this.column) head.cell.setAttribute("aria-sort", this.downwards ? "descending" : "ascending");
      else head.cell.removeAttribute("aria-sort");
    }
    this.show(this.cards, this.watched);
  }

  /** Rows that stay keep the focus that is in them. */
  show(cards, watched) {
    this.cards = cards;
    this.watched = watched;
    this.empty.hidden = cards.length > 0;
    this.table.hidden = cards.length === 0;
    const names = new Set(cards.map((card) => card.name));
    for (const name of this.rows.keys()) if (!names.has(name)) this.rows.delete(name);
    const shown = (this.column ? sorted(cards, this.column, this.downwards) : cards).map((card) => this.row(card, card.name === watched));
    if (shown.some((row, index) => this.body.children[index] !== row) || this.body.children.length !== shown.length) {
      this.body.replaceChildren(...shown);
    }
    this.mark([...this.marked].filter((name) => names.has(name)));
  }

  row(card, chosen) {
    if (!this.rows.has(card.name)) this.rows.set(card.name, this.newRow(card.name));
    const { row, button, cells, said } = this.rows.get(card.name);
    button.setAttribute("aria-pressed", String(chosen));
    row.classList.toggle("chosen", chosen);
    const now = JSON.stringify([card.state, card.task, card.source, ...words(card), card.seconds]);
    if (now !== said) {
      this.rows.get(card.name).said = now;
      const contents = [taskName(card), card.source ?? "", size(card), [better(card) ?? "", el("small", { class: "pale" }, exact(card) ?? "")],
        card.seconds == null ? "" : span(card.seconds), el("span", {}, stateMark(card), card.epochs > 0 ? el("small", { class: "pale" }, words({ ...card, reason: null })[0]) : "")];
      cells.forEach((cell, index) => cell.replaceChildren(...[contents[index]].flat()));
    }
    return row;
  }

  newRow(name) {
    const button = el("button", { type: "button", class: "plain run-row", onclick: () => this.chose(name) }, name);
    const tick = el("input", { type: "checkbox", "aria-label": t("train.compareRun", { name }), onchange: () => this.tick(name, tick.checked) });
    const cells = COLUMNS.slice(1).map((column) => el("td", { class: `of-${column}` }));
    const row = el("tr", { "data-run": name }, el("th", { scope: "row" }, button), cells, el("td", { class: "compare" }, tick));
    return { row, button, cells, tick };
  }

  tick(name, checked) {
    const names = [...this.marked].filter((each) => each !== name);
    this.mark(checked ? [...names, name] : names);
  }

  mark(names) {
    const before = [...this.marked].join("\n");
    this.marked = new Set(names);
    if (before !== names.join("\n")) this.compared(names);
  }
}

/** The state of a run as a mark. */
export function stateMark(card) {
  return el("span", { class: `state ${card.state.toLowerCase()}` }, stateName(card.state));
}
