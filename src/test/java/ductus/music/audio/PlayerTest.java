package ductus.music.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.audio.Player.NoAudioDeviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
  private static final Score NOTE =
      new Score(
          480,
          10,
          List.of(new Note(0, 10, 60, 1, 0, 0)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private final Path folder;

  PlayerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void offersTheWavWhereThereIsNoDevice() throws Exception {
    assumeTrue(AudioSystem.getMixerInfo().length == 0, "this machine can play");
    Path wav = folder.resolve("x.wav");
    WavRenderer.write(NOTE, wav);
    for (NoAudioDeviceException refused :
        List.of(
            assertThrows(NoAudioDeviceException.class, () -> Player.play(NOTE, SoundBank.BUILT_IN)),
            assertThrows(NoAudioDeviceException.class, () -> Player.playWav(wav)))) {
      assertTrue(refused.toString().contains("ductus export FILE --to wav"));
    }
  }

  @Test
  void aFileThatIsNoSoundIsNamed() throws Exception {
    Path text = Files.writeString(folder.resolve("x.wav"), "not a sound");
    assertThrows(BadFileException.class, () -> Player.playWav(text));
  }

  @Test
  @Timeout(60)
  void playsToAPortAndLetsNoNoteHangOn() throws Exception {
    FakeOutput port = new FakeOutput("IAC Bus 1");
    Player.play(NOTE, port);
    List<String> notes =
        port.got().stream()
            .filter(message -> (message[0] & 0xf0) == 0x90 || (message[0] & 0xf0) == 0x80)
            .map(message -> (message[0] & 0xff) + " " + message[1] + " " + message[2])
            .toList();
    assertEquals("144 60 1", notes.get(0));
    assertTrue(notes.size() >= 2 && notes.get(1).matches("128 60 \\d+|144 60 0"), notes.toString());
    assertFalse(port.isOpen());
    assertEquals(
        "MIDI port IAC cannot be opened; is another program using it?",
        assertThrows(IOException.class, () -> Player.play(NOTE, new FakeOutput("IAC", true)))
            .getMessage());
  }
}
