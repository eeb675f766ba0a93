/**
 * Polyphony as tokens, note by note inside a frame: {@link
 * ductus.music.encoding.poly.PolyEncoding}, its grammar and side features; and {@link
 * ductus.music.encoding.poly.KeyInputs}, what a network that predicts each key by itself is told.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.poly;
