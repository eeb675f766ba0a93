package ductus.music.encoding.performance;

import ductus.music.performance.Performance;

/**
 * What a token sequence means, and what was mended in it.
 *
 * @param closed notes that no token ends; they end with the sequence
 * @param skipped tokens that made no sense where they stood
 */
public record PerformanceDecoding(Performance performance, int closed, int skipped) {}
