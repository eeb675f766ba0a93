// What the keys do on the notes.
import { choose, chooseAll, chooseNext } from "../score/edit.js";

/** @param {import("./editor.js").Editor} editor */
export function keys(editor) {
  const commands = {
    ArrowLeft: (event) => (event.altKey ? editor.lengthen(-1) : editor.move(-1, 0)),
    ArrowRight: (event) => (event.altKey ? editor.lengthen(1) : editor.move(1, 0)),
    ArrowUp: (event) => (event.altKey ? editor.louder(1) : editor.move(0, event.ctrlKey || event.metaKey ? 12 : 1)),
    ArrowDown: (event) => (event.altKey ? editor.louder(-1) : editor.move(0, event.ctrlKey || event.metaKey ? -12 : -1)),
    PageDown: (event) => editor.choose(chooseNext(editor.edited, 1, event.shiftKey)),
    PageUp: (event) => editor.choose(chooseNext(editor.edited, -1, event.shiftKey)),
    Home: () => editor.choose(chooseNext(choose(editor.edited, []), 1)),
    End: () => editor.choose(chooseNext(choose(editor.edited, []), -1)),
    Delete: () => editor.remove(),
    Backspace: () => editor.remove(),
    Insert: () => editor.add(),
    Escape: () => editor.choose(choose(editor.edited, [])),
  };
  const withCtrl = {
    a: () => editor.choose(chooseAll(editor.edited)),
    c: () => editor.copy(),
    x: () => { editor.copy(); editor.remove(); },
    v: () => editor.paste(),
    z: (event) => (event.shiftKey ? editor.redo() : editor.undo()),
    y: () => editor.redo(),
  };
  const follow = (event) => {
    const command = event.ctrlKey || event.metaKey ? withCtrl[event.key.toLowerCase()] ?? commands[event.key] : commands[event.key];
    if (!command) return;
    event.preventDefault();
    command(event);
  };
  editor.surface.notes.addEventListener("keydown", follow);
  // Undo and redo anywhere in the editor, but where one types.
  editor.element.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || /** @type {Element} */ (event.target).closest("input, select, textarea") || !(event.ctrlKey || event.metaKey)) return;
    if (["z", "y"].includes(event.key.toLowerCase())) follow(event);
  });
}
