// Mouse, pen and finger on the notes: choose, move, lengthen, draw a box, add.
import { add, choose, chosenNotes, lengthen, move, within } from "../score/edit.js";

/** @param {import("./editor.js").Editor} editor */
export function gestures(editor) {
  const { surface } = editor;
  const picture = surface.notes;
  let drag = null;

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const held = surface.held(event);
    const at = surface.at(event);
    const more = event.shiftKey || event.ctrlKey || event.metaKey || editor.several;
    if (!held && !editor.pencil) {
      // A finger that moves on empty paper scrolls; a mouse draws a box.
      drag = event.pointerType === "mouse" ? { kind: "box", at, more } : { kind: "tap", more };
      if (drag.kind === "box") picture.setPointerCapture(event.pointerId);
      return;
    }
    event.preventDefault();
    picture.focus({ preventScroll: true });
    picture.setPointerCapture(event.pointerId);
    if (!held) {
      drag = { kind: "end", at, base: editor.drawn(add(editor.edited, [editor.fresh(at)])), fresh: true };
      editor.sound();
      return;
    }
    if (!editor.edited.chosen.has(held.id) || more) editor.choose(choose(editor.edited, [held.id], more));
    else editor.sound();
    drag = { kind: held.end ? "end" : "move", at, base: editor.edited, id: held.id };
  });

  picture.addEventListener("pointermove", (event) => {
    if (!drag) {
      const held = surface.held(event);
      picture.style.cursor = held ? (held.end ? "ew-resize" : "grab") : "";
      return;
    }
    const at = surface.at(event);
    drag.moved ||= drag.at && (Math.abs(surface.x(at.tick - drag.at.tick)) > 3 || at.pitch !== drag.at.pitch);
    if (!drag.moved) return;
    if (drag.kind === "box") surface.drawBox(drag.at, at);
    else if (drag.kind === "move") {
      const grabbed = drag.base.notes.find((note) => note.id === drag.id);
      const ticks = editor.clock.snap(grabbed.onset + at.tick - drag.at.tick, editor.step) - grabbed.onset;
      const before = chosenNotes(editor.edited)[0]?.pitch;
      editor.preview(move(drag.base, event.altKey ? Math.round(at.tick - drag.at.tick) : ticks, at.pitch - drag.at.pitch));
      if (chosenNotes(editor.edited)[0]?.pitch !== before) editor.sound();
    } else if (drag.kind === "end") {
      const ticks = Math.round((at.tick - drag.at.tick) / editor.step) * editor.step;
      editor.preview(lengthen(drag.base, ticks, editor.step));
    }
  });

  const finish = (event) => {
    const done = drag;
    drag = null;
    surface.drawBox(null);
    if (!done) return;
    if (done.kind === "box" && done.moved && event.type === "pointerup") {
      const at = surface.at(event);
      const ids = within(editor.edited, Math.min(done.at.tick, at.tick), Math.max(done.at.tick, at.tick),
        Math.min(done.at.pitch, at.pitch), Math.max(done.at.pitch, at.pitch));
      editor.choose(choose(editor.edited, ids, done.more));
    } else if (done.kind === "box" || (done.kind === "tap" && event.type === "pointerup")) {
      if (!done.more) editor.choose(choose(editor.edited, []));
    } else if (done.moved || done.fresh) {
      editor.settle();
    }
  };
  picture.addEventListener("pointerup", finish);
  picture.addEventListener("pointercancel", finish);
  picture.addEventListener("dblclick", (event) => {
    if (!editor.pencil && !surface.held(event)) editor.add(surface.at(event));
  });
}
