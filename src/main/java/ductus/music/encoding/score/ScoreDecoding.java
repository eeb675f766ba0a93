package ductus.music.encoding.score;

import ductus.music.arrangement.Arrangement;

/**
 * The arrangement that a token sequence means, and what was mended in it.
 *
 * @param skipped tokens that made no sense where they stood
 */
public record ScoreDecoding(Arrangement arrangement, int skipped) {}
