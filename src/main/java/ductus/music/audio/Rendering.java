package ductus.music.audio;

/**
 * What came of rendering a score.
 *
 * @param seconds length of the sound
 * @param soundBank name of the bank that it was played with
 * @param reproducible whether the same score gives the same bytes on another machine
 */
public record Rendering(double seconds, String soundBank, boolean reproducible) {}
