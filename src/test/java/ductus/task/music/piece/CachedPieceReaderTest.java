package ductus.task.music.piece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.FolderFiles;
import ductus.corpus.PieceKind;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.midi.MidiWriter;
import ductus.run.TinyRuns;
import ductus.task.music.kind.DrumsKind;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PackedPiece;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.kind.VoicesKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedPieceReaderTest {
  private static final Path CORPORA = Path.of("corpora");
  private static final MelodyKind MELODIES = new MelodyKind();

  /** What is found in our own corpora by {@link PieceCache#FORMAT}. */
  private static final String FOUND =
      "4c498f7d5bf41cb921a9ed2b427a0bc980d5558338feec04d3bd075c71a6f84d";

  @TempDir Path folder = Path.of("");

  private Path tune(String name, int bars) throws IOException {
    Melody melody = TinyRuns.tune(bars);
    return Files.write(folder.resolve(name), MidiWriter.write(MELODIES.score(melody, 0)));
  }

  private Path cacheFolder() {
    return folder.resolve("cache");
  }

  private <T> MusicPiece<T> read(MusicKind<T> kind, Path file)
      throws BadFileException, IOException {
    return new CachedPieceReader<>(kind, new PieceCache(cacheFolder())).read(file);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.walk(cacheFolder())) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void readsEachContentOnceForEachEncoding() throws Exception {
    Path file = tune("a.mid", 4);
    Melody found = MELODIES.read(file).music();
    assertEquals(found, read(MELODIES, file).music());
    assertEquals(1, entries().size());
    Path same = tune("same.mid", 4);
    assertEquals(found, read(MELODIES, same).music());
    assertEquals(MELODIES.read(file).hash(), read(MELODIES, same).hash());
    assertEquals(1, entries().size());
    read(new PolyKind(), file);
    assertEquals(2, entries().size());
    Path other = tune("a.mid", 8);
    assertEquals(MELODIES.read(other).music(), read(MELODIES, other).music());
    assertEquals(3, entries().size());
  }

  @Test
  void takesPiecesFromTheCacheAndNotFromTheFile() throws Exception {
    Path file = tune("a.mid", 4);
    read(MELODIES, file);
    PieceCache cache = new PieceCache(cacheFolder());
    String key = PieceCache.key(Files.readAllBytes(file), MELODIES.encoding());
    Melody other = TinyRuns.tune(8);
    cache.put(
        key,
        PieceCache.Entry.of(
            PackedPiece.of(MELODIES, new MusicPiece<>("other", "polka", other)).orElseThrow()));
    assertEquals(other, read(MELODIES, file).music());
    assertEquals("other", read(MELODIES, file).hash());
    assertEquals("polka", read(MELODIES, file).dance());
  }

  @Test
  void keepsTheDanceThatATitleNames() throws Exception {
    Score score = MELODIES.score(TinyRuns.tune(4), 0);
    List<TextEvent> texts = new ArrayList<>(score.texts());
    texts.add(0, new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "The Kesh Jig"));
    Score titled =
        new Score(
            score.ticksPerQuarter(),
            score.length(),
            score.notes(),
            score.tempos(),
            score.timeSignatures(),
            score.keySignatures(),
            score.programs(),
            score.pedals(),
            texts);
    Path file = Files.write(folder.resolve("jig.mid"), MidiWriter.write(titled));
    assertEquals("jig", read(MELODIES, file).dance(), "from the file");
    assertEquals("jig", read(MELODIES, file).dance(), "from the cache");
    assertEquals("", read(MELODIES, tune("untitled.mid", 4)).dance());
  }

  @Test
  void readsAnewWhereAnEntryIsBrokenAtAnyByte() throws Exception {
    Path file = tune("a.mid", 4);
    Melody found = read(MELODIES, file).music();
    Path entry = entries().get(0);
    byte[] sound = Files.readAllBytes(entry);
    for (int i = 0; i < sound.length; i += 7) {
      byte[] broken = sound.clone();
      broken[i] ^= 0x10;
      Files.write(entry, i % 2 == 0 ? broken : Arrays.copyOf(sound, i));
      assertEquals(found, read(MELODIES, file).music(), "byte " + i);
      assertEquals(sound.length, Files.size(entry), "made anew after byte " + i);
    }
  }

  @Test
  void refusesAPieceTheSecondTimeAsTheFirst() throws Exception {
    Path broken = Files.write(folder.resolve("broken.mid"), Arrays.copyOf(bytes(), 40));
    Path drumless = tune("drumless.mid", 4);
    String first = refusal(MELODIES, broken);
    assertEquals(
        assertThrows(BadFileException.class, () -> MELODIES.read(broken)).getMessage(), first);
    String none = refusal(new DrumsKind(), drumless);
    assertEquals(2, entries().size());
    assertEquals(first, refusal(MELODIES, broken));
    assertEquals(none, refusal(new DrumsKind(), drumless));
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(tune("whole.mid", 4));
  }

  private String refusal(MusicKind<?> kind, Path file) {
    return String.valueOf(
        assertThrows(BadFileException.class, () -> read(kind, file)).getMessage());
  }

  @Test
  void readsPiecesWhereNothingCanBeKept() throws Exception {
    Path file = tune("a.mid", 4);
    Melody found = MELODIES.read(file).music();
    Path noFolder = Files.createFile(folder.resolve("file"));
    assertEquals(
        found, new CachedPieceReader<>(MELODIES, new PieceCache(noFolder)).read(file).music());
    assertEquals(found, new CachedPieceReader<>(MELODIES, new PieceCache(null)).read(file).music());
  }

  @Test
  void givesPiecesBackAsTheyWereFoundInEveryKind() throws Exception {
    for (MusicKind<?> kind : MusicKinds.all()) {
      int[] counts = new int[2];
      for (Path file : some()) {
        compare(kind, file, counts);
      }
      // None of these files is for four voices.
      assertTrue(counts[0] > 0 || kind instanceof VoicesKind, kind.encoding().name());
      assertEquals(0, counts[1], kind.encoding().name() + ": pieces that their tokens do not say");
    }
  }

  /** Every fiftieth real file. */
  private static List<Path> some() throws Exception {
    List<Path> files = FolderFiles.find(real(), PieceKind.MIDI).files();
    List<Path> some = new ArrayList<>();
    for (int i = 0; i < files.size(); i += 50) {
      some.add(files.get(i));
    }
    return some;
  }

  private static Path real() {
    Path found = Path.of("");
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/data/music");
      found = Files.isDirectory(candidate) ? candidate : found;
    }
    Assumptions.assumeTrue(found.isAbsolute(), "shared/data/music is not here");
    return found;
  }

  private static <T> void compare(MusicKind<T> kind, Path file, int[] counts) throws IOException {
    try {
      MusicPiece<T> found = kind.read(file);
      counts[PackedPiece.of(kind, found).isPresent() ? 0 : 1]++;
    } catch (BadFileException nothingForThisKind) {
      // Of no kind is every file.
    }
  }

  /** What fails here when a finder changes is what would be found in old entries for ever. */
  @Test
  void findsPiecesAsTheFormatOfTheCacheSays() throws Exception {
    StringBuilder found = new StringBuilder();
    for (Path file : FolderFiles.find(CORPORA, PieceKind.MIDI).files()) {
      for (MusicKind<?> kind : MusicKinds.all()) {
        found.append(tokens(kind, file));
      }
    }
    assertEquals(
        FOUND,
        Sha256.hex(found.toString().getBytes(StandardCharsets.UTF_8)),
        "files are found to hold something else: raise PieceCache.FORMAT and set this digest");
  }

  private static <T> String tokens(MusicKind<T> kind, Path file) throws IOException {
    try {
      T music = kind.read(file).music();
      return kind.encoding().encode(music) + " " + kind.quartersPerMinute(music) + "\n";
    } catch (BadFileException refused) {
      return refused.reason() + "\n";
    }
  }
}
