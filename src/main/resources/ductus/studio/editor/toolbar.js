// Buttons of the editor: all that keys and pointer do, and how fine, in which voice.
import { el, field, options } from "../dom.js";
import { t } from "../words.js";

const GRIDS = [["4", "1/4"], ["8", "1/8"], ["12", "1/8 T"], ["16", "1/16"], ["24", "1/16 T"], ["32", "1/32"]];

/** @param {import("./editor.js").Editor} editor */
export function toolbar(editor) {
  const button = (name, run, sign) => {
    const made = el("button", { type: "button", onclick: run, title: t(`editor.hint.${name}`) }, sign ?? t(`editor.${name}`));
    if (sign) made.setAttribute("aria-label", t(`editor.${name}`));
    return made;
  };
  const toggle = (name, change) => {
    const made = button(name, () => {
      const on = made.getAttribute("aria-pressed") !== "true";
      made.setAttribute("aria-pressed", String(on));
      change(on);
    });
    made.setAttribute("aria-pressed", "false");
    return made;
  };
  const undo = button("undo", () => editor.undo());
  const redo = button("redo", () => editor.redo());
  const forChosen = [
    button("earlier", () => editor.move(-1, 0), "←"), button("later", () => editor.move(1, 0), "→"),
    button("higher", () => editor.move(0, 1), "↑"), button("lower", () => editor.move(0, -1), "↓"),
    button("shorter", () => editor.lengthen(-1)), button("longer", () => editor.lengthen(1)),
    button("softer", () => editor.louder(-1)), button("louder", () => editor.louder(1)),
    button("copy", () => editor.copy()), button("remove", () => editor.remove()),
  ];
  const paste = button("paste", () => editor.paste());
  const grid = el("select", { onchange: () => { editor.part = Number(grid.value); } }, options(GRIDS, "16"));
  const voices = editor.score.voices;
  const voice = el("select", { onchange: () => { editor.voice = Number(voice.value); } },
    options(voices.map(({ name }, index) => [String(index), name])));
  return {
    element: el("div", { class: "edit-tools", role: "group", "aria-label": t("editor.tools") },
      el("div", { class: "actions" }, undo, redo, toggle("pencil", (on) => { editor.pencil = on; editor.surface.notes.classList.toggle("pencil", on); }),
        toggle("several", (on) => { editor.several = on; }), button("add", () => editor.add()), paste,
        button("wider", () => editor.surface.zoom(1.4), "+"), button("narrower", () => editor.surface.zoom(1 / 1.4), "−"),
        field(t("editor.grid"), grid), voices.length > 1 ? field(t("editor.voice"), voice) : null),
      el("div", { class: "actions" }, ...forChosen)),
    /** What can be done now. */
    tell(history, clip) {
      undo.disabled = !history.canUndo;
      redo.disabled = !history.canRedo;
      paste.disabled = clip === null;
      const none = history.present.chosen.size === 0;
      for (const each of forChosen) each.disabled = none;
    },
  };
}
