package ductus.music.encoding.performance;

import ductus.music.performance.Performance;

/**
 * The performance that a token sequence means, and what was mended in it.
 *
 * @param closed notes that no token ends; they end with the sequence
 * @param skipped tokens that made no sense where they stood
 */
public record PerformanceDecoding(Performance performance, int closed, int skipped) {}
