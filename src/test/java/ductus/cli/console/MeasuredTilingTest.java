package ductus.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.JsonFile;
import ductus.math.KernelChoice;
import ductus.math.Tiling;
import ductus.math.TilingTrial;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTilingTest {
  private static final Tiling OTHER = new Tiling(4, 2, 1000, 10);

  @TempDir private Path folder;

  private String before = "";
  private final StringWriter said = new StringWriter();
  private final Console console =
      new Console(
          new PrintWriter(new StringWriter()),
          new PrintWriter(said),
          false,
          Console.Results.TEXT,
          Console.Verbosity.NORMAL);

  @BeforeEach
  void askForNone() {
    before = System.getProperty(KernelChoice.TILING, "");
    System.setProperty(KernelChoice.TILING, "");
    assumeTrue(
        KernelChoice.best().tiling().isPresent(), "kernels that do not cut products: none is kept");
  }

  @AfterEach
  void restore() {
    System.setProperty(KernelChoice.TILING, before);
  }

  @Test
  void isMeasuredOnceAndKept() throws Exception {
    Path file = folder.resolve("cache").resolve("tiling.json");
    settle(file);
    assertTrue(KernelChoice.isTilingAskedFor());
    assertTrue(said.toString().contains("once on this machine"), said::toString);
    MeasuredTiling kept = JsonFile.read(file, MeasuredTiling.class, "a measurement");
    assertEquals(kept.outcome().best(), KernelChoice.best().tiling().orElseThrow());

    said.getBuffer().setLength(0);
    write(file, kept.machine());
    System.setProperty(KernelChoice.TILING, "");
    MeasuredTiling.settle(console, file);
    assertEquals(OTHER, KernelChoice.best().tiling().orElseThrow());
    assertEquals("", said.toString());
  }

  @Tag("long")
  @Test
  void isMeasuredAgainOnAnotherMachineAndWhereTheFileIsBroken() throws Exception {
    Path file = folder.resolve("tiling.json");
    write(file, "another machine");
    settle(file);
    assertTrue(said.toString().contains("once on this machine"), said::toString);

    said.getBuffer().setLength(0);
    Files.writeString(file, "{");
    System.setProperty(KernelChoice.TILING, "");
    settle(file);
    assertTrue(said.toString().contains("once on this machine"), said::toString);
    JsonFile.read(file, MeasuredTiling.class, "a measurement");
  }

  @Test
  void isLeftAloneWhereItIsAskedForOrCannotBeKept() {
    MeasuredTiling.settle(console, null);
    assertFalse(KernelChoice.isTilingAskedFor());
    KernelChoice.askForTiling(OTHER);
    MeasuredTiling.settle(console, folder.resolve("tiling.json"));
    assertEquals(OTHER, KernelChoice.best().tiling().orElseThrow());
    assertEquals("", said.toString());
  }

  /** Measures, where the machine is not too busy to be measured. */
  private void settle(Path file) {
    MeasuredTiling.settle(console, file);
    assumeTrue(KernelChoice.isTilingAskedFor(), "too busy a machine: nothing is kept");
  }

  private static void write(Path file, String machine) throws Exception {
    List<TilingTrial.Speed> none = List.of();
    JsonFile.write(
        file,
        new MeasuredTiling(
            machine,
            KernelChoice.best().description(),
            Version.text(),
            new TilingTrial.Outcome(OTHER, none, none, none)));
  }
}
