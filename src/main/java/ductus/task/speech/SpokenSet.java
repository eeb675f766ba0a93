package ductus.task.speech;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.text.TextFile;
import ductus.text.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recordings with what is said in them: WAV files with a text file of the same name beside each, or
 * a table with the columns {@code file}, from the table's own folder, and {@code text}.
 *
 * @param utterances each once
 * @param leftOut what could not be used, and why
 */
public record SpokenSet(List<Piece<Utterance>> utterances, List<LeftOut> leftOut) {
  private static final String FILE = "file";
  private static final String TEXT = "text";
  private static final String WAV = ".wav";
  private static final List<String> TABLES = List.of(".csv", ".tsv");

  private static final PieceKind<Utterance> RECORDINGS =
      new PieceKind<>("WAV", List.of(WAV), SpokenSet::besideText, Utterance::hash);

  /** WAV files that have a text beside them. */
  static final PieceKind<Utterance> WITH_TEXT =
      new PieceKind<>(
          "WAV",
          List.of(WAV),
          file -> RECORDINGS.matches(file) && Files.isRegularFile(textBeside(file)),
          SpokenSet::besideText,
          Utterance::hash);

  public SpokenSet {
    utterances = List.copyOf(utterances);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads recordings.
   *
   * @param path a folder, a WAV file, or a table
   * @param threads most
   * @throws BadFileException if there is none with words
   */
  public static SpokenSet read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    SpokenSet set;
    if (Files.isRegularFile(path) && TABLES.stream().anyMatch(name::endsWith)) {
      set = ofTable(path, listener);
    } else {
      Corpus<Utterance> corpus = Corpus.read(path, RECORDINGS, threads, listener);
      set = new SpokenSet(corpus.pieces(), corpus.leftOut());
    }
    if (set.utterances.isEmpty()) {
      throw new BadFileException(
          path,
          set.leftOut.isEmpty()
              ? "has no recording"
              : "has no recording that can be used; the first that was left out, "
                  + set.leftOut.get(0));
    }
    return set;
  }

  private static SpokenSet ofTable(Path path, ReadingListener listener)
      throws BadFileException, IOException {
    TextTable table = TextTable.read(path);
    List<TextTable.Row> rows = table.rows();
    List<String> head = table.head(path, FILE, TEXT);
    int file = head.indexOf(FILE);
    int text = head.indexOf(TEXT);
    List<Piece<Utterance>> utterances = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> hashes = new HashSet<>();
    for (int i = 1; i < rows.size(); i++) {
      TextTable.Row row = rows.get(i);
      if (row.cells().size() != head.size()) {
        throw new BadFileException(
            path, "line %d: must have a file and a text".formatted(row.line()));
      }
      Path sound = TextTable.file(path, row, file);
      try {
        Utterance utterance = spoken(sound, row.cells().get(text));
        if (hashes.add(utterance.hash())) {
          utterances.add(new Piece<>(sound, utterance.hash(), utterance));
        }
      } catch (BadFileException unusable) {
        leftOut.add(new LeftOut(unusable.path(), unusable.reason()));
      }
      listener.progress(i, rows.size() - 1);
    }
    return new SpokenSet(utterances, leftOut);
  }

  private static Path textBeside(Path sound) {
    String name = String.valueOf(sound.getFileName());
    return sound.resolveSibling(name.substring(0, Math.max(0, name.length() - 4)) + ".txt");
  }

  private static Utterance besideText(Path sound) throws BadFileException, IOException {
    Path text = textBeside(sound);
    if (!Files.isRegularFile(text)) {
      throw new BadFileException(
          sound, "has no text beside it: what is said must be in " + text.getFileName());
    }
    return spoken(sound, TextFile.read(text));
  }

  private static Utterance spoken(Path sound, String text) throws BadFileException, IOException {
    List<String> words = Utterance.words(text);
    if (words.isEmpty()) {
      throw new BadFileException(sound, "has no word in its text");
    }
    return new Utterance(SpokenFrames.read(sound), words);
  }

  /** All words that are said, sorted. */
  List<String> words() {
    TreeSet<String> words = new TreeSet<>();
    utterances.forEach(each -> words.addAll(each.value().words()));
    return List.copyOf(words);
  }

  /** A digest of all sounds and words, whatever their order and the names of their files. */
  String digest() {
    return Sha256.hexOfLines(
        utterances.stream().map(each -> each.hash() + " " + each.value().text()).sorted());
  }

  /** The recordings that are not among some. */
  public SpokenSet without(Collection<String> hashes) {
    Set<String> gone = new HashSet<>(hashes);
    return new SpokenSet(
        utterances.stream().filter(each -> !gone.contains(each.hash())).toList(), leftOut);
  }

  /** The recordings that are among some. */
  public SpokenSet among(Collection<String> hashes) {
    Set<String> wanted = new HashSet<>(hashes);
    return new SpokenSet(
        utterances.stream().filter(each -> wanted.contains(each.hash())).toList(), leftOut);
  }
}
