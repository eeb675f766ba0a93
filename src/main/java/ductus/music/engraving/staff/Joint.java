package ductus.music.engraving.staff;

/**
 * Staves that one player or one choir reads, with bar lines from the first through the last.
 *
 * @param first index of a staff
 * @param last index of a staff below it
 * @param isBraced whether a brace stands before them, as before those of a piano; else a bracket
 */
public record Joint(int first, int last, boolean isBraced) {}
