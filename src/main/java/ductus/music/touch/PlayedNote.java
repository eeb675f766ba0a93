package ductus.music.touch;

/**
 * A written note with a player's touch.
 *
 * @param loudness velocity above the mean of the part
 * @param shift milliseconds behind where the note is written; below 0 before it
 */
public record PlayedNote(WrittenNote written, double loudness, double shift) {}
