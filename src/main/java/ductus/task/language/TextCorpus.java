package ductus.task.language;

import ductus.corpus.Corpus;
import ductus.corpus.FolderFiles;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.task.Preparing.Stages;
import ductus.text.Passages;
import ductus.text.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The passages of a folder's texts, each once, in the order of the files.
 *
 * @param passages with their hashes
 * @param files that were read
 * @param leftOut files that could not be, and why
 */
public record TextCorpus(List<Piece<String>> passages, int files, List<LeftOut> leftOut) {
  /** The kind of files that text is read from. */
  public static final PieceKind<String> KIND =
      new PieceKind<>("text", List.of(".txt", ".text", ".md"), TextFile::read, TextCorpus::hash);

  private static final int BYTES_A_BYTE = 4;

  public TextCorpus {
    passages = List.copyOf(passages);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a folder, or one file.
   *
   * @param stages told of the reading, and of the cutting into passages
   * @throws BadFileException if there is no text in it
   */
  public static TextCorpus read(Path path, int threads, Stages stages)
      throws BadFileException, IOException {
    requireRoom(path, bytes(path), Runtime.getRuntime().maxMemory());
    Corpus<String> texts = Corpus.read(path, KIND, threads, stages.begin("Reading"));
    if (texts.pieces().isEmpty()) {
      throw nothingRead(path, texts.leftOut());
    }
    int files = texts.pieces().size();
    List<LeftOut> leftOut = texts.leftOut();
    List<Piece<String>> passages = cut(new ArrayDeque<>(texts.pieces()), stages.begin("Cutting"));
    return new TextCorpus(passages, files, leftOut);
  }

  private static BadFileException nothingRead(Path path, List<LeftOut> leftOut) {
    LeftOut first = leftOut.get(0);
    return new BadFileException(
        first.path(),
        first.reason()
            + (leftOut.size() == 1
                ? ""
                : " (and %d more files of %s could not be read)"
                    .formatted(leftOut.size() - 1, path)));
  }

  /**
   * The passages of texts, each once.
   *
   * @param texts taken away one by one, so that no text takes memory beside its passages
   */
  private static List<Piece<String>> cut(Deque<Piece<String>> texts, ReadingListener listener) {
    long characters = texts.stream().mapToLong(text -> text.value().length()).sum();
    int total = thousands(characters);
    List<Piece<String>> passages = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    listener.progress(0, total);
    long begun = 0;
    while (!texts.isEmpty()) {
      Piece<String> text = texts.remove();
      long before = begun;
      Passages.of(
          text.value(),
          (passage, end) -> {
            String hash = hash(passage);
            if (seen.add(hash)) {
              passages.add(new Piece<>(text.path(), hash, passage));
            }
            listener.progress(thousands(before + end), total);
          });
      begun += text.value().length();
    }
    return passages;
  }

  private static int thousands(long characters) {
    return (int) ((characters + 999) / 1000);
  }

  private static long bytes(Path path) throws BadFileException, IOException {
    long bytes = 0;
    for (Path file : FolderFiles.find(path, KIND).files()) {
      bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return bytes;
  }

  /**
   * Checks that a text and its passages fit into memory, with as much again for letters that take
   * two bytes there and one in the file.
   *
   * @param heap bytes that Java may use
   */
  static void requireRoom(Path path, long bytes, long heap) throws BadFileException {
    long most = heap / 4 * 3 / BYTES_A_BYTE;
    if (bytes > most) {
      throw new BadFileException(
          path,
          "must have at most %,d MB of text with the memory that Java has but has %,d MB; leave some out, or give Java more with JAVA_TOOL_OPTIONS=-Xmx%dg"
              .formatted(most >> 20, bytes >> 20, ((bytes * BYTES_A_BYTE / 3 * 4) >> 30) + 1));
    }
  }

  /** The digest of the passages, whatever their files are called and in which order they are. */
  public String digest() {
    return Sha256.hex(
        passages.stream()
            .map(Piece::hash)
            .sorted()
            .map(hash -> hash.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * Splits the passages: some to learn, some to measure by.
   *
   * @param heldOut share of the latter
   */
  public Split<String> split(double heldOut, long seed) {
    return Corpus.of(passages, List.of()).split(heldOut, 0, seed);
  }

  /** Number of characters of all passages. */
  public long characters() {
    return characters(passages.stream().map(Piece::value));
  }

  static long characters(Stream<String> passages) {
    return passages.mapToLong(passage -> passage.codePointCount(0, passage.length())).sum();
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
