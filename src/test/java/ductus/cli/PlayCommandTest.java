package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.cli.console.ExitStatus;
import ductus.task.music.jam.MidiPorts;
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
  void saysThatThereIsNoPort() throws Exception {
    assumeTrue(MidiPorts.ofMachine().isEmpty(), "this machine has MIDI ports");
    Path abc = SampleFiles.abc(folder.resolve("a.abc"), "A");
    CommandRun run = CommandRun.of("play", abc, "--out-port", "synth");
    assertEquals(ExitStatus.FAILED, run.status());
    assertTrue(
        run.err().startsWith("ductus: there is no MIDI output port; no ports are known; "),
        run.err());
    CommandRun list = CommandRun.of("play", "--list-ports");
    assertEquals(ExitStatus.DONE, list.status());
    assertTrue(list.err().startsWith("No MIDI ports are known; "), list.err());
  }

  @Test
  void refusesAPortForWhatIsNoMidi() throws Exception {
    CommandRun wav = CommandRun.of("play", folder.resolve("a.wav"), "--out-port", "synth");
    assertEquals(ExitStatus.WRONG_USAGE, wav.status());
    assertTrue(wav.err().startsWith("ductus: --out-port goes with MIDI, ABC"), wav.err());
    CommandRun none = CommandRun.of("play");
    assertEquals(ExitStatus.WRONG_USAGE, none.status());
    assertTrue(none.err().startsWith("ductus: Missing FILE"), none.err());
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
