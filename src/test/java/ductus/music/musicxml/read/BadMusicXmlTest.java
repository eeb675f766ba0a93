package ductus.music.musicxml.read;

import static ductus.Refusals.assertBadFile;
import static ductus.Refusals.assertBadFileNaming;
import static ductus.music.musicxml.read.Sheet.note;
import static ductus.music.musicxml.read.Sheet.read;
import static ductus.music.musicxml.read.Sheet.sheet;
import static ductus.music.musicxml.read.Sheet.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Score;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadMusicXmlTest {
  private static final String CONTAINER =
      "<container><rootfiles><rootfile full-path=\"%s\"/></rootfiles></container>";

  private final Path folder;

  BadMusicXmlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void saysLineAndElement() {
    assertBadFile(
        "line 4, element duration: must be a number but was long",
        () -> read(sheet(whole("C4")).replace("<duration>8", "<duration>long")));
    assertBadFile(
        "line 4, element step: a step must be A to G but was H", () -> read(sheet(note("H4", 8))));
    assertBadFile(
        "line 4, element divisions: must be a whole number from 1 to 2147483647 but was 0",
        () -> read(sheet(whole("C4")).replace("<divisions>2", "<divisions>0")));
    assertBadFileNaming(
        "line 4, element duration: what is gone back must be in the measure",
        () -> read(sheet("<backup><duration>1</duration></backup>" + note("C4", 8))));
    assertBadFileNaming(
        "must be said before a duration",
        () -> read(sheet(whole("C4")).replace("<divisions>2</divisions>", "")));
    assertBadFileNaming(
        "the part must be in the part-list but was P9",
        () -> read(sheet(whole("C4")).replace("<part id=\"P1\"", "<part id=\"P9\"")));
    assertBadFileNaming("0 to 127 but would be 129", () -> read(sheet(note("A9", 8))));
    assertBadFileNaming("the score has no notes", () -> read(sheet(Sheet.rest(8))));
  }

  @Test
  void refusesWhatIsNoScore() throws Exception {
    assertBadFileNaming("not a MusicXML score", () -> read("<svg></svg>"));
    assertBadFileNaming("XML must be well-formed", () -> read("X:1\nK:C\n"));
    assertBadFileNaming(
        "XML must be well-formed", () -> read(sheet(whole("C4")).substring(0, 400)));
    assertBadFileNaming("the file is empty", () -> read(""));
    assertBadFileNaming("but is a folder", () -> MusicXmlReader.read(folder));
    byte[] latin =
        sheet(whole("C4")).replace("Flute", "Fl\u00f6te").getBytes(StandardCharsets.ISO_8859_1);
    assertBadFileNaming("is not UTF-8 (found 0xF6)", () -> MusicXmlReader.parse(Sheet.NAME, latin));
    assertEquals(
        1,
        MusicXmlReader.parse(
                Sheet.NAME,
                sheet(whole("C4")).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16))
            .notes()
            .size());
  }

  @Test
  void refusesALieAboutTheVersion() throws Exception {
    assertBadFile(
        "line 3, element score-partwise: the version of MusicXML must be 1.0 to 4.x but was 9.7",
        () -> read(sheet(whole("C4")).replace("3.1\"><part-list", "9.7\"><part-list")));
    assertEquals(1, read(sheet(whole("C4")).replace(" version=\"3.1\"", "")).notes().size());
  }

  @Test
  void entitiesAreRefusedAndNothingIsFetched() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "Secret");
    String declared = "<!DOCTYPE score-partwise [<!ENTITY e %s>]>";
    for (String entity :
        new String[] {
          "SYSTEM \"" + secret.toUri() + "\"", "\"Name\"", "SYSTEM \"http://127.0.0.1:1/\""
        }) {
      String xml =
          sheet(whole("C4"))
              .replaceFirst("<!DOCTYPE[^>]*>", declared.formatted(entity))
              .replace("Flute", "&e;");
      BadFileException bad = assertThrows(BadFileException.class, () -> read(xml));
      assertTrue(bad.reason().startsWith("line 3, element part-name: "), bad.reason());
      assertFalse(bad.reason().contains("Secret"), bad.reason());
      String attribute =
          sheet(whole("C4"))
              .replaceFirst("<!DOCTYPE[^>]*>", declared.formatted(entity))
              .replace("number=\"1\"", "number=\"&e;\"");
      assertThrows(BadFileException.class, () -> read(attribute));
    }
    String laughs =
        "<!DOCTYPE score-partwise [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    String bomb =
        sheet(whole("C4")).replaceFirst("<!DOCTYPE[^>]*>", laughs).replace("Flute", "&c;");
    assertThrows(BadFileException.class, () -> read(bomb));
    String parameter =
        "<!DOCTYPE score-partwise [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>";
    String outside = sheet(whole("C4")).replaceFirst("<!DOCTYPE[^>]*>", parameter);
    try {
      assertEquals(1, read(outside).notes().size());
    } catch (BadFileException refused) {
      assertFalse(refused.reason().contains("Secret"), refused.reason());
    }
  }

  @Test
  void readsACompressedFile() throws Exception {
    Path file = folder.resolve("x.mxl");
    zip(
        file,
        "META-INF/container.xml",
        CONTAINER.formatted("in/a.xml"),
        "in/a.xml",
        sheet(whole("C4")));
    assertEquals("0+1920=60", Sheet.heard(MusicXmlReader.read(file)));
    zip(
        file,
        "META-INF/container.xml",
        CONTAINER.formatted("b.xml"),
        "a.xml",
        sheet(whole("C4")),
        "b.xml",
        sheet(whole("D4")));
    assertEquals("0+1920=62", Sheet.heard(MusicXmlReader.read(file)));
    String broken = CONTAINER.replace('"', '\'').formatted("I'll.xml");
    zip(file, "META-INF/container.xml", broken, "I'll.xml", sheet(whole("C4")));
    assertEquals("0+1920=60", Sheet.heard(MusicXmlReader.read(file)));
  }

  @Test
  void refusesBadArchives() throws Exception {
    Path file = folder.resolve("x.mxl");
    String sound = sheet(whole("C4"));
    for (String name :
        new String[] {"../a.xml", "a/../../b.xml", "/a.xml", "..\\a.xml", "C:/a.xml"}) {
      zip(file, "META-INF/container.xml", CONTAINER.formatted("a.xml"), "a.xml", sound, name, "x");
      assertBadFileNaming(
          "names in the archive must stay in it, unlike", () -> MusicXmlReader.read(file));
    }
    zip(
        file,
        "META-INF/container.xml",
        CONTAINER.formatted("c.xml"),
        "a.xml",
        sound,
        "b.xml",
        sound);
    assertBadFileNaming(
        "names c.xml, which is not in the archive", () -> MusicXmlReader.read(file));
    zip(file, "readme.txt", "hello");
    assertBadFileNaming("not compressed MusicXML", () -> MusicXmlReader.read(file));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertBadFileNaming("must be a sound zip archive but:", () -> MusicXmlReader.read(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void refusesABomb() throws Exception {
    Path file = folder.resolve("bomb.mxl");
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.xml"));
      for (int i = 0; i < 65; i++) {
        zip.write(blanks);
      }
    }
    assertTrue(Files.size(file) < 1 << 20);
    assertBadFile(
        "a.xml must have at most 67108864 bytes unpacked", () -> MusicXmlReader.read(file));
  }

  @Test
  void refusesAMillionNotes() throws Exception {
    Path file = folder.resolve("million.musicxml");
    String head = sheet("@");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes(head.substring(0, head.indexOf('@'))));
      byte[] many = bytes(note("C4", 1).repeat(1000));
      for (int i = 0; i < 600; i++) {
        out.write(many);
      }
      out.write(bytes(head.substring(head.indexOf('@') + 1)));
    }
    assertBadFileNaming("a score must have at most 524,288 notes", () -> MusicXmlReader.read(file));
    String repeat = "<barline><repeat direction=\"backward\" times=\"%s\"/></barline>";
    assertBadFileNaming(
        "a repeat must be played at most 100 times but was 999999999",
        () -> read(sheet(note("C4", 8) + repeat.formatted("999999999"))));
    String[] measures = new String[30];
    Arrays.fill(measures, note("C4", 1).repeat(400));
    measures[29] += repeat.formatted("100");
    assertBadFileNaming("notes as it is played", () -> read(sheet(measures)));
  }

  @Test
  void refusesEndlessTime() {
    assertBadFileNaming("million quarter notes", () -> read(sheet(note("C4", 2_000_001))));
    String rests = Sheet.rest(2_000_000).repeat(5);
    assertBadFileNaming("must end by tick 2147483647", () -> read(sheet(note("C4", 8), rests)));
    assertBadFileNaming(
        "no common measure",
        () -> {
          StringBuilder many = new StringBuilder();
          for (int prime : new int[] {101, 103, 107, 109, 113}) {
            many.append("<attributes><divisions>" + prime + "</divisions></attributes>");
          }
          read(sheet(many + note("C4", 8)));
        });
  }

  @Test
  void brokenBytesAreRefusedOrReadButNeverCrash() {
    byte[] sound =
        bytes(
            sheet(
                "<harmony><root><root-step>C</root-step></root><kind>major</kind></harmony>"
                    + note("C4", 4, "<tie type=\"start\"/>")
                    + Sheet.grace("E4")
                    + note("C4", 4, "<tie type=\"stop\"/>"),
                note("D4", 8) + "<barline><repeat direction=\"backward\"/></barline>"));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] broken = sound.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        broken[random.nextInt(150, broken.length)] = (byte) "<>/1290 ab".charAt(random.nextInt(10));
      }
      try {
        Score score = MusicXmlReader.parse(Sheet.NAME, broken);
        assertFalse(score.notes().isEmpty());
        read++;
      } catch (BadFileException bad) {
        assertFalse(String.valueOf(bad.getMessage()).contains("\n"), bad.getMessage());
      } catch (RuntimeException e) {
        throw new AssertionError("try " + i + ": " + new String(broken, StandardCharsets.UTF_8), e);
      }
    }
    assertTrue(read > 50, read + " were read");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void zip(Path file, String... namesAndTexts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(bytes(namesAndTexts[i + 1]));
      }
    }
  }
}
