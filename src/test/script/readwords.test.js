import assert from "node:assert/strict";
import test from "node:test";
import { doubtfulLetters, found, marked, plainText } from "../../main/resources/ductus/studio/readwords.js";

const READINGS = [
  { id: "0002", name: "letter.inkml", lines: ["Dear Anna,", "the Café is open"] },
  { id: "0001", name: "", lines: ["nothing here"] },
];

test("a search finds lines whatever their capitals and accents, and names", () => {
  assert.deepEqual(found(READINGS, " cafe ").map(({ id, hits }) => [id, hits]), [["0002", ["the Café is open"]]]);
  assert.deepEqual(found(READINGS, "LETTER").map(({ id }) => id), ["0002"]);
  assert.deepEqual(found(READINGS, "").map(({ hits }) => hits.length), [1, 1]);
  assert.deepEqual(found(READINGS, "(").length, 0);
});

test("what is looked for is marked as it is written", () => {
  assert.deepEqual(marked("An anna", "an"), [
    { text: "An", hit: true }, { text: " ", hit: false }, { text: "an", hit: true }, { text: "na", hit: false }]);
  assert.deepEqual(marked("text", ""), [{ text: "text", hit: false }]);
});

test("pages are apart in plain text", () => {
  const words = (...all) => all.map((text) => ({ text }));
  assert.equal(plainText({ lines: [{ page: 0, words: words("a", "b") }, { page: 0, words: words("c") }, { page: 1, words: words("d") }] }), "a b\nc\n\nd");
});

test("doubtful letters are told, those that stand together as one", () => {
  assert.equal(doubtfulLetters([{ text: "l", doubtful: true }, { text: "et", doubtful: false }, { text: "er", doubtful: true }]), "l, er");
  assert.equal(doubtfulLetters([{ text: "all", doubtful: false }]), "");
});
