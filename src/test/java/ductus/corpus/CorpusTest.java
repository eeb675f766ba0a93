package ductus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.corpus.Corpus.Duplicate;
import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CorpusTest {
  /** The content of a text file is the piece and its hash. */
  private static final PieceKind<String> TEXT =
      new PieceKind<>("text", List.of(".txt"), CorpusTest::readText, text -> text);

  private final Path folder;

  CorpusTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Some words make it fail in ways of their own. */
  private static String readText(Path path) throws BadFileException, IOException {
    String text = Files.readString(path);
    switch (text) {
      case "bad" -> throw new BadFileException(path, 7, "no good");
      case "unusable" -> throw new BadFileException(path, "no good at all");
      case "disk" -> throw new FileSystemException(path.toString(), null, "disk on fire");
      case "bug" -> throw new IllegalStateException("two\nlines");
      case "quiet bug" -> throw new UnsupportedOperationException();
      case "deep" -> throw new StackOverflowError();
      case "big" -> throw new OutOfMemoryError("Java heap space");
      case "broken program" -> throw new AssertionError("not the file's fault");
      default -> {
        return text;
      }
    }
  }

  private Path write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Corpus<String> read(int threads) throws BadFileException, IOException {
    return Corpus.read(folder, TEXT, threads, ReadingListener.NONE);
  }

  private static List<String> values(List<Piece<String>> pieces) {
    return pieces.stream().map(Piece::value).toList();
  }

  private void assertUnreadable(Path path, String reason) {
    BadFileException refusal =
        assertThrows(
            BadFileException.class, () -> Corpus.read(path, TEXT, 2, ReadingListener.NONE));
    assertEquals(path + ": " + reason, refusal.getMessage());
  }

  @Test
  void findsFilesOfTheKindInAllFoldersSortedByPath() throws Exception {
    write("b/two.txt", "2");
    write("b/three.TXT", "3");
    write("a/deep/er/one.txt", "1");
    write("zero.txt", "0");
    write("b/picture.png", "no");
    write("b/._two.txt", "hidden");
    write(".cache/old.txt", "hidden");
    Corpus<String> corpus = read(2);
    assertEquals(List.of("1", "3", "2", "0"), values(corpus.pieces()));
    assertEquals(folder.resolve("a/deep/er/one.txt"), corpus.pieces().get(0).path());
    assertEquals(List.of(), corpus.leftOut());
    assertEquals(List.of(), corpus.duplicates());
  }

  @Test
  void oneBadFileAmongManyIsNamedAndTheRestGoesOn() throws Exception {
    for (int i = 0; i < 50; i++) {
      write("good" + i + ".txt", "piece " + i);
    }
    List<String> troubles = List.of("bad", "unusable", "disk", "bug", "quiet bug", "deep", "big");
    for (String trouble : troubles) {
      write("x " + trouble + ".txt", trouble);
    }
    Corpus<String> corpus = read(3);
    assertEquals(50, corpus.pieces().size());
    assertEquals(
        List.of(
            folder.resolve("x bad.txt") + ": byte 7: no good",
            folder.resolve("x big.txt") + ": needs more memory than there is",
            folder.resolve("x bug.txt") + ": two lines",
            folder.resolve("x deep.txt") + ": is nested too deeply",
            folder.resolve("x disk.txt") + ": disk on fire",
            folder.resolve("x quiet bug.txt") + ": UnsupportedOperationException",
            folder.resolve("x unusable.txt") + ": no good at all"),
        corpus.leftOut().stream().map(LeftOut::toString).toList());
  }

  @Test
  void aFileThatFoundNoMemoryBesideAnotherIsReadAlone() throws Exception {
    write("a.txt", "a");
    AtomicInteger attempts = new AtomicInteger();
    PieceKind<String> shortOfMemory =
        new PieceKind<>(
            "text",
            List.of(".txt"),
            path -> {
              if (attempts.getAndIncrement() == 0) {
                throw new OutOfMemoryError();
              }
              return Files.readString(path);
            },
            text -> text);
    Corpus<String> corpus = Corpus.read(folder, shortOfMemory, 1, ReadingListener.NONE);
    assertEquals(List.of("a"), values(corpus.pieces()));
    assertEquals(List.of(), corpus.leftOut());
  }

  @Test
  void aFailureThatIsNotTheFilesIsNotHidden() throws Exception {
    write("a.txt", "broken program");
    IllegalStateException failure = assertThrows(IllegalStateException.class, () -> read(1));
    assertTrue(failure.getCause() instanceof AssertionError);
  }

  @Test
  void duplicatesAreLeftOutAndNamed() throws Exception {
    write("a.txt", "same");
    write("b.txt", "other");
    write("c/d.txt", "same");
    write("e.txt", "same");
    Corpus<String> corpus = read(2);
    assertEquals(List.of("same", "other"), values(corpus.pieces()));
    assertEquals(
        List.of(
            new Duplicate(folder.resolve("c/d.txt"), folder.resolve("a.txt")),
            new Duplicate(folder.resolve("e.txt"), folder.resolve("a.txt"))),
        corpus.duplicates());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameCorpus() throws Exception {
    for (int i = 0; i < 200; i++) {
      write(i % 7 + "/" + i + ".txt", i % 11 == 0 ? "bad" : "piece " + i % 150);
    }
    Corpus<String> sequential = read(1);
    for (int threads : new int[] {2, 5, 16}) {
      Corpus<String> parallel = read(threads);
      assertEquals(sequential.pieces(), parallel.pieces());
      assertEquals(sequential.duplicates(), parallel.duplicates());
      assertEquals(sequential.leftOut(), parallel.leftOut());
      assertEquals(sequential.split(0.1, 0.1, 7), parallel.split(0.1, 0.1, 7));
    }
  }

  @Test
  void progressCountsEveryFileOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      write(i + ".txt", i == 3 ? "bad" : "piece " + i);
    }
    List<Integer> heard = new ArrayList<>();
    Corpus.read(
        folder,
        TEXT,
        4,
        (done, total) -> {
          assertEquals(20, total);
          heard.add(done);
        });
    assertEquals(IntStream.rangeClosed(0, 20).boxed().toList(), heard);
  }

  @Test
  void linksAreFollowedAndLoopsEnd() throws Exception {
    write("real/one.txt", "1");
    write("real/two.txt", "2");
    link("real/up", folder);
    link("a link", folder.resolve("real"));
    link("self", folder.resolve("self"));
    link("three.txt", folder.resolve("nowhere"));
    link("four.txt", folder.resolve("real/two.txt"));
    Corpus<String> corpus = read(2);
    assertEquals(
        List.of(folder.resolve("four.txt"), folder.resolve("real/one.txt")),
        corpus.pieces().stream().map(Piece::path).toList());
    assertEquals(
        List.of(new LeftOut(folder.resolve("three.txt"), "no such file")), corpus.leftOut());
    assertEquals(1, corpus.duplicates().size());
  }

  private void link(String name, Path target) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve(name), target);
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "this file system has no symbolic links");
    }
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    write("a.txt", "1");
    Path pipe = folder.resolve("pipe.txt");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo here");
    }
    assertEquals(List.of(new LeftOut(pipe, "is no file but a device or pipe")), read(2).leftOut());
  }

  @Test
  void aFolderThatCannotBeOpenedIsLeftOut() throws Exception {
    write("a.txt", "1");
    write("locked/b.txt", "2");
    Path locked = folder.resolve("locked");
    assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "root reads all");
    try {
      assertEquals(List.of(new LeftOut(locked, "permission denied")), read(2).leftOut());
      assertUnreadable(locked, "the folder cannot be opened: permission denied");
    } finally {
      assertTrue(locked.toFile().setReadable(true));
    }
  }

  @Test
  void aSingleFileIsACorpusOfOneWhateverItsEnding() throws Exception {
    Path file = write("notes.dat", "1");
    Corpus<String> corpus = Corpus.read(file, TEXT, 2, ReadingListener.NONE);
    assertEquals(List.of(new Piece<>(file, "1", "1")), corpus.pieces());
  }

  @Test
  void saysInOneLineWhatIsWrongWithAFolder() throws Exception {
    assertUnreadable(folder.resolve("none"), "no such file or folder");
    Files.createDirectories(folder.resolve("empty/er"));
    assertUnreadable(folder.resolve("empty"), "the folder has no files");
    write("a/b/c.png", "");
    assertUnreadable(folder, "the folder must have text files (.txt) but its one file is none");
    write("a/d.png", "");
    assertUnreadable(
        folder, "the folder must have text files (.txt) but none of its 2 files is one");
    assertThrows(IllegalArgumentException.class, () -> read(0));
  }

  @Test
  void splitsByPieceAndEveryPieceIsInOnePart() throws Exception {
    Corpus<String> corpus = corpusOf(100);
    Split<String> split = corpus.split(0.1, 0.2, 42);
    assertEquals(70, split.training().size());
    assertEquals(10, split.validation().size());
    assertEquals(20, split.test().size());
    Set<Piece<String>> all = new HashSet<>(split.training());
    all.addAll(split.validation());
    all.addAll(split.test());
    assertEquals(Set.copyOf(corpus.pieces()), all);
    assertEquals(split, corpus.split(0.1, 0.2, 42));
    assertFalse(split.equals(corpus.split(0.1, 0.2, 43)));
  }

  @Test
  void theSplitDoesNotDependOnNames() throws Exception {
    Set<String> before = new HashSet<>(values(corpusOf(40).split(0.25, 0, 1).validation()));
    for (int i = 0; i < 40; i++) {
      Files.move(folder.resolve(i + ".txt"), folder.resolve("z" + (97 - i) + ".txt"));
    }
    assertEquals(before, new HashSet<>(values(read(2).split(0.25, 0, 1).validation())));
  }

  @Test
  void aShareAboveZeroGetsAPieceAsLongAsOneIsLeftToTrainOn() throws Exception {
    assertSizes(1, 0, 0, corpusOf(1).split(0.1, 0.1, 0));
    assertSizes(1, 1, 0, corpusOf(2).split(0.1, 0.1, 0));
    assertSizes(1, 1, 1, corpusOf(3).split(0.1, 0.1, 0));
    assertSizes(1, 2, 0, corpusOf(3).split(0.9, 0.05, 0));
    assertSizes(3, 0, 0, corpusOf(3).split(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> corpusOf(3).split(0.5, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> corpusOf(3).split(Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> corpusOf(3).split(-0.1, 0, 0));
  }

  @Test
  void keepsFamiliesTogetherAndTheOthersWhereTheyWere() throws Exception {
    Corpus<String> corpus = corpusOf(100);
    Split<String> before = corpus.split(0.1, 0.2, 42);
    int[] alone = IntStream.range(0, 100).toArray();
    assertEquals(before, corpus.split(0.1, 0.2, 42, pieces -> alone));
    // Pairs of neighbors; one family of forty, which is too large to be held out.
    int[] families = IntStream.range(0, 100).map(i -> i < 40 ? 0 : i / 2).toArray();
    Split<String> split = corpus.split(0.1, 0.2, 42, pieces -> families);
    assertSizes(70, 10, 20, split);
    for (List<Piece<String>> part : List.of(split.training(), split.validation(), split.test())) {
      Set<Piece<String>> in = new HashSet<>(part);
      for (int i = 0; i < 100; i += 2) {
        assertEquals(
            in.contains(corpus.pieces().get(i)), in.contains(corpus.pieces().get(i + 1)), "" + i);
      }
    }
    assertTrue(split.training().containsAll(corpus.pieces().subList(0, 40)));
    assertEquals(split, corpus.split(0.1, 0.2, 42, pieces -> families));
    // Of a family of three that is learned, nobody else's place changes.
    Set<Piece<String>> learned = new HashSet<>(before.training());
    int[] three = alone.clone();
    IntStream.range(0, 100)
        .filter(i -> learned.contains(corpus.pieces().get(i)))
        .limit(3)
        .forEach(i -> three[i] = 1000);
    assertEquals(before, corpus.split(0.1, 0.2, 42, pieces -> three));
  }

  @Test
  void splitsByPieceWhereAllAreOneFamily() throws Exception {
    assertSizes(2, 1, 0, corpusOf(3).split(0.1, 0, 0, pieces -> new int[3]));
  }

  private static void assertSizes(int training, int validation, int test, Split<?> split) {
    assertEquals(
        List.of(training, validation, test),
        List.of(split.training().size(), split.validation().size(), split.test().size()));
  }

  private Corpus<String> corpusOf(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      write(i + ".txt", "piece " + i);
    }
    return read(2);
  }

  @Test
  void readsAFolderOfMidiFiles() throws Exception {
    Score tune = tune(96, new Note(0, 96, 60, 64, 0, 0));
    Score faster = tune(480, new Note(0, 480, 60, 100, 3, 1));
    Score other = tune(96, new Note(0, 96, 62, 64, 0, 0));
    Files.write(folder.resolve("a.mid"), MidiWriter.write(tune));
    Files.write(folder.resolve("b.MIDI"), MidiWriter.write(faster));
    Files.write(folder.resolve("c.kar"), MidiWriter.write(other));
    write("d.smf", "MThd");
    write("readme.txt", "not looked for");
    Corpus<Score> corpus = Corpus.read(folder, PieceKind.MIDI, 2, ReadingListener.NONE);
    assertEquals(List.of(tune, other), corpus.pieces().stream().map(Piece::value).toList());
    assertEquals(
        List.of(new Duplicate(folder.resolve("b.MIDI"), folder.resolve("a.mid"))),
        corpus.duplicates());
    assertEquals(
        List.of(
            new LeftOut(
                folder.resolve("d.smf"), "byte 4: the file must have 1 byte more here but has 0")),
        corpus.leftOut());
  }

  private static Score tune(int ticksPerQuarter, Note note) {
    return new Score(
        ticksPerQuarter,
        note.end(),
        List.of(note),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
