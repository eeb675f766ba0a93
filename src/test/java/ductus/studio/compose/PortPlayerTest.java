package ductus.studio.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.audio.FakeOutput;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.PortPlayer.PortWish;
import ductus.studio.web.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlayerTest {
  @TempDir Path folder = Path.of("");

  private static List<Integer> commands(FakeOutput port) {
    return port.got().stream().map(message -> message[0] & 0xF0).toList();
  }

  private Workspace workspace() throws Exception {
    Workspace workspace = Workspace.open(folder.resolve("generated"));
    Files.copy(Path.of("corpora/melodies/bingo.mid"), workspace.root().resolve("bingo.mid"));
    return workspace;
  }

  private static PortWish wish(String port, List<Integer> silent) {
    return new PortWish("bingo.mid", port, 0, 4, silent);
  }

  @Test
  void playsToAPortUntilItIsStopped() throws Exception {
    FakeOutput port = new FakeOutput("Deaf");
    try (PortPlayer player = new PortPlayer(workspace(), () -> List.of(port))) {
      assertEquals(List.of("Deaf"), player.names());
      player.play(wish("Deaf", List.of()));
      for (int i = 0; i < 400 && !commands(port).contains(ShortMessage.NOTE_OFF); i++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertTrue(commands(port).contains(ShortMessage.NOTE_ON), commands(port).toString());
      player.stop();
      assertFalse(port.isOpen());
      int sent = commands(port).size();
      TimeUnit.MILLISECONDS.sleep(300);
      assertEquals(sent, commands(port).size());
    }
  }

  @Test
  void sendsNothingOfVoicesThatAreSilent() throws Exception {
    FakeOutput port = new FakeOutput("Deaf");
    try (PortPlayer player = new PortPlayer(workspace(), () -> List.of(port))) {
      player.play(wish("Deaf", List.of(0)));
      TimeUnit.MILLISECONDS.sleep(400);
      assertFalse(commands(port).contains(ShortMessage.NOTE_ON), commands(port).toString());
    }
  }

  @Test
  void namesThePortThatIsGone() throws Exception {
    try (PortPlayer player = new PortPlayer(workspace(), List::of)) {
      RequestException gone =
          assertThrows(RequestException.class, () -> player.play(wish("Deaf", List.of())));
      assertEquals(404, gone.status());
      assertThrows(
          IllegalArgumentException.class, () -> new PortWish("bingo.mid", "Deaf", -1, 1, null));
      assertThrows(
          IllegalArgumentException.class,
          () -> new PortWish("bingo.mid", "Deaf", 0, Double.NaN, null));
    }
  }
}
