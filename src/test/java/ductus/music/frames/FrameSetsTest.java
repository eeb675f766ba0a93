package ductus.music.frames;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameSetsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void readsSplitsOfPiecesOfFrames() throws Exception {
    FrameSets sets = read("{\"train\":[[[60,64],[],[62.0]],[[21,108]]],\"valid\":[]}");
    assertEquals(List.of("train", "valid"), List.copyOf(sets.splits().keySet()));
    assertEquals(
        List.of(
            new Frames(1, List.of(Frame.of(60, 64), Frame.SILENT, Frame.of(62))),
            new Frames(1, List.of(Frame.of(21, 108)))),
        sets.splits().get("train"));
    assertEquals(2, sets.all().size());
  }

  @Test
  void takesTheGridThatTheFileNames() throws Exception {
    FrameSets sets = read("{\"steps_per_quarter\":4,\"test\":[[[60]]]}");
    assertEquals(4, sets.all().get(0).stepsPerQuarter());
  }

  @Test
  void namesWhatIsWrongAndWhere() {
    assertBadFile("must be an object of splits but is a list", () -> read("[[[60]]]"));
    assertBadFile("must have a split, such as \"train\", but has none", () -> read("{}"));
    assertBadFile("the file ends here", () -> read(""));
    assertBadFile("train: must be a list of pieces but is a text", () -> read("{\"train\":\"x\"}"));
    assertBadFile(
        "train, piece 1: must be a list of frames but is a number", () -> read("{\"train\":[60]}"));
    assertBadFile(
        "train, piece 2: a piece must have a frame but this has none",
        () -> read("{\"train\":[[[60]],[]]}"));
    assertBadFile(
        "train, piece 1, frame 2: must be a list of pitches but is a number",
        () -> read("{\"train\":[[[60],60]]}"));
    assertBadFile(
        "valid, piece 1, frame 1: a pitch must be 21 to 108 but was 109",
        () -> read("{\"train\":[[[60]]],\"valid\":[[[109]]]}"));
    assertBadFile(
        "train, piece 1, frame 1: a pitch must be a whole number but was 60.5",
        () -> read("{\"train\":[[[60.5]]]}"));
    assertBadFile(
        "train, piece 1, frame 1: must be a pitch as a number but is null",
        () -> read("{\"train\":[[[null]]]}"));
    assertBadFile(
        "train, piece 1, frame 3: the file ends here", () -> read("{\"train\":[[[60],[60],[60"));
    assertBadFile("train, piece 1, frame 1: broken JSON", () -> read("{\"train\":[[[60 61]]]}"));
    assertBadFile(
        "steps per quarter must be one of [1, 2, 3, 4, 6, 8, 12] but were 5",
        () -> read("{\"steps_per_quarter\":5,\"train\":[[[60]]]}"));
    assertBadFile(
        "train: the split is there twice", () -> read("{\"train\":[[[60]]],\"train\":[[[60]]]}"));
  }

  @Test
  void readsTheUsualSets() throws Exception {
    Path sets = sets();
    Map<String, Integer> frames =
        Map.of(
            "jsb-chorales", 13_807 + 4_602,
            "nottingham", 176_561 + 45_513,
            "musedata", 245_202 + 82_755,
            "piano-midi", 75_911 + 8_540);
    for (String set : frames.keySet()) {
      FrameSets pieces = FrameSets.read(sets.resolve(set + ".json"));
      assertEquals(frames.get(set), pieces.all().stream().mapToInt(Frames::length).sum(), set);
    }
    FrameSets chorales = FrameSets.read(sets.resolve("jsb-chorales.json"));
    assertEquals(76, Objects.requireNonNull(chorales.splits().get("valid")).size());
  }

  /** The usual sets, where they are at hand in a folder above. */
  private static Path sets() {
    Path found = Path.of("");
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/data/music/poly");
      found = Files.isDirectory(candidate) ? candidate : found;
    }
    assumeTrue(found.isAbsolute(), "shared/data/music/poly is not here");
    return found;
  }

  private FrameSets read(String json) throws BadFileException, IOException {
    return FrameSets.read(Files.writeString(folder.resolve("sets.json"), json));
  }
}
