package ductus.studio.read;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.PartFile;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The readings of a workspace, a numbered folder each, and the corpus of lines that are right. */
final class Readings {
  /** Name of the corpus. */
  static final String CORPUS = "Lines I corrected";

  private static final String NUMBER = "\\d{4,9}";
  private static final String INK = "lines.json";
  private static final String SAID = "reading.json";

  private final Path folder;
  private final Path corpus;

  Readings(Workspace workspace) {
    folder = workspace.readings();
    corpus = workspace.corpora().resolve(CORPUS);
  }

  /** All readings by their numbers, the newest first; one that is broken is passed over. */
  synchronized Map<String, Reading> all() throws IOException {
    Map<String, Reading> all = new TreeMap<>(Comparator.reverseOrder());
    if (Files.isDirectory(folder)) {
      for (String id : numbers()) {
        stored(id).ifPresent(reading -> all.put(id, reading));
      }
    }
    return all;
  }

  private List<String> numbers() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.matches(NUMBER))
          .toList();
    }
  }

  private Optional<Reading> stored(String id) throws IOException {
    try {
      return Optional.of(
          JsonFile.read(folder.resolve(id).resolve(SAID), Reading.class, "a reading"));
    } catch (BadFileException missingOrBroken) {
      return Optional.empty();
    }
  }

  /**
   * A reading by its number.
   *
   * @throws RequestException if there is none
   */
  synchronized Reading of(String id) throws IOException {
    Optional<Reading> reading = id.matches(NUMBER) ? stored(id) : Optional.empty();
    return reading.orElseThrow(
        () -> new RequestException(404, "there is no such reading any more"));
  }

  /** The ink of its lines. */
  List<Handwriting> ink(String id) throws BadFileException, IOException {
    return InkFile.read(folder.resolve(id).resolve(INK)).pieces();
  }

  /** Keeps a new reading; returns its number. */
  synchronized String add(Reading reading, List<Handwriting> lines) throws IOException {
    Files.createDirectories(folder);
    clearUnfinished();
    String id = nextFolder();
    boolean whole = false;
    try {
      AtomicFile.write(folder.resolve(id).resolve(INK), InkJson.write(lines));
      keep(id, reading);
      whole = true;
    } finally {
      if (!whole) {
        discard(folder.resolve(id));
      }
    }
    return id;
  }

  /** Deletes readings that a server left which was killed before it had said what they say. */
  private void clearUnfinished() throws IOException {
    for (String id : numbers()) {
      Path unfinished = folder.resolve(id);
      if (!Files.exists(unfinished.resolve(SAID)) && PartFile.isAtRest(unfinished)) {
        discard(unfinished);
      }
    }
  }

  /** Deletes a reading that came to nothing; where that cannot be now, it is cleared later. */
  private static void discard(Path unfinished) {
    try (Stream<Path> files = Files.list(unfinished)) {
      files.forEach(PartFile::discard);
    } catch (IOException later) {
      return;
    }
    PartFile.discard(unfinished);
  }

  /** Two servers may add at once: whoever makes the folder has the number. */
  private String nextFolder() throws IOException {
    int number = numbers().stream().mapToInt(Integer::parseInt).max().orElse(0) + 1;
    while (true) {
      String id = String.format(Locale.ROOT, "%04d", number);
      try {
        Files.createDirectory(folder.resolve(id));
        return id;
      } catch (FileAlreadyExistsException taken) {
        number++;
      }
    }
  }

  /** Keeps what a reading says now. */
  synchronized void keep(String id, Reading reading) throws IOException {
    JsonFile.write(folder.resolve(id).resolve(SAID), reading);
  }

  /**
   * Keeps a line that is right in the corpus, a file of its own that is replaced by itself only.
   */
  synchronized void teach(String id, int line) throws BadFileException, IOException {
    Reading reading = of(id);
    Handwriting ink = ink(id).get(line);
    Path file = corpus.resolve(String.format(Locale.ROOT, "reading %s line %d.json", id, line + 1));
    AtomicFile.makeFolderOf(file);
    Handwriting labeled =
        new Handwriting(
            ink.strokes(), Optional.of(reading.lines().get(line).text()), Optional.of("me"));
    AtomicFile.write(file, InkJson.write(List.of(labeled)));
    keep(id, reading.with(line, reading.lines().get(line).taughtNow()));
  }

  /** The number of lines in the corpus. */
  int taught() throws IOException {
    return corpusFiles().size();
  }

  /** The lines in the corpus, each as it was written, with its text. */
  List<Handwriting> taughtLines() throws BadFileException, IOException {
    List<Handwriting> lines = new ArrayList<>();
    for (Path file : corpusFiles()) {
      lines.addAll(InkFile.read(file).pieces());
    }
    return lines;
  }

  private List<Path> corpusFiles() throws IOException {
    if (!Files.isDirectory(corpus)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(corpus)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
