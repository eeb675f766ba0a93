/**
 * Writes scores in ABC notation, so that {@link ductus.music.abc.AbcReader} and others read the
 * same notes back. {@link ductus.music.abc.write.AbcWriter} is the entrance.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.abc.write;
