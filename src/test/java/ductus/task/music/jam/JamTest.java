package ductus.task.music.jam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Sampling;
import ductus.math.Workers;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.audio.FakeOutput;
import ductus.music.midi.MidiReader;
import ductus.task.music.model.MusicModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JamTest {
  private final Path file;
  private final List<String> said = new ArrayList<>();

  JamTest(@TempDir Path folder) {
    file = folder.resolve("session.mid");
  }

  @Test
  void answersWhatIsPlayedAtAPortInItsTempo() throws Exception {
    FakePort port = new FakePort("Keys 49");
    int[] tune = {67, 69, 71, 72, 74, 71, 67, 67};
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < tune.length; i++) {
        long onset = 1000 + 60_000L * turn + 500L * i;
        port.note(onset, onset + 400, tune[i]);
      }
    }
    List<MidiMessage> heard = new ArrayList<>();
    AnswerSound sound = new AnswerSound(receiver(heard), port, () -> false);
    JamSession session =
        jam().live(() -> List.of(port), "keys", port, sound, () -> port.getAsLong() > 110_000_000);
    assertEquals(2, session.turns());
    Score score = MidiReader.read(file);
    List<Note> mine = score.notes().stream().filter(note -> note.track() == 1).toList();
    List<Note> answers = score.notes().stream().filter(note -> note.track() == 2).toList();
    assertEquals(16, mine.size());
    assertFalse(answers.isEmpty());
    assertTrue(answers.get(0).onset() >= mine.get(7).end(), "the phrase comes first");
    assertEquals(120, score.tempos().get(0).quartersPerMinute(), 6);
    assertEquals(0.5, new TempoMap(score).seconds(mine.get(1).onset()), 0.03);
    assertTrue(heard.size() > answers.size(), "answers are heard");
    assertFalse(port.isOpen());
  }

  @Test
  void saysThatAPortHasVanishedAndKeepsTheSession() {
    FakePort port = new FakePort("Keys 49");
    for (int i = 0; i < 4; i++) {
      port.note(1000 + 500L * i, 1400 + 500L * i, 60 + 2 * i);
    }
    MidiPorts ports = () -> port.getAsLong() < 60_000_000 ? List.of(port) : List.of();
    IOException vanished =
        assertThrows(
            IOException.class,
            () -> jam().live(ports, "", port, (answer, tempo) -> {}, () -> false));
    assertEquals(
        "MIDI port Keys 49 has vanished; no ports are known; the session is in " + file,
        vanished.getMessage());
    assertTrue(Files.exists(file));
  }

  @Test
  void keepsAPhraseThatIsBrokenOff() throws Exception {
    FakePort port = new FakePort("Keys 49");
    port.note(1000, 1400, 60);
    port.note(1500, 99_000, 62);
    jam()
        .live(
            () -> List.of(port),
            "",
            port,
            (answer, tempo) -> {},
            () -> port.getAsLong() > 2_000_000);
    assertEquals(2, MidiReader.read(file).notes().size());
  }

  @Test
  void namesThePortsThatItKnows() {
    MidiPorts none = List::of;
    IOException nothing = assertThrows(IOException.class, () -> none.input(""));
    assertEquals(
        "there is no MIDI input port; no ports are known; without one: --from A.mid --to B.mid",
        nothing.getMessage());
    MidiPorts two = () -> List.of(new FakePort("Keys 49"), new FakePort("Pads"));
    IOException other = assertThrows(IOException.class, () -> two.input("organ"));
    assertEquals(
        "there is no MIDI input port \"organ\"; ports known: Keys 49, Pads; without one: --from"
            + " A.mid --to B.mid",
        other.getMessage());
  }

  @Test
  void aPortIsKnownByItsNameOrAPartThatNoOtherOneHas() throws Exception {
    MidiDevice keys = new FakePort("Keys");
    MidiDevice small = new FakePort("Keys 49");
    MidiDevice again = new FakePort("Keys 49");
    FakeOutput daw = new FakeOutput("IAC Bus 1");
    MidiPorts ports = () -> List.of(daw, keys, small, again);
    assertEquals(List.of("Keys", "Keys 49", "Keys 49 #2"), ports.inputs());
    assertEquals(List.of("IAC Bus 1"), ports.outputs());
    assertSame(keys, ports.input(""));
    assertSame(keys, ports.input("keys"));
    assertSame(small, ports.input("KEYS 49"));
    assertSame(again, ports.input("#2"));
    assertSame(daw, ports.output("iac"));
    assertEquals(
        "2 MIDI input ports have \"49\" in their names: Keys 49, Keys 49 #2; say more of one's"
            + " name",
        assertThrows(IOException.class, () -> ports.input("49")).getMessage());
    assertEquals(
        "there is no MIDI output port \"keys\"; ports known: IAC Bus 1",
        assertThrows(IOException.class, () -> ports.output("keys")).getMessage());
  }

  @Test
  void answersEachPhraseOfAScore() throws Exception {
    List<Note> notes = new ArrayList<>();
    for (int phrase = 0; phrase < 3; phrase++) {
      for (int i = 0; i < 8; i++) {
        notes.add(new Note(1440L * phrase + 60L * i, 60, 60 + i % 5, 80, 0, 0));
      }
    }
    Score score =
        new Score(
            120, 5000, notes, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    JamSession session = jam().withScore(score, () -> false);
    assertEquals(3, session.turns(), said.toString());
    Score written = MidiReader.read(file);
    assertEquals(24, written.notes().stream().filter(note -> note.track() == 1).count());
    long answers = written.notes().stream().filter(note -> note.track() == 2).count();
    assertTrue(answers >= 3, answers + " notes");
    Score silent =
        new Score(
            120, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> jam().withScore(silent, () -> false));
  }

  private Jam jam() throws Exception {
    return new Jam(
        new JamPartner<>(MusicModels.open("folk"), new Workers(1), Sampling.PLAIN, 7, 11),
        file,
        2,
        said::add);
  }

  private static Receiver receiver(List<MidiMessage> heard) {
    return new Receiver() {
      @Override
      public void send(MidiMessage message, long timeStamp) {
        heard.add(message);
      }

      @Override
      public void close() {}
    };
  }
}
