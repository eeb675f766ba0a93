package ductus.api;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScribeTest {
  private final Path folder;

  ScribeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesTheBytesOfTheCommand() throws Exception {
    String text = "Dear Béla,\n\nhello";
    List<Object> wish =
        List.of(
            "write",
            text,
            "--hand",
            "italic",
            "--seed",
            7,
            "--paper",
            "a6 landscape",
            "--ruling",
            "ruled",
            "--size",
            3,
            "--neatness",
            0.7,
            "--slant",
            5,
            "--ink",
            "sepia",
            "--to",
            "svg,pdf,png",
            "--out",
            folder.resolve("command.svg"));
    CommandRun written = CommandRun.of(wish.toArray());
    assertEquals(0, written.status(), written.err());
    Letter letter =
        Scribe.hand("italic")
            .write(
                LetterRequest.of(text, 7)
                    .onPaper("a6 landscape")
                    .withRuling(LetterRequest.Ruling.RULED)
                    .withSize(3)
                    .withNeatness(0.7)
                    .withSlant(5)
                    .withInk("sepia"));
    assertEquals(1, letter.pages());
    assertArrayEquals(Files.readAllBytes(folder.resolve("command.svg")), letter.svg(0));
    assertArrayEquals(Files.readAllBytes(folder.resolve("command.pdf")), letter.pdf());
    assertArrayEquals(Files.readAllBytes(folder.resolve("command.png")), letter.png(0));
  }

  @Test
  void writesAFileOfEachPage() throws Exception {
    Letter letter = Scribe.usual().write(LetterRequest.of("one\n\ntwo\n\nsix", 1).onPaper("60x40"));
    assertTrue(letter.pages() > 1, "" + letter.pages());
    List<Path> files = letter.write(folder.resolve("new/letter.svg"));
    assertEquals(letter.pages(), files.size());
    assertEquals(folder.resolve("new/letter-1.svg"), files.get(0));
    assertArrayEquals(letter.svg(1), Files.readAllBytes(files.get(1)));
    assertEquals(List.of(folder.resolve("letter.pdf")), letter.write(folder.resolve("letter.pdf")));
    assertRefusedNaming("must end in .svg", () -> letter.write(folder.resolve("letter.doc")));
  }

  @Test
  void namesWhatAHandLacks() throws Exception {
    assertTrue(Scribe.hands().containsAll(List.of("italic", "print", "round")));
    assertRefusedNaming("hand must be one of", () -> Scribe.hand("doctor"));
    Scribe italic = Scribe.hand("italic");
    assertRefusedNaming(
        "line 2, column 1: '漢' (U+6F22)", () -> italic.write(LetterRequest.of("a\n漢", 1)));
    assertRefusedNaming(
        "paper must be one of", () -> italic.write(LetterRequest.of("a", 1).onPaper("b5")));
  }
}
