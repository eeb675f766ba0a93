package ductus.cli;

import ductus.cli.console.Console;
import ductus.task.music.generation.NewPiece;
import ductus.task.music.request.PieceOverview;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was generated, for people and machines. */
final class TuneReport {
  private TuneReport() {}

  /** One piece; without metre, key or bars where its kind has none. */
  record Line(
      @Nullable String metre,
      @Nullable String key,
      int bars,
      int notes,
      boolean ended,
      List<String> files) {
    static Line of(NewPiece piece) {
      PieceOverview outline = piece.outline();
      return new Line(
          outline.metre(),
          outline.key(),
          outline.bars(),
          outline.notes(),
          piece.ended(),
          piece.files().stream().map(Path::toString).toList());
    }

    Line withFiles(List<String> others) {
      return new Line(metre, key, bars, notes, ended, others);
    }

    String text() {
      List<String> says = new ArrayList<>();
      Stream.of(key, metre).filter(Objects::nonNull).forEach(says::add);
      if (bars > 0) {
        says.add(bars + " bars");
      }
      says.add(notes + " notes");
      if (!ended) {
        says.add("cut at the limit");
      }
      String midi = files.stream().filter(file -> file.endsWith(".mid")).findFirst().orElse("");
      return midi + "  " + String.join(", ", says);
    }
  }

  /** All tunes of a request. */
  record Result(long seed, List<Line> tunes) {
    Result {
      tunes = List.copyOf(tunes);
    }

    static Result of(long seed, List<NewPiece> tunes) {
      return new Result(seed, tunes.stream().map(Line::of).toList());
    }

    void print(Console console) {
      tunes.forEach(tune -> console.print(tune.text()));
    }
  }
}
