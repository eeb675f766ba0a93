package ductus.studio.corpus;

import ductus.corpus.Corpus;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.inspection.PieceSummary;
import ductus.inspection.ink.InkFigures;
import ductus.inspection.ink.LineTally;
import ductus.studio.corpus.CorpusTable.Ink;
import ductus.studio.corpus.CorpusTable.Music;
import ductus.studio.corpus.CorpusTable.Row;
import ductus.studio.corpus.CorpusTable.State;
import ductus.studio.corpus.CorpusTable.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one corpus into a table: its music, its ink, and what is neither. */
final class TableReader {
  private final CorpusFolder folder;
  private final List<Row> rows = new ArrayList<>();
  private final LineTally lines = new LineTally();

  /** Files that a row tells of. */
  private final Set<String> told = new HashSet<>();

  private final ReadingListener listener;

  private TableReader(CorpusFolder folder, ReadingListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Reads a corpus.
   *
   * @param threads 1 or more
   * @param listener hears how far each kind of files is; where it objects, the reading ends
   * @throws IllegalStateException if the listener objects
   */
  static CorpusTable read(CorpusFolder folder, int threads, ReadingListener listener)
      throws IOException {
    TableReader reader = new TableReader(folder, listener);
    reader.add(PieceSummary.KIND, threads, TableReader::kind, TableReader::music);
    reader.add(InkFigures.KIND, threads, path -> "ink", reader::ink);
    int standBack = reader.addOthers();
    reader.rows.sort(Comparator.comparing(Row::name));
    return new CorpusTable(
        folder.id(),
        folder.name(),
        folder.own(),
        folder.path().toString(),
        List.copyOf(reader.rows),
        reader.lines.learnable(),
        standBack);
  }

  /** A row, but for the name. */
  private record Read(String kind, String why, Optional<Music> music, Optional<Ink> ink) {}

  private <T> void add(
      PieceKind<T> kind, int threads, Function<Path, String> label, Function<T, Read> figures)
      throws IOException {
    Corpus<T> corpus;
    try {
      corpus = Corpus.read(folder.path(), kind, threads, listener);
    } catch (BadFileException noneOfTheKind) {
      return;
    }
    corpus
        .pieces()
        .forEach(
            piece -> {
              Read read = figures.apply(piece.value());
              String format = read.kind().isEmpty() ? label.apply(piece.path()) : read.kind();
              put(piece.path(), State.READ, format, read.why(), read.music(), read.ink());
            });
    corpus
        .duplicates()
        .forEach(
            same ->
                outside(
                    same.path(),
                    State.TWICE,
                    label.apply(same.path()),
                    "the same as " + folder.name(same.original())));
    corpus
        .leftOut()
        .forEach(out -> outside(out.path(), State.LEFT_OUT, label.apply(out.path()), out.reason()));
  }

  private static Read music(PieceSummary piece) {
    Music music =
        new Music(
            piece.bars(),
            piece.notes(),
            piece.seconds(),
            piece.metre(),
            piece.tune() == null ? null : piece.tune().key());
    String why = piece.refusal().isEmpty() ? "" : "no melody: " + piece.refusal();
    return new Read("", why, Optional.of(music), Optional.empty());
  }

  private Read ink(InkFigures file) {
    LineTally own = new LineTally();
    file.pieces().forEach(own::add);
    file.pieces().forEach(lines::add);
    LineTally.Learnable learnable = own.learnable();
    Ink ink =
        new Ink(
            file.pieces().size(),
            file.pieces().stream().mapToInt(InkFigures.Piece::strokes).sum(),
            file.pieces().stream().mapToInt(InkFigures.Piece::points).sum(),
            learnable == null ? 0 : learnable.lines());
    String why =
        learnable == null || learnable.passedOver().isEmpty()
            ? ""
            : learnable.passedOver().stream()
                .map(each -> each.count() + " " + each.what())
                .collect(Collectors.joining(", ", "passed over ", ""));
    return new Read(file.format().label(), why, Optional.empty(), Optional.of(ink));
  }

  private static String kind(Path path) {
    return Stream.of(ScoreFile.ABC, ScoreFile.MUSICXML)
        .filter(kind -> kind.matches(path))
        .map(PieceKind::name)
        .findFirst()
        .orElse(PieceKind.MIDI.name());
  }

  private void outside(Path path, State state, String kind, String why) {
    put(path, state, kind, why, Optional.empty(), Optional.empty());
  }

  private void put(
      Path path, State state, String kind, String why, Optional<Music> music, Optional<Ink> ink) {
    String name = folder.name(path);
    rows.add(new Row(name, state, kind, why, music.orElse(null), ink.orElse(null), null));
    told.add(CorpusFolder.withoutNumber(name));
  }

  private static Row text(String name, String kind, String content) {
    Text text =
        new Text(content.codePointCount(0, content.length()), (int) content.lines().count());
    return new Row(name, State.READ, kind, "", null, null, text);
  }

  /** Files that neither kind tells of; returns how many are music that stands back for other. */
  private int addOthers() throws IOException {
    int standBack = 0;
    for (Path file : folder.files()) {
      String name = folder.name(file);
      if (told.contains(name) || told.contains(CorpusFolder.withoutNumber(name))) {
        continue;
      }
      Optional<String> text = PlainText.read(file);
      if (ScoreFile.KIND.matches(file)) {
        standBack++;
      } else if (text.isPresent()) {
        rows.add(text(name, PlainText.kind(file).orElse(""), text.get()));
      } else {
        outside(file, State.LEFT_OUT, "", CorpusUpload.NOTHING);
      }
    }
    return standBack;
  }
}
