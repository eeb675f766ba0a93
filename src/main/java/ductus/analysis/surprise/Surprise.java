package ductus.analysis.surprise;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The surprise of a piece, part by part.
 *
 * @param note what it was taken for, in words; may be empty
 * @param parts in the order of the piece
 * @param picture draws it with some parts marked, by their numbers from 0
 */
public record Surprise(
    String note, List<ScoredPart> parts, Function<Set<Integer>, byte[]> picture) {
  public Surprise {
    parts = List.copyOf(parts);
  }
}
