package ductus.studio.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.studio.collection.Workspace;
import ductus.studio.compose.PortPlayer.PortWish;
import ductus.studio.web.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Transmitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlayerTest {
  @TempDir Path folder = Path.of("");

  /** A port that remembers what was sent to it. */
  private static final class DeafPort implements MidiDevice {
    private final List<Integer> commands = new ArrayList<>();
    private boolean open;

    synchronized List<Integer> commands() {
      return List.copyOf(commands);
    }

    private synchronized void hear(MidiMessage message) {
      if (message instanceof ShortMessage event) {
        commands.add(event.getCommand());
      }
    }

    @Override
    public Info getDeviceInfo() {
      return new Info("Deaf", "nobody", "made up", "1") {};
    }

    @Override
    public void open() {
      open = true;
    }

    @Override
    public void close() {
      open = false;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public long getMicrosecondPosition() {
      return -1;
    }

    @Override
    public int getMaxReceivers() {
      return -1;
    }

    @Override
    public int getMaxTransmitters() {
      return 0;
    }

    @Override
    public Receiver getReceiver() {
      return new Receiver() {
        @Override
        public void send(MidiMessage message, long timeStamp) {
          hear(message);
        }

        @Override
        public void close() {
          open = false;
        }
      };
    }

    @Override
    public List<Receiver> getReceivers() {
      return List.of();
    }

    @Override
    public Transmitter getTransmitter() {
      throw new IllegalStateException("one can only play to it");
    }

    @Override
    public List<Transmitter> getTransmitters() {
      return List.of();
    }
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
    DeafPort port = new DeafPort();
    try (PortPlayer player = new PortPlayer(workspace(), () -> List.of(port))) {
      assertEquals(List.of("Deaf"), player.names());
      player.play(wish("Deaf", List.of()));
      for (int i = 0; i < 400 && !port.commands().contains(ShortMessage.NOTE_OFF); i++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertTrue(port.commands().contains(ShortMessage.NOTE_ON), port.commands().toString());
      player.stop();
      assertFalse(port.isOpen());
      int sent = port.commands().size();
      TimeUnit.MILLISECONDS.sleep(300);
      assertEquals(sent, port.commands().size());
    }
  }

  @Test
  void sendsNothingOfVoicesThatAreSilent() throws Exception {
    DeafPort port = new DeafPort();
    try (PortPlayer player = new PortPlayer(workspace(), () -> List.of(port))) {
      player.play(wish("Deaf", List.of(0)));
      TimeUnit.MILLISECONDS.sleep(400);
      assertFalse(port.commands().contains(ShortMessage.NOTE_ON), port.commands().toString());
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
