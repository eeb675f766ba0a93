package ductus.generate;

import ductus.model.Sequence;

/**
 * A sequence that was drawn.
 *
 * @param sequence from the start token on
 * @param ended whether the end token was drawn; otherwise the limit was reached
 */
public record GeneratedSequence(Sequence sequence, boolean ended) {}
