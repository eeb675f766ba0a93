package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCommandTest {
  private final Path folder;

  PlayCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void offersASoundFileWhereThereIsNoDevice() throws Exception {
    assumeTrue(AudioSystem.getMixerInfo().length == 0, "this machine has an audio device");
    Path abc = SampleFiles.abc(folder.resolve("a.abc"), "A");
    CommandRun run = CommandRun.of("play", abc);
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().endsWith("ductus export " + abc + " --to wav\n"), run.err());
  }

  @Test
  void hasOneLineForAFileThatCannotBePlayed() throws Exception {
    Path text = Files.writeString(folder.resolve("a.txt"), "no music");
    for (Path file :
        new Path[] {text, folder.resolve("no.wav"), folder.resolve("no.mid"), folder}) {
      CommandRun run = CommandRun.of("play", file);
      assertEquals(ExitStatus.FAILED, run.status());
      assertEquals(1, run.complaints().size(), run.err());
      assertTrue(run.err().startsWith("ductus: " + file + ": "), run.err());
    }
  }
}
