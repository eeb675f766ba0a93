import assert from "node:assert/strict";
import test from "node:test";
import { add, choose, chooseAll, chooseNext, chosenNotes, copy, edition, lengthen, louder, move, openingNotes, paste, remove, within } from "../../main/resources/ductus/studio/score/edit.js";
import { History } from "../../main/resources/ductus/studio/score/history.js";

const note = (onset, pitch, duration = 10) => ({ onset, duration, pitch, velocity: 80, voice: 0 });
const three = () => edition([note(20, 64), note(0, 60), note(10, 62)]);
const pitches = ({ notes }) => notes.map((each) => each.pitch);

test("notes stand in the order of time and are never changed in place", () => {
  const before = three();
  assert.deepEqual(pitches(before), [60, 62, 64]);
  const first = before.notes[0];
  const after = move(choose(before, [first.id]), 5, 12);
  assert.equal(first.pitch, 60);
  assert.deepEqual(pitches(after), [72, 62, 64]);
  assert.equal(after.notes[0].onset, 5);
  assert.throws(() => { before.notes.push(first); });
});

test("what moves together stays together at the borders", () => {
  const all = chooseAll(edition([note(5, 3), note(9, 120)]));
  const moved = move(all, -20, 12);
  assert.deepEqual(moved.notes.map((each) => [each.onset, each.pitch]), [[0, 10], [4, 127]]);
  assert.equal(move(moved, -20, 12), moved);
});

test("nothing chosen, nothing changed", () => {
  const before = three();
  assert.equal(move(before, 5, 5), before);
  assert.equal(lengthen(before, 5, 1), before);
  assert.equal(louder(before, 5), before);
});

test("notes become longer, shorter but not below the least, louder within range", () => {
  const first = choose(three(), [2]);
  assert.equal(chosenNotes(lengthen(first, 7, 3))[0].duration, 17);
  assert.equal(chosenNotes(lengthen(first, -100, 3))[0].duration, 3);
  assert.equal(chosenNotes(lengthen(lengthen(first, -100, 3), -100, 30))[0].duration, 3);
  assert.equal(chosenNotes(louder(first, 100))[0].velocity, 127);
  assert.equal(chosenNotes(louder(first, -100))[0].velocity, 1);
});

test("notes are chosen by box, one by one and in order", () => {
  const before = three();
  assert.deepEqual(within(before, 10, 20, 60, 63), [3]);
  assert.deepEqual(within(before, 9, 21, 0, 127).length, 3);
  const one = chooseNext(before, 1);
  assert.deepEqual(chosenNotes(one).map((each) => each.pitch), [60]);
  assert.deepEqual(chosenNotes(chooseNext(one, 1, true)).map((each) => each.pitch), [60, 62]);
  assert.deepEqual(chosenNotes(chooseNext(before, -1)).map((each) => each.pitch), [64]);
  assert.deepEqual(chosenNotes(choose(choose(before, [1, 2]), [2, 3], true)).map((each) => each.id).sort(), [1, 3]);
  assert.deepEqual(chosenNotes(chooseNext(edition([]), 1)), []);
});

test("notes are added, removed, copied and pasted with ids of their own", () => {
  const added = add(three(), [note(15, 70)]);
  assert.deepEqual(pitches(added), [60, 62, 70, 64]);
  assert.deepEqual(chosenNotes(added).map((each) => each.pitch), [70]);
  const pasted = paste(added, copy(chooseAll(added)), 100);
  assert.equal(pasted.notes.length, 8);
  assert.equal(new Set(pasted.notes.map((each) => each.id)).size, 8);
  assert.deepEqual(chosenNotes(pasted).map((each) => each.onset), [100, 110, 115, 120]);
  assert.deepEqual(pitches(remove(pasted)), [60, 62, 70, 64]);
});

test("all is undone and comes again, until something new is done", () => {
  const history = new History("a");
  history.push("b");
  history.push("c");
  history.undo();
  assert.equal(history.present, "b");
  history.redo();
  assert.equal(history.present, "c");
  history.redo();
  assert.equal(history.present, "c");
  history.undo();
  history.undo();
  history.undo();
  assert.equal(history.present, "a");
  assert.equal(history.canUndo, false);
  history.push("d");
  assert.equal(history.canRedo, false);
});

test("any walk of commands is undone step by step", () => {
  let state = 1;
  const random = (most) => { state = (state * 48271) % 2147483647; return state % most; };
  const history = new History(three());
  const seen = [history.present];
  for (let i = 0; i < 200; i++) {
    const now = choose(history.present, history.present.notes.filter(() => random(2)).map((each) => each.id));
    history.retell(now);
    seen[seen.length - 1] = now;
    const next = [() => move(now, random(9) - 4, random(9) - 4), () => add(now, [note(random(99), random(128))]), () => remove(now), () => lengthen(now, random(9) - 4, 2)][random(4)]();
    if (next.notes === now.notes) continue;
    history.push(next);
    seen.push(next);
  }
  while (seen.length > 1) {
    assert.equal(history.present, seen.pop());
    history.undo();
  }
  assert.equal(history.present, seen[0]);
});

test("the melody is seen first, not the chords below it", () => {
  const chords = [0, 10, 20].flatMap((onset) => [48, 52, 55].map((pitch) => ({ ...note(onset, pitch), voice: 1 })));
  const { notes } = edition([...chords, note(0, 83), note(10, 74), note(20, 79)]);
  assert.deepEqual(openingNotes(notes, 0).map(({ onset, pitch }) => [onset, pitch]), [[0, 79]]);
  assert.deepEqual(openingNotes(notes, 2).map(({ pitch }) => pitch), [55]);
  assert.deepEqual(openingNotes([], 0), []);
});
