package ductus.studio.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusUploadTest {
  private static final String TUNE = "X:1\nT:Two bars\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n";

  @TempDir Path folder = Path.of("");
  private Workspace workspace;
  private Corpora corpora;

  @BeforeEach
  void open() throws IOException {
    workspace = Workspace.open(folder.resolve("generated"));
    corpora = new Corpora(workspace);
  }

  private CorpusUpload.UploadResult take(String corpus, String path, byte[] content)
      throws IOException {
    String encoded = Base64.getEncoder().encodeToString(content);
    return CorpusUpload.take(corpora, new CorpusUpload.UploadedFile(corpus, path, encoded));
  }

  private CorpusUpload.UploadResult take(String path, String content) throws IOException {
    return take("c", path, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void keepsAFileWithTheFoldersItWasIn() throws Exception {
    assertNull(take("reels/set/two.abc", TUNE).refusal());
    Path kept = workspace.corpora().resolve("c/reels/set/two.abc");
    assertEquals(TUNE, Files.readString(kept));
  }

  @Test
  void neitherKeepsAFileTwiceNorReplacesAnother() throws Exception {
    take("a.abc", TUNE);
    assertEquals("was there already, as a.abc", take("a.abc", TUNE).refusal());
    String other = TUNE.replace("CDEF", "FEDC");
    assertNull(take("a.abc", other).refusal());
    assertEquals(List.of("a (2).abc", "a.abc"), files(workspace.corpora().resolve("c")));
    assertEquals("was there already, as a (2).abc", take("a.abc", other).refusal());
  }

  @Test
  void opensNoArchiveWhateverItIsCalled() throws Exception {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
    assertEquals(
        "is a zip archive, which the studio does not open: unpack it, and choose the folder",
        take("c", "tune.mid", zip).refusal());
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0};
    assertTrue(String.valueOf(take("c", "tune.abc", gzip).refusal()).startsWith("is a gzip"));
    assertFalse(Files.exists(workspace.corpora().resolve("c")));
  }

  @Test
  void leavesNothingOfWhatIsNeitherMusicNorInk() throws Exception {
    assertEquals(CorpusUpload.NOTHING, take("deep/er/x.bin", "hello").refusal());
    assertEquals(CorpusUpload.NOTHING, take("empty", "").refusal());
    assertFalse(Files.exists(workspace.corpora().resolve("c")));
  }

  @Test
  void makesNamesHarmless() throws Exception {
    assertEquals(
        "_img src=x onerror=alert(1)_.mid", SafePath.of("<img src=x onerror=alert(1)>.mid"));
    assertEquals("a/b/c.abc", SafePath.of("a\\b/c.abc"));
    assertEquals("Größe, 2. Satz.mid", SafePath.of("Größe, 2. Satz.mid"));
    assertEquals("x__y.mid", SafePath.of("x\u0000\u202ey.mid"));
    String longest = SafePath.of("ä".repeat(300) + ".mid");
    assertTrue(longest.endsWith("ä.mid"), longest);
    assertNull(take(longest, TUNE).refusal());
  }

  @Test
  void refusesPathsThatLeadElsewhere() {
    for (String path :
        List.of("../x.abc", "a/../../x.abc", "/etc/x.abc", "", "a//b.abc", ".git/x.abc", "..")) {
      assertThrows(RequestException.class, () -> take(path, TUNE), path);
    }
    assertThrows(RequestException.class, () -> take("a/".repeat(9) + "x.abc", TUNE));
    for (String corpus : List.of("../out", "a/b", ".studio", "", "x.")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> take(corpus, "x.abc", TUNE.getBytes(StandardCharsets.UTF_8)),
          corpus);
    }
  }

  /** On a disk of 64 KB, where the system lets a test have one. */
  @Test
  void saysThatTheDiskIsFullAndKeepsNothingInPart() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
        "only root can make a disk that is soon full");
    try {
      corpora = new Corpora(Workspace.open(disk.resolve("generated")));
      byte[] small = TUNE.getBytes(StandardCharsets.UTF_8);
      take("c", "small.abc", small);
      byte[] large = Files.readAllBytes(largeTune());
      RequestException full =
          assertThrows(RequestException.class, () -> take("c", "sub/large.abc", large));
      assertEquals(507, full.status());
      assertEquals(
          "sub/large.abc could not be kept, and nothing of it is there; the files before it are"
              + " whole: the disk is full",
          full.getMessage());
      Path corpus = disk.resolve("generated/.studio/corpora/c");
      assertEquals(List.of("small.abc"), files(corpus));
      assertFalse(Files.exists(corpus.resolve("sub")));
      assertArrayEquals(small, Files.readAllBytes(corpus.resolve("small.abc")));
    } finally {
      run("umount", disk.toString());
    }
  }

  private Path largeTune() throws IOException {
    return Files.writeString(folder.resolve("large.abc"), TUNE + "CDEF|".repeat(40_000));
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
