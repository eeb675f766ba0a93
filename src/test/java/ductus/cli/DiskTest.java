package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.cli.console.ExitStatus;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or cannot be written to: one line, and nothing half-written. */
class DiskTest {
  private static final List<Object> TINY =
      List.of("--hidden", 8, "--embedding", 4, "--layers", 1, "--keys", "own", "--epochs", 1);

  private final Path corpus;
  private final Path model;
  private final Path disk;
  private @Nullable SmallDisk mounted;

  DiskTest(@TempDir Path folder) throws IOException {
    corpus = TinyRuns.corpus(folder.resolve("corpus"), 4);
    model = TinyRuns.model(folder.resolve("mine.safetensors"), MusicTrainingConfig.Keys.OWN, 1);
    disk = Files.createDirectories(folder.resolve("disk"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) {
      mounted.close();
    }
  }

  private void mount(String options) throws Exception {
    mounted = SmallDisk.mount(disk, options);
  }

  private CommandRun train(Path out) {
    return CommandRun.of(
        Stream.concat(Stream.of("train", corpus, "--out", out, "--quiet"), TINY.stream())
            .toArray());
  }

  private CommandRun generate() {
    return CommandRun.of("generate", model, "--bars", 4, "--out", disk, "--quiet");
  }

  private static void assertFails(String complaint, CommandRun failed) {
    assertEquals(ExitStatus.FAILED, failed.status(), failed.err());
    assertEquals(1, failed.complaints().size(), failed.err());
    assertTrue(failed.err().startsWith("ductus: "), failed.err());
    assertTrue(failed.err().strip().endsWith(complaint), failed.err());
  }

  private List<String> left() throws IOException {
    try (Stream<Path> all = Files.walk(disk)) {
      return all.filter(Files::isRegularFile)
          .map(file -> disk.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aFullDiskStopsATrainingRunInOneLine() throws Exception {
    mount("size=24k");
    CommandRun failed = train(disk.resolve("run"));
    assertFails("model.safetensors: the disk is full; make room or name another place", failed);
    assertEquals(
        List.of(
            "run/config.json",
            "run/counting.json",
            "run/lock",
            "run/runs.safetensors",
            "run/updates.csv"),
        left());
  }

  @Test
  void aDiskFullFromTheStartHoldsNoRun() throws Exception {
    mount("size=8k");
    Files.write(disk.resolve("ballast"), new byte[8192]);
    CommandRun failed = train(disk.resolve("run"));
    assertEquals(ExitStatus.FAILED, failed.status());
    assertEquals(1, failed.complaints().size(), failed.err());
    assertEquals(List.of("ballast"), left());
  }

  @Test
  void aFullDiskTakesNoPartOfATune() throws Exception {
    mount("size=24k");
    for (int kilobytes : new int[] {24, 20, 16, 12, 8}) {
      Files.write(disk.resolve("ballast"), new byte[1024 * kilobytes]);
      CommandRun failed = generate();
      if (failed.status() == ExitStatus.DONE) {
        break;
      }
      assertFails("the disk is full; make room or name another place", failed);
      assertEquals(List.of("ballast"), left());
    }
  }

  @Test
  void aReadOnlyDiskIsNamed() throws Exception {
    mount("ro");
    assertFails("the disk is read-only; name another place", train(disk.resolve("run")));
    assertFails("the disk is read-only; name another place", train(disk));
    assertFails("the disk is read-only; name another place", generate());
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsNamed() throws Exception {
    assumeTrue(
        Files.getFileStore(disk).supportsFileAttributeView("posix"), "permissions are POSIX's");
    Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(disk), "permissions do not bind this user");
    assertFails("permission denied; check who may read and write it", train(disk.resolve("run")));
    assertFails("permission denied; check who may read and write it", generate());
    assertEquals(List.of(), left());
  }
}
