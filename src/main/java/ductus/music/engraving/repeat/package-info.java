/**
 * What is written once and played twice: {@link ductus.music.engraving.repeat.PrintedScore} is the
 * entrance. Only what is written gets shorter; the score stays as it is.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving.repeat;
