package ductus.task.music.generation;

import ductus.task.Report;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pieces that came of a request, for people and for programs.
 *
 * @param seed of the request
 */
public record NewPieces(long seed, List<NewPiece> tunes) {
  public NewPieces {
    tunes = List.copyOf(tunes);
  }

  /** The report of new pieces: a line for each. */
  public Report report() {
    return new Report(
        this,
        tunes.stream().map(NewPiece::text).collect(Collectors.joining(System.lineSeparator())));
  }
}
