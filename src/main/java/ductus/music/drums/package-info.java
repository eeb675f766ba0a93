/**
 * What a drum kit plays: strokes on a grid with their force and their small deviations in time. May
 * use {@code music}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.drums;
