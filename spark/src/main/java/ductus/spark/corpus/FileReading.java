package ductus.spark.corpus;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.spark.corpus.SourceFolder.UnreadableInput;
import ductus.corpus.PieceKind;
import ductus.corpus.ScoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Reads files of a folder, on whatever storage, as pieces.
 *
 * @param <T> what is read of a piece
 */
public final class FileReading<T> implements AutoCloseable {
  /** One at a time reads what needed more memory than there was beside others. */
  private static final Object ALONE = new Object();

  /** As people spell them: each costs a request where the folder is a store. */
  private static final List<String> MIDI_ENDINGS =
      PieceKind.MIDI.endings().stream().flatMap(FileReading::spellings).toList();

  private final SourceFolder source;
  private final PieceKind<T> kind;
  private final Function<Path, List<Path>> beside;
  private final Path copies;

  /** Hears what files are; paths are from the folder on. */
  public interface Listener<T> {
    /** A piece. */
    void piece(String path, T piece) throws IOException;

    /** A file, or a tune of one, that cannot be read. */
    void refused(Notice file) throws IOException;
  }

  /** Readings of files that need no others. */
  public FileReading(SourceFolder source, PieceKind<T> kind) throws IOException {
    this(source, kind, file -> List.of());
  }

  /**
   * Readings with a folder of their own for copies of files.
   *
   * @param beside where the reader of a file looks for others, which may be there or not
   */
  public FileReading(SourceFolder source, PieceKind<T> kind, Function<Path, List<Path>> beside)
      throws IOException {
    this.source = source;
    this.kind = kind;
    this.beside = beside;
    copies = Files.createTempDirectory("ductus-corpus-");
  }

  /**
   * Reads a file; nothing is heard of one that turns out to be of another kind.
   *
   * @throws IOException by the fault of this machine or the storage, or of the hearer
   */
  public void read(String path, Listener<T> hearer) throws IOException {
    if (standsBack(path)) {
      return;
    }
    Path local;
    try {
      local = source.fetch(path, copies);
    } catch (UnreadableInput unreadable) {
      hearer.refused(new Notice(path, Reasons.of(unreadable.reason())));
      return;
    }
    try {
      if (!kind.matches(local)) {
        return;
      }
      if (local.startsWith(copies)) {
        fetchBeside(local);
      }
      for (Path piece : kind.choice().apply(List.of(local))) {
        read(piece, sibling(path, String.valueOf(piece.getFileName())), hearer);
      }
    } finally {
      if (local.startsWith(copies)) {
        PathUtils.cleanDirectory(copies);
      }
    }
  }

  /** Those of the folder; a reader that misses one goes on without it. */
  private void fetchBeside(Path local) throws IOException {
    for (Path each : beside.apply(local)) {
      if (each.startsWith(copies)) {
        String path = copies.relativize(each).toString().replace('\\', '/');
        if (source.has(path)) {
          try {
            source.fetch(path, copies);
          } catch (UnreadableInput unreadable) {
            Files.deleteIfExists(each);
          }
        }
      }
    }
  }

  private void read(Path piece, String place, Listener<T> hearer) throws IOException {
    T value;
    try {
      value = value(piece);
    } catch (Refusal refusal) {
      hearer.refused(new Notice(place, String.valueOf(refusal.getMessage())));
      return;
    }
    hearer.piece(place, value);
  }

  /** A tune in ABC notation that has a MIDI file of its name beside it. */
  private boolean standsBack(String path) throws IOException {
    if (!ScoreFile.ABC.matches(Path.of(path))) {
      return false;
    }
    String stem = path.replaceAll("\\.[^.]*$", "");
    for (String ending : MIDI_ENDINGS) {
      if (source.hasFile(stem + ending)) {
        return true;
      }
    }
    return false;
  }

  /** An ending such as {@code .mid}, {@code .Mid} and {@code .MID}. */
  private static Stream<String> spellings(String ending) {
    String upper = ending.toUpperCase(Locale.ROOT);
    return Stream.of(ending, upper.substring(0, 2) + ending.substring(2), upper);
  }

  private static String sibling(String path, String name) {
    return path.substring(0, path.lastIndexOf('/') + 1) + name;
  }

  private T value(Path file) throws Refusal {
    try {
      return soundValue(file);
    } catch (OutOfMemoryError first) {
      synchronized (ALONE) {
        try {
          return soundValue(file);
        } catch (OutOfMemoryError again) {
          throw new Refusal(again);
        }
      }
    }
  }

  private T soundValue(Path file) throws Refusal {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("is no file but a device or pipe");
      }
      return kind.reader().read(file);
    } catch (BadFileException | IOException | RuntimeException | StackOverflowError e) {
      throw new Refusal(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(copies)) {
      PathUtils.deleteDirectory(copies);
    }
  }

  /** A file is left out; the message says why. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(Throwable reason) {
      super(Reasons.of(reason), reason);
    }
  }
}
