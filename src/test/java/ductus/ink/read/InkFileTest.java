package ductus.ink.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format by its content, and every way to be broken. */
class InkFileTest {
  private final Path folder;

  InkFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "line.inkml, INKML, 3",
    "iam/lineStrokes/a01/a01-000/a01-000u-02.xml, IAM, 1",
    "page.xoj.xml, XOURNAL, 2",
    "drawing.svg, SVG, 1",
    "digits.unipen, UNIPEN, 2",
    "two.ndjson, QUICK_DRAW, 2",
    "own.json, INK_JSON, 2",
    "character03/0685_07.txt, OMNIGLOT, 1",
    "uji.unipen, UJI, 2",
    "font.svg, LINE_FONT, 2",
    "page.json, PAGE_JSON, 2",
    "hand.json, HAND, 3"
  })
  void knowsAFormatByItsContentWhateverItsName(String name, InkFormat format, int pieces)
      throws Exception {
    Path plain = folder.resolve("ink");
    Files.copy(InkSamples.path(name), plain);
    InkFile file = InkFile.read(plain);
    assertEquals(format, file.format());
    assertEquals(pieces, file.pieces().size());
    assertTrue(InkFormat.isInk(plain));
  }

  @Test
  void readsEveryUnicode() throws Exception {
    String ink =
        "<ink><annotation type='truth'>d\u00e9j\u00e0</annotation><trace>1 2</trace></ink>";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      Path file = Files.write(folder.resolve(charset.name()), ink.getBytes(charset));
      assertEquals(Optional.of("d\u00e9j\u00e0"), InkFile.read(file).pieces().get(0).text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".PHONY: all\nall:\n", ".TH DUCTUS 1\n", "...\n"})
  void takesNoOtherTextForUnipen(String content) throws Exception {
    assertFalse(InkFormat.isInk(Files.writeString(folder.resolve("a"), content)));
  }

  @Test
  void unpacksWhatIsPacked() throws Exception {
    Path page = InkSamples.path("page.xoj.xml");
    Path packed = Files.write(folder.resolve("page.xopp"), gzip(Files.readAllBytes(page)));
    assertTrue(InkFormat.isInk(packed));
    assertEquals(InkFile.read(page), InkFile.read(packed));
  }

  @Test
  void readsAPageLineByLine() throws Exception {
    Handwriting line = InkSamples.pieces("page.json").get(0);
    assertEquals(Optional.of("Hi you"), line.text());
    assertEquals("12,120 12.1,124 | 15,120 15,122", InkSamples.points(line));
  }

  @Test
  void findsLetterAndDrawerInThePathOfAnOmniglotFile() throws Exception {
    Handwriting letter = InkSamples.pieces("character03/0685_07.txt").get(0);
    assertEquals(Optional.of("c"), letter.text());
    assertEquals(Optional.of("07"), letter.writer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"MThd\0\0", "Dear Anna,", "{\"a\": 1}", "[1]", "<html/>", "\u0000"})
  void namesWhatItUnderstandsWhereItKnowsNotWhatItIs(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), content);
    BadFileException bad = assertThrows(BadFileException.class, () -> InkFile.read(file));
    assertTrue(bad.reason().startsWith("must be ink (IAM-OnDB XML, InkML, "), bad.reason());
    assertFalse(InkFormat.isInk(file));
  }

  @Test
  void needsAFileWithSomethingInIt() throws Exception {
    assertReason("no such file", folder.resolve("none"));
    assertReason("is a folder where a file must be", folder);
    assertReason("is empty", Files.createFile(folder.resolve("empty")));
    Path nothing = Files.write(folder.resolve("nothing.gz"), gzip(new byte[0]));
    assertReason("is empty", nothing);
  }

  @Test
  void refusesAFileThatIsTooLarge() throws Exception {
    Path large = folder.resolve("large.svg");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(InkSource.MOST_BYTES + 1L);
    }
    assertReason("must have at most 64 MB but has more: split it", large);
  }

  @Test
  void refusesABombThatUnpacksToTooMuch() throws Exception {
    Path bomb = folder.resolve("bomb.xopp");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write("<xournal><page><layer>".getBytes(StandardCharsets.UTF_8));
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) ' ');
      for (int i = 0; i < 80; i++) {
        out.write(spaces);
      }
    }
    assertReason("must unpack to at most 64 MB but has more: split it", bomb);
  }

  @Test
  void refusesADamagedPackage() throws Exception {
    byte[] packed = gzip(Files.readAllBytes(InkSamples.path("page.xoj.xml")));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, packed.length / 2));
    assertReason("is packed with gzip but damaged: save or copy it again", cut);
    packed[packed.length / 2] ^= 0x55;
    Path flipped = Files.write(folder.resolve("flipped"), packed);
    assertReason("is packed with gzip but damaged: save or copy it again", flipped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg/>",
        "<ink/>",
        "<xournal><page/></xournal>",
        "<WhiteboardCaptureSession><StrokeSet/></WhiteboardCaptureSession>",
        ".PEN_DOWN\n.PEN_UP\n",
        "{\"drawing\": []}",
        "{\"format\": \"ductus-ink\", \"version\": 1, \"pieces\": []}"
      })
  void saysWhereAFileHasNoInk(String content) throws Exception {
    assertReason(
        "must have ink but has no stroke with a point",
        Files.writeString(folder.resolve("a"), content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<svg><path d=\"M0 0L10000001 0\"/></svg>| line 1, column 33: x",
        "<svg><polyline points=\"0 0 NaN 1\"/></svg>| line 1, column 36: x",
        "<ink><trace>1 2,3 4,5 1e300</trace></ink>| line 1, column 13: y",
        "<xournal><page><layer><stroke>1 NaN</stroke></layer></page></xournal>"
            + "| line 1, column 31: y",
        ".PEN_DOWN\\n1 2\\nNaN 4| line 3: x",
        ".PEN_DOWN\\n1 2\\n3 -Infinity| line 3: y",
        "{\"drawing\":[[[0,1],[0,1e8]]]}| line 1: y",
        "{\"format\": \"ductus-ink\", \"pieces\": [{\"strokes\": [[[0, 0], [-1e8, 2]]]}]}"
            + "| $.pieces[0].strokes[0][1][1]: x"
      })
  void refusesImpossibleCoordinatesWithTheirPlace(String content, String reason) throws Exception {
    Path file = Files.writeString(folder.resolve("a"), content.replace("\\n", "\n"));
    BadFileException bad = assertThrows(BadFileException.class, () -> InkFile.read(file));
    assertTrue(
        bad.reason().startsWith(reason + " must be a number from -10000000 to 10000000 but was "),
        bad.getMessage());
  }

  @Test
  void refusesMorePointsThanAnybodyWrites() throws Exception {
    StringBuilder text = new StringBuilder(".PEN_DOWN\n");
    text.append("1 2\n".repeat(InkDraft.MOST_POINTS));
    Path most = Files.writeString(folder.resolve("most"), text);
    assertEquals(InkDraft.MOST_POINTS, InkFile.read(most).pieces().get(0).points());
    Path more = Files.writeString(folder.resolve("more"), text + "1 2\n");
    assertReason("line 1000002: ink must have at most 1000000 points but has more: split it", more);
  }

  /** Whatever a file is cut to, it is read or refused with a reason. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "line.inkml",
        "iam/lineStrokes/a01/a01-000/a01-000u-02.xml",
        "page.xoj.xml",
        "drawing.svg",
        "digits.unipen",
        "two.ndjson",
        "own.json"
      })
  void survivesEveryTruncation(String name) throws Exception {
    byte[] content = Files.readAllBytes(InkSamples.path(name));
    int refused = 0;
    for (int length = 1; length < content.length; length += 7) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(content, length));
      try {
        assertFalse(InkFile.read(cut).pieces().isEmpty());
      } catch (BadFileException bad) {
        assertEquals(cut, bad.path());
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  private void assertReason(String reason, Path path) {
    BadFileException bad = assertThrows(BadFileException.class, () -> InkFile.read(path));
    assertEquals(reason, bad.reason());
    assertEquals(path, bad.path());
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
