/**
 * The kinds of music that can be learned: what is read of a file, how it is encoded, how new pieces
 * are asked for and what they sound like ({@link ductus.task.music.kind.MusicKind}, with one class
 * for each encoding and all of them in {@link ductus.task.music.kind.MusicKinds}).
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.kind;
