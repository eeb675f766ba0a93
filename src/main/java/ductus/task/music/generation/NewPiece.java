package ductus.task.music.generation;

import ductus.task.music.request.PieceOverview;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece that was generated and written.
 *
 * @param metre of the first bar, such as {@code 6/8}; null where the kind has no bars
 * @param key such as {@code D dorian}; null where the kind has none
 * @param bars 0 where the kind has none
 * @param ended whether the model ended it; otherwise it was cut at the limit
 * @param files written, the provenance sidecar last
 */
public record NewPiece(
    @Nullable String metre,
    @Nullable String key,
    int bars,
    int notes,
    boolean ended,
    List<Path> files) {
  public NewPiece {
    files = List.copyOf(files);
  }

  /** Creates a piece that was drawn, by what it is in a line. */
  NewPiece(PieceOverview outline, boolean ended, List<Path> files) {
    this(outline.metre(), outline.key(), outline.bars(), outline.notes(), ended, files);
  }

  /** The piece in a line. */
  public PieceOverview outline() {
    return new PieceOverview(metre, key, bars, notes);
  }

  /** Returns this piece with the names that its files have elsewhere. */
  public NewPiece withFiles(List<Path> others) {
    return new NewPiece(metre, key, bars, notes, ended, others);
  }

  /** The MIDI file of this piece and what it is, for people. */
  public String text() {
    List<String> says = new ArrayList<>();
    Stream.of(key, metre).filter(Objects::nonNull).forEach(says::add);
    if (bars > 0) {
      says.add(bars + " bars");
    }
    says.add(notes + " notes");
    if (!ended) {
      says.add("cut at the limit");
    }
    String midi =
        files.stream()
            .map(Path::toString)
            .filter(file -> file.endsWith(".mid"))
            .findFirst()
            .orElse("");
    return midi + "  " + String.join(", ", says);
  }
}
