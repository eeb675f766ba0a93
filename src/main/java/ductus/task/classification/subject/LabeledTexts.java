package ductus.task.classification.subject;

import ductus.corpus.Corpus;
import ductus.corpus.FolderFiles;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.TextInputs;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.metric.classification.Labeled;
import ductus.task.classification.FileTable;
import ductus.task.classification.FolderLabels;
import ductus.task.classification.LabeledSet;
import ductus.text.TextFile;
import ductus.text.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads texts with their classes: a CSV or TSV file with the columns {@code text} and {@code
 * label}, in this order where no first line names them; or a folder that has a folder of text files
 * for each class.
 */
final class LabeledTexts {
  private static final String TEXT = "text";
  private static final String LABEL = "label";

  private static final PieceKind<String> FILES =
      new PieceKind<>(TEXT, List.of(".txt", ".text", ".md"), TextFile::read, LabeledTexts::hash);

  /** Names of what lies beside all kinds of data. */
  private static final Pattern ABOUT =
      Pattern.compile("(readme|licen[cs]e|copying|changelog)\\b.*", Pattern.CASE_INSENSITIVE);

  private LabeledTexts() {}

  /** Whether a path is a table that is not one of files, or a folder with text files. */
  static boolean areIn(Path path) {
    if (!Files.isDirectory(path)) {
      return !FileTable.isOne(path);
    }
    return files(path) > 0;
  }

  /** Number of the text files of a folder, without those that tell about it. */
  static int files(Path folder) {
    try {
      return (int)
          FolderFiles.find(folder, FILES).files().stream()
              .filter(file -> !ABOUT.matcher(String.valueOf(file.getFileName())).matches())
              .count();
    } catch (BadFileException none) {
      return 0;
    }
  }

  static LabeledSet<List<String>> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    return Files.isDirectory(path) ? folder(path, threads, listener) : table(path);
  }

  private static LabeledSet<List<String>> folder(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Corpus<String> corpus = Corpus.read(path, FILES, threads, listener);
    List<Labeled<List<String>>> found = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    for (Piece<String> piece : corpus.pieces()) {
      try {
        found.add(labelled(piece.path(), "", piece.value(), FolderLabels.of(path, piece.path())));
      } catch (IllegalArgumentException unusable) {
        leftOut.add(new LeftOut(piece.path(), String.valueOf(unusable.getMessage())));
      }
    }
    return LabeledSet.of(found, leftOut);
  }

  private static LabeledSet<List<String>> table(Path path) throws BadFileException, IOException {
    TextTable table = TextTable.read(path);
    List<TextTable.Row> rows = table.rows();
    List<String> head = table.head();
    boolean named = head.contains(TEXT) && head.contains(LABEL);
    boolean halfNamed = !named && (head.contains(TEXT) || head.contains(LABEL));
    if (halfNamed || (!named && head.size() != 2)) {
      throw new BadFileException(
          path,
          "line %d: must name the columns %s and %s, or be a text and its label, but begins with %d columns: %s"
              .formatted(rows.get(0).line(), TEXT, LABEL, head.size(), String.join(", ", head)));
    }
    int text = named ? head.indexOf(TEXT) : 0;
    int label = named ? head.indexOf(LABEL) : 1;
    List<Labeled<List<String>>> found = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (TextTable.Row row : rows.subList(named ? 1 : 0, rows.size())) {
      String place = "line " + row.line();
      try {
        if (row.cells().size() != head.size()) {
          throw new IllegalArgumentException(
              "must have %d columns but has %d%s"
                  .formatted(
                      head.size(),
                      row.cells().size(),
                      row.cells().size() > head.size()
                          ? "; a text with the separator in it stands in double quotes"
                          : ""));
        }
        found.add(labelled(path, place, row.cells().get(text), row.cells().get(label)));
      } catch (IllegalArgumentException unusable) {
        leftOut.add(new LeftOut(path, place + ": " + unusable.getMessage()));
      }
    }
    return LabeledSet.of(found, leftOut);
  }

  private static Labeled<List<String>> labelled(
      Path path, String place, String text, String label) {
    if (label.isBlank()) {
      throw new IllegalArgumentException("has no label");
    }
    List<String> words = TextInputs.words(text);
    return Labeled.whole(path, place, hash(String.join(" ", words)), words, label.strip());
  }

  /** Hash of the words of a text, with blanks between. */
  static String hash(String text) {
    return Sha256.brief(text.getBytes(StandardCharsets.UTF_8));
  }
}
