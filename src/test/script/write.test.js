import assert from "node:assert/strict";
import test from "node:test";
import { commands, send } from "../../main/resources/ductus/studio/serial.js";
import { Arranged } from "../../main/resources/ductus/studio/writearranged.js";
import { blockOf, carried, lineMap, nothing, placeOf, withPlaces, withWordAnew, wordAfter } from "../../main/resources/ductus/studio/writeanchors.js";
import { Live } from "../../main/resources/ductus/studio/writelive.js";

test("lines are found again when others come, go and change", () => {
  assert.deepEqual(lineMap(["a", "b", "c"], ["x", "a", "b", "c"]), [1, 2, 3]);
  assert.deepEqual(lineMap(["a", "b", "c"], ["a", "B", "c"]), [0, 1, 2]);
  assert.deepEqual(lineMap(["a", "b", "c"], ["a", "c"]), [0, -1, 1]);
  assert.deepEqual(lineMap(["a", "b", "c", "d"], ["b", "x", "d"]), [-1, 0, 1, 2]);
  assert.deepEqual(lineMap([], ["a"]), []);
});

test("a word keeps its place while one types before and behind it", () => {
  assert.equal(wordAfter("the lake was still", "the lake was very still", 3), 4);
  assert.equal(wordAfter("the lake was still", "the lake was still today", 1), 1);
  assert.equal(wordAfter("the lake was still", "the pond was still", 1), -1);
});

test("what was changed on a page goes along with the text", () => {
  const before = "Dear Anna\n\nthe lake was still\nAnna";
  let arrangement = withWordAnew(nothing(), 2, 3);
  arrangement = withPlaces(arrangement, [3], () => ({ alignment: "right" }));
  const after = "1 May\n\nDear Anna\n\nthe lake was so still\nAnna";
  assert.deepEqual(carried(arrangement, before, after), {
    words: [{ line: 4, word: 4, take: 1 }],
    paragraphs: [{ line: 5, alignment: "right", right: 0, up: 0 }],
  });
  assert.equal(withWordAnew(arrangement, 2, 3).words[0].take, 2);
  assert.equal(withPlaces(arrangement, [3], () => ({ alignment: null })).paragraphs.length, 0);
  assert.equal(placeOf(arrangement, 9).right, 0);
  assert.deepEqual(blockOf(before, 2), [2, 3]);
});

test("one request at a time, and the latest wish is shown last", async () => {
  const sent = [];
  const shown = [];
  let answer;
  const live = new Live({
    send: (wish) => { sent.push(wish); return new Promise((done) => { answer = () => done(wish); }); },
    show: (view) => shown.push(view), fail: assert.fail, tell() {},
  }, { wait: 1, patience: 10000 });
  const pause = (millis = 10) => new Promise((done) => setTimeout(done, millis));
  live.ask("a");
  live.ask("ab");
  await pause();
  live.ask("abc");
  live.ask("abcd");
  await pause();
  assert.deepEqual(sent, ["ab"]);
  answer();
  await pause();
  assert.deepEqual(sent, ["ab", "abcd"]);
  live.ask("abcde");
  assert.equal(live.stop(), true);
  answer();
  await pause();
  assert.deepEqual(shown, ["ab"]);
});

test("what is saved waits until what was typed is shown", async () => {
  const shown = [];
  const live = new Live({ send: async (wish) => wish, show: (view) => shown.push(view), fail: assert.fail, tell() {} }, { wait: 1 });
  await live.settled();
  live.ask("a");
  await live.settled();
  assert.deepEqual(shown, ["a"]);
  live.ask("ab");
  const settled = live.settled();
  live.stop();
  await settled;
  assert.deepEqual(shown, ["a"]);
});

test("a plotter answers each line before it hears the next", async () => {
  const heard = [];
  let answers;
  const port = {
    readable: new ReadableStream({ start(controller) { answers = controller; } }),
    writable: new WritableStream({ write(bytes) {
      heard.push(new TextDecoder().decode(bytes));
      answers.enqueue(new TextEncoder().encode(heard.length === 2 ? "error:20\r\n" : "o"));
      if (heard.length !== 2) answers.enqueue(new TextEncoder().encode("k\r\n"));
    } }),
  };
  const lines = commands("G21 ; mm\n\n(home) G0 X1\n");
  assert.deepEqual(lines, ["G21", "G0 X1"]);
  const told = [];
  await assert.rejects(send(lines, port, (sent) => told.push(sent), new AbortController().signal, { end: "\n", up: [] }), /G0 X1: error:20/);
  assert.deepEqual(told, [1]);
});

test("a change is taken back in the text that was typed on since", () => {
  const arranged = new Arranged();
  arranged.begin("one two\nthree", nothing());
  assert.equal(arranged.back(), false);
  arranged.change(withWordAnew(arranged.now, 0, 1));
  arranged.change(withWordAnew(arranged.now, 1, 0));
  arranged.follow("zero\none two\nthree");
  assert.deepEqual(arranged.now.words, [{ line: 1, word: 1, take: 1 }, { line: 2, word: 0, take: 2 }]);
  assert.equal(arranged.back(), true);
  assert.deepEqual(arranged.now.words, [{ line: 1, word: 1, take: 1 }]);
  assert.equal(arranged.changed, true);
  assert.equal(arranged.back(), true);
  assert.deepEqual([arranged.now.words, arranged.text, arranged.changed], [[], "zero\none two\nthree", false]);
});
