package ductus.studio.bin;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.PartFile;
import ductus.file.SavedName;
import ductus.provenance.OutputFiles;
import ductus.provenance.OutputNames;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was thrown away: a folder by its number for each, and a record of it beside. Whoever changes
 * what has {@linkplain BinKind#CHARACTERS one place only} does it while this is locked.
 */
public final class Bin {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final String RECORD = ".json";
  private static final String LAST = "last";

  private final Path root;
  private final Path folder;

  /**
   * The bin of a workspace, whose folder may be missing yet.
   *
   * @param root of the workspace
   * @param folder of the bin
   */
  public Bin(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /** What lies in it, what came last first. */
  public synchronized List<BinEntry> entries() throws IOException {
    List<BinEntry> entries = new ArrayList<>();
    for (int number : numbers()) {
      entry(number).ifPresent(entries::add);
    }
    entries.sort(Comparator.comparingInt(BinEntry::number).reversed());
    return entries;
  }

  /** The newest of those that are wanted. */
  public Optional<BinEntry> newest(Predicate<BinEntry> wanted) throws IOException {
    return entries().stream().filter(wanted).findFirst();
  }

  /**
   * What lies at a number.
   *
   * @throws RequestException if that is nothing
   */
  public synchronized BinEntry existing(int number) throws IOException {
    return entry(number)
        .orElseThrow(() -> new RequestException(404, "it is not in the bin any more"));
  }

  private Optional<BinEntry> entry(int number) throws IOException {
    try {
      return Optional.of(JsonFile.read(record(number), BinEntry.class, "a record of the bin"))
          .filter(entry -> entry.number() == number && isThere(entry));
    } catch (BadFileException | NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private boolean isThere(BinEntry entry) {
    return entry.endings().stream().anyMatch(ending -> Files.exists(inBin(entry, ending)));
  }

  private List<Integer> numbers() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(name -> NUMBER.matcher(name).matches())
          .map(Integer::valueOf)
          .toList();
    }
  }

  /**
   * Moves files of one stem into the bin, in their order.
   *
   * @param stem their path without what they end in
   * @param endings what they end in; an empty one is the stem itself
   */
  public synchronized BinEntry throwAway(BinKind kind, Path stem, List<String> endings)
      throws IOException {
    int number = claim();
    String name = root.relativize(stem).toString().replace('\\', '/');
    BinEntry entry = new BinEntry(number, kind, name, endings, System.currentTimeMillis());
    // Said before it is done: what a killed server left half moved is found again.
    AtomicFile.write(record(number), Json.line(entry));
    for (String ending : endings) {
      Files.move(beside(stem, ending), inBin(entry, ending));
    }
    return entry;
  }

  /** A new number and its folder; another server may be at it too. */
  private int claim() throws IOException {
    Path last = folder.resolve(LAST);
    int number = Files.exists(last) ? parsed(Files.readString(last)) : 0;
    for (int taken : numbers()) {
      number = Math.max(number, taken);
    }
    number++;
    while (true) {
      try {
        Files.createDirectory(AtomicFile.makeFolderOf(last).resolve(Integer.toString(number)));
        AtomicFile.write(last, Integer.toString(number));
        return number;
      } catch (FileAlreadyExistsException another) {
        number++;
      }
    }
  }

  private static int parsed(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  /**
   * Moves something back to where it was, or beside it under a free name.
   *
   * @return its stem
   * @throws RequestException if it is not there
   */
  public synchronized Path restore(int number) throws IOException {
    BinEntry entry = existing(number);
    List<String> endings =
        entry.endings().stream().filter(each -> Files.exists(inBin(entry, each))).toList();
    Path before = root.resolve(entry.stem());
    if (isNamedByItsSidecar(entry)) {
      // A server that was killed here holds a name.
      PartFile.clear(before.resolveSibling(""), OutputNames.SIDECAR);
    }
    if (entry.kind().isOnlyOne() && !isFree(before, endings)) {
      throwAway(entry.kind(), before, entry.endings());
    }
    Path stem = before;
    for (int i = 2; !take(entry, stem, endings); i++) {
      stem = beside(before, "-" + i);
    }
    for (String ending : endings) {
      Path from = inBin(entry, ending);
      // The sidecar came with the name.
      if (Files.exists(from)) {
        Files.move(from, beside(stem, ending));
      }
    }
    delete(entry);
    return stem;
  }

  /**
   * Takes a name, if it is free, and moves the sidecar there, which holds it; whoever writes in
   * that folder at the moment gets another.
   */
  private boolean take(BinEntry entry, Path stem, List<String> endings) throws IOException {
    if (!isFree(stem, endings)) {
      return false;
    }
    if (!SavedName.isBelow(root, stem)) {
      throw new RequestException(403, "the studio keeps to its workspace");
    }
    AtomicFile.makeFolderOf(stem);
    if (isNamedByItsSidecar(entry) && endings.contains(OutputNames.SIDECAR)) {
      try {
        OutputFiles.take(stem);
      } catch (FileAlreadyExistsException another) {
        return false;
      }
      bringSidecar(entry, stem);
    }
    return true;
  }

  private static boolean isNamedByItsSidecar(BinEntry entry) {
    return !entry.kind().isOnlyOne() && entry.endings().contains(OutputNames.SIDECAR);
  }

  /** Puts the sidecar in the place of the empty one by which the name was taken. */
  private void bringSidecar(BinEntry entry, Path stem) throws IOException {
    Path to = beside(stem, OutputNames.SIDECAR);
    try {
      // At no moment it may be missing: somebody else would take the name.
      Files.move(inBin(entry, OutputNames.SIDECAR), to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      OutputFiles.release(stem);
      throw failed;
    }
    PartFile.discard(PartFile.of(to));
  }

  private static boolean isFree(Path stem, List<String> endings) {
    return endings.stream().noneMatch(ending -> Files.exists(beside(stem, ending)));
  }

  /** Bytes of it; empty where it was taken out meanwhile. */
  public OptionalLong size(BinEntry entry) throws IOException {
    try (Stream<Path> all = Files.walk(place(entry.number()))) {
      long size = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      return OptionalLong.of(size);
    } catch (NoSuchFileException gone) {
      return OptionalLong.empty();
    } catch (UncheckedIOException walking) {
      if (walking.getCause() instanceof NoSuchFileException) {
        return OptionalLong.empty();
      }
      throw walking.getCause();
    }
  }

  /**
   * Deletes for ever.
   *
   * @param last number that is deleted: what came later has not been seen yet
   * @return how many there were
   */
  public synchronized int empty(int last) throws IOException {
    int emptied = 0;
    for (BinEntry entry : entries()) {
      if (entry.number() <= last) {
        delete(entry);
        emptied++;
      }
    }
    return emptied;
  }

  /** The record goes last: what could not be deleted is still shown. */
  private void delete(BinEntry entry) throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(place(entry.number()))) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
    Files.delete(record(entry.number()));
  }

  /** The stem of what lies in the bin. */
  public Path stem(BinEntry entry) {
    return inBin(entry, "");
  }

  private Path inBin(BinEntry entry, String ending) {
    return place(entry.number()).resolve(entry.name() + ending);
  }

  private Path place(int number) {
    return folder.resolve(Integer.toString(number));
  }

  private Path record(int number) {
    return folder.resolve(number + RECORD);
  }

  private static Path beside(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }
}
